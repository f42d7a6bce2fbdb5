// Quotations of one speaker that two reports give in different words (Utterances -> FoundConflicts).
//
// Two quotations are one utterance when most of their words are the same in the same order. They differ when between
// those words both have others, which are no other spelling or form of each other. Where one only leaves words out, or
// marks the change by brackets, they do not. Method: longest common subsequence of words, Hirschberg 1975.
#pragma once

#include <vector>

#include "story/conflicts/found_conflict.hpp"
#include "story/conflicts/statements.hpp"
#include "trace/relation.hpp"

namespace axray::story {

// O(utterances * the few that share rare pairs of words with each).
[[nodiscard]] std::vector<FoundConflict> find_quote_conflicts(const StoryTexts& texts,
                                                              std::span<const Statement> statements);

}  // namespace axray::story
