// Finds the sentences among the tokens of one block (Tokens -> ends of sentences).
//
// A sentence ends after ".", "!", "?" or an ellipsis with the quotation marks and brackets that close there, if what
// follows can begin one: rules over the words on both sides, abbreviations, initials, numbers, quotations. A line of a
// list within the block begins a new one. Source: own rules; the hard cases are in sentence_cases.txt.
#pragma once

#include <vector>

#include "language/segments/token_view.hpp"

namespace axray::language {

// Appends the sentences of `range` to `sentences`. They cover all of its tokens. O(tokens).
void split_sentences(const TokenView& view, TokenSpan range, std::uint32_t block, std::vector<Sentence>& sentences);

}  // namespace axray::language
