// Reads "APT31, also known as Zirconium, Violet Typhoon and Altaire" as claims that two names are of one actor, and
// holds each against the registers (text -> vector<AliasClaim>).
//
// Read are phrases such as "also known as", "tracked as", "which Microsoft calls", "formerly", and brackets behind a
// name, each with a list of names. A statement is read only where at least one of its names is a known actor's. A name
// that no register has is unconfirmed, whatever else is said of it. Source: own.
#pragma once

#include <string_view>
#include <vector>

#include <axray/actors.hpp>

#include "language/words/lexicon.hpp"
#include "registers/actors/actor_catalogue.hpp"

namespace axray::registers {

// Ordered by alias. `text` may be any bytes. O(words).
[[nodiscard]] std::vector<AliasClaim> find_alias_claims(std::string_view text, const ActorCatalogue& catalogue,
                                                        const language::Lexicon& lexicon);

// How two names stand to each other: spans are left empty.
[[nodiscard]] AliasClaim compare_names(const ActorCatalogue& catalogue, std::string_view name, std::string_view alias);

}  // namespace axray::registers
