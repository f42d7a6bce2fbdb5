// Second opinions in words, as the terminal and the page show them (SecondOpinion -> words).
//
// Names and reasons are foreign text: whoever shows them makes them harmless. Source: own.
#pragma once

#include <string>

#include <axray/check_report.hpp>
#include <axray/second_opinion.hpp>

namespace axray::report {

// The second opinion on a claim of the report; nullptr when no verifier was asked.
[[nodiscard]] const SecondOpinion* opinion_on(const CheckReport& report, const CheckedClaim& checked);

struct OpinionWords {
    std::string head;    // "second opinion disagrees"
    std::string rest;    // "house says contradicted, probability of support 4%"
    std::string reason;  // in the words of the endpoint; may be empty
};
[[nodiscard]] OpinionWords words_for(const SecondOpinion& opinion);

// "Second opinion of house: asked about 12 claims, 11 answered (3 kept from earlier runs), 1 failed; agrees with 8,
// ..." with its notes behind it.
[[nodiscard]] std::string words_for(const VerifierSummary& summary);

}  // namespace axray::report
