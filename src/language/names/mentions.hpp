// Finds names (Tokens -> Mentions): capitalised sequences, acronyms, names of letters and digits ("APT31", "APT 31"),
// and the acronyms defined in brackets ("National Cyber Security Centre (NCSC)").
//
// Titles ("Mr", "President"), articles and possessive endings are left out. A capital at the beginning of a sentence or
// in a headline is believed only with other evidence: the dictionary, or the same word capitalised within a sentence of
// the text. Source: own rules.
#pragma once

#include <vector>

#include "language/segments/sentence_marks.hpp"
#include "language/segments/token_view.hpp"

namespace axray::language {

// Sets Tokens::mention and marks name tokens. Tokens of dates are passed over. `scratch` is memory to work in.
// O(tokens log capitals).
[[nodiscard]] std::vector<Mention> find_mentions(const TokenView& view, const std::vector<Sentence>& sentences,
                                                 const std::vector<SentenceCase>& cases,
                                                 std::vector<std::uint64_t>& scratch);

}  // namespace axray::language
