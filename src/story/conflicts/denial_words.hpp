// Words that speak of an accusation or of its falsity without saying what it is about (word -> class).
//
// "China denied the allegations as baseless" says nothing of what is alleged: these are the words by which that is
// seen. Source: own lists.
#pragma once

#include <cstdint>

namespace axray::story {

// Takes Tokens::lemma. "allegation", "involvement", "wrongdoing"
[[nodiscard]] bool speaks_of_accusation(std::uint64_t lemma);
// "false", "baseless", "fabricated"
[[nodiscard]] bool speaks_of_falsity(std::uint64_t lemma);
// Verbs and nouns that speak of a denial: "reject", "dispute". A sentence with one asserts nothing of what it denies.
[[nodiscard]] bool speaks_of_denial(std::uint64_t lemma);
// Verbs that lay a deed to somebody's charge: "accuse", "blame", "implicate"; criticism alone does not.
[[nodiscard]] bool lays_to_charge(std::uint64_t lemma);
// Words of those who speak for a country: "embassy", "spokesman", "government".
[[nodiscard]] bool speaks_for_country(std::uint64_t lemma);

}  // namespace axray::story
