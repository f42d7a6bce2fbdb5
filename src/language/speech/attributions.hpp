// Who says what (Tokens, clauses -> Attributions, kReportingCue): "X said that C", "C, X said", "C, said X", "according
// to X, C", "X accused Y of C", "Y was blamed by X", and "allegedly", which names nobody. A quotation is given whole,
// also where it began sentences before its cue; one that goes on after "..., X said." is X's too. Source: own rules; no
// parser.
#pragma once

#include <vector>

#include "language/segments/token_view.hpp"

namespace axray::language {

// Appends the attributions of one sentence, whose clauses are given, in order of their cues. O(tokens).
void find_attributions(const TokenView& view, const Sentence& sentence, std::uint32_t number,
                       const std::vector<TokenSpan>& clauses, const std::vector<Quotation>& quotations,
                       std::vector<Attribution>& attributions);

// Gives quotations that nobody was found to say to who speaks in the sentence before them, in the same block, if that
// one ended with its speaker: "A," X said. "B." O(sentences + quotations); the attributions stay ordered by sentence.
void continue_quotations(const TokenView& view, const std::vector<Sentence>& sentences,
                         const std::vector<Quotation>& quotations, std::vector<Attribution>& attributions);

}  // namespace axray::language
