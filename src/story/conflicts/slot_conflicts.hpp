// Values that stand in one slot of two clauses (pair of Statements -> FoundConflicts): "17 people had drowned", "the
// bodies of 21 people who drowned when the ferry went down".
//
// The sentences need not agree as wholes. Two values are held against each other where both hang on the same words up
// to the same predicate, no other argument of the two predicates excludes the other, and what one sentence says beside
// that is known to the other report: it stands in its beginning or near the sentence. Source: own.
#pragma once

#include <vector>

#include "story/conflicts/clause_comparison.hpp"
#include "story/conflicts/found_conflict.hpp"

namespace axray::story {

// O(values of one * values of the other * words of both sentences).
void find_slot_conflicts(const StatementsCompared& pair, std::vector<FoundConflict>& found);

}  // namespace axray::story
