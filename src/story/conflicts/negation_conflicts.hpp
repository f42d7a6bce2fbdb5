// One clause and its negation (pair of Statements -> FoundConflicts): "was present", "was not present".
//
// Both say one predicate of the same arguments; all that the negated clause says is in the other too, since what more
// it says may be what is negated. Source: own.
#pragma once

#include <vector>

#include "story/conflicts/clause_comparison.hpp"
#include "story/conflicts/found_conflict.hpp"

namespace axray::story {

// O(words of one * words of the other).
void find_negation_conflicts(const StatementsCompared& pair, std::vector<FoundConflict>& found);

}  // namespace axray::story
