// Chains the names of a text that stand for the same (Mentions -> NameChains): the full name, then the surname; the
// long form, then its acronym; the short form of a company; names that the dictionary holds for one country. Then the
// descriptions and pronouns that surely mean one of them ("the ministry", "she": references.hpp).
//
// What could mean two is left apart: a surname that two persons of the text share is a chain of its own. The names of a
// people are never chained to their country. Source: own rules.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "language/segments/token_view.hpp"
#include "language/words/lexicon.hpp"

namespace axray::language {

struct Chains {
    std::vector<NameChain> chains;     // in the order of their first names
    std::vector<ChainMember> members;  // of one chain after the other, each in the order of the text
};

// Sets Mention::chain, and Mention::type to that of the chain, by the votes of all its names: one bearer has one type.
// O(tokens + mentions log mentions).
[[nodiscard]] Chains find_chains(const TokenView& view, const std::vector<Sentence>& sentences, const Lexicon& lexicon,
                                 std::vector<Mention>& mentions);

// A name as it would stand in a list: the fullest form that its chain has, without title, article and possessive
// ending, white space made single. The mention's own words where the text was annotated without chains.
[[nodiscard]] std::string normal_form(std::string_view text, const AnnotatedText& annotated, const Mention& mention);

}  // namespace axray::language
