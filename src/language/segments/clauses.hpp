// Verbs and clauses (Tokens -> kVerbLike, Clauses): which words can be finite verbs here, and between which borders a
// negation or a "may" speaks.
//
// A clause ends at strong punctuation, at a comma that is not one of a list, before "but" and words that open clauses
// ("that", "because"), and before "and" with a verb or pronoun behind it. Source: own rules; no parser.
#pragma once

#include <vector>

#include "language/segments/sentence_marks.hpp"
#include "language/segments/token_view.hpp"

namespace axray::language {

// Marks kVerbLike in all sentences. O(tokens).
void mark_verbs(const TokenView& view, const std::vector<Sentence>& sentences, const std::vector<SentenceCase>& cases);

// The clauses of one sentence, in order; they cover its tokens. Replaces what was in `clauses`. O(tokens).
void find_clauses(const TokenView& view, TokenSpan sentence, std::vector<TokenSpan>& clauses);

}  // namespace axray::language
