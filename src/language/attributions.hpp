// Who says what (Tokens, clauses -> Attributions, kReportingCue): "X said that C", "C, X said", "C, said X", "according to
// X, C", "X accused Y of C", "Y was blamed by X", and "allegedly", which names nobody. Source: own rules; no parser.
#pragma once

#include "language/token_view.hpp"

#include <vector>

namespace axray::language {

// Appends the attributions of one sentence, whose clauses are given, in order of their cues. O(tokens).
void find_attributions(const TokenView& view, const Sentence& sentence, std::uint32_t number,
                       const std::vector<TokenSpan>& clauses, std::vector<Attribution>& attributions);

}  // namespace axray::language
