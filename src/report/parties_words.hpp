// What is told of the parties of an article in the same words everywhere (Parties -> words).
//
// Source: own.
#pragma once

#include <string>
#include <vector>

#include <axray/parties.hpp>

#include "report/screening.hpp"

namespace axray::report {

// Parties that some register knows or of which the article claims an alias, in their order.
[[nodiscard]] std::vector<const PartyReport*> known_parties(const Parties& parties);

// The names of all others.
[[nodiscard]] std::vector<std::string> unknown_parties(const Parties& parties);

// The lists as a run of screening, for their ages and notes.
[[nodiscard]] ScreeningRun run_of(const Parties& parties);

// "actor, named 3 times; several actors are known by this name"
[[nodiscard]] std::string words_for(const PartyReport& party);

// "confirmed by misp:6bf7, attack:G0128"
[[nodiscard]] std::string words_for(const PartyAlias& alias);

// The names of an entry but the one that met, "ZIRCONIUM; Violet Typhoon and 3 more".
[[nodiscard]] std::string other_names(const ScreenHit& hit);

// The listed name that met.
[[nodiscard]] const ListedName& met_name(const ScreenHit& hit);

}  // namespace axray::report
