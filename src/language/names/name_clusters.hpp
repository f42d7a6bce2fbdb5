// Which mentions stand for the same (Mentions -> a group for each mention): the part of chains.hpp that compares names.
//
// Equal keys first, then acronyms, then partial names of persons, bodies and places where only one group fits. Source:
// own rules.
#pragma once

#include <cstdint>
#include <vector>

#include "language/segments/token_view.hpp"
#include "language/words/lexicon.hpp"

namespace axray::language {

// For each mention the position of the first mention of its group. O(mentions log mentions): of many names that end or
// begin in the same word, only the first few are compared.
[[nodiscard]] std::vector<std::uint32_t> group_mentions(const TokenView& view, const Lexicon& lexicon,
                                                        const std::vector<Mention>& mentions);

}  // namespace axray::language
