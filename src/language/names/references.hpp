// Descriptions and pronouns that surely mean a name of the text (chains of names -> References): the part of chains.hpp
// that looks between the names.
//
// "The ministry" means the only name so far that has "ministry" as its head word, if it was spoken of in the last three
// sentences. "She" means the only person named in this sentence and the one before, and there near the beginning,
// unless the text has called that person "he" or "Mr", or speaks of another person without a name in between. Within
// quotations no pronoun is sure. Source: own rules.
#pragma once

#include <vector>

#include "language/segments/token_view.hpp"

namespace axray::language {

struct Reference {
    std::uint32_t chain = 0;
    ChainMember member;
};

// All names and what refers to them, in the order of the text. O(tokens + mentions log mentions).
[[nodiscard]] std::vector<Reference> find_references(const TokenView& view, const std::vector<Sentence>& sentences,
                                                     const std::vector<NameChain>& chains,
                                                     const std::vector<Mention>& mentions);

}  // namespace axray::language
