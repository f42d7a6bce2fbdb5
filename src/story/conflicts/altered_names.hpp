// Names that were exchanged in a sentence taken over word for word (pair of Statements -> FoundConflicts): "Penelac,
// her provider, confirmed the error", "Norvolt, her provider, confirmed the error".
//
// A sentence that two reports have in the same words has one origin. Where one of them has another name in it, one of
// them altered it, whatever else is known of the names. Source: own, over the longest common subsequence of the words.
#pragma once

#include <vector>

#include "story/conflicts/clause_comparison.hpp"
#include "story/conflicts/found_conflict.hpp"

namespace axray::story {

// O(words of one sentence * words of the other), both bounded; nothing for pairs that share few words.
void find_altered_names(const StatementsCompared& pair, std::vector<FoundConflict>& found);

}  // namespace axray::story
