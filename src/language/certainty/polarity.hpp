// Negation and certainty (Tokens, clauses -> kNegated, CertaintyCues): "not", "denied", "no longer" and what they speak
// of; "may", "allegedly", "is expected to", "will", "if" and theirs.
//
// A cue reaches to the end of its clause, as a rule; the word lists mark cues word by word, and the functions here take
// back those that are none in their place. Source: own rules over word lists.
#pragma once

#include <vector>

#include "language/certainty/certainty_words.hpp"
#include "language/certainty/tree_scope.hpp"
#include "language/segments/token_view.hpp"

namespace axray::language {

// Takes the cue mark off words that negate nothing here ("not only", "no fewer than", "No. 5") and marks what the
// others negate: the rest of the clause, and a clause with "that" behind it. O(tokens).
void mark_negation(const TokenView& view, const std::vector<TokenSpan>& clauses);

// What finds cues and scopes beside the word lists; constant.
struct CertaintyRules {
    CertaintyWords words;
    TreeScope scopes;
};

// Appends the cues of one sentence, whose clauses are given, in order. Scopes are those of the tree in a parsed text,
// else clauses. O(tokens).
void find_certainty(const TokenView& view, TokenSpan sentence, const std::vector<TokenSpan>& clauses,
                    const CertaintyRules& rules, std::vector<CertaintyCue>& cues);

// Appends the negations of one sentence after mark_negation, in order. O(tokens).
void find_negations(const TokenView& view, TokenSpan sentence, const std::vector<TokenSpan>& clauses,
                    const CertaintyRules& rules, std::vector<Negation>& negations);

}  // namespace axray::language
