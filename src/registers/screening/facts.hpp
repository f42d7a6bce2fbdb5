// What is known of a party beside its name (facts that were given, RegisterEntry -> agreement and its weight).
//
// A birth date that agrees makes a match surer, one that contradicts makes it unlikely; a number that agrees settles
// it. Source: own. The weights are logarithms of how many times likelier the agreement is for one party than for two;
// they are chosen below what a count of birth days would give, since lists hold errors.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <axray/registers.hpp>

namespace axray::registers {

struct WeighedFacts {
    std::vector<MatchedFact> facts;  // in the order in which they were given: births, countries, identifiers
    double log_odds = 0;             // to be added to those of the name
};

[[nodiscard]] WeighedFacts weigh_facts(const ScreenQuery& query, const RegisterEntry& entry);

// A probability with log odds added to it; 0 and 1 stay what they are.
[[nodiscard]] double shifted(double probability, double log_odds);

}  // namespace axray::registers
