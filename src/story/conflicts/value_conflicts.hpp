// Statements that cannot both be right (pairs of Statements -> FoundConflicts): number, date, place, actor, role,
// negation.
//
// A difference that the judge sees from both sides is a conflict only where the rest agrees both ways, the values go
// with the same verb, and nothing else tells that two things are meant: another name, another day, a part and its
// whole, a count that grew between the days of two reports. Own method over judge/differences.hpp.
#pragma once

#include <span>
#include <vector>

#include "story/analyst.hpp"
#include "story/conflicts/found_conflict.hpp"
#include "story/conflicts/statements.hpp"

namespace axray::story {

// O(pairs * words of both).
[[nodiscard]] std::vector<FoundConflict> find_value_conflicts(const StoryTexts& texts,
                                                              std::span<const Statement> statements,
                                                              std::span<const StatementPair> pairs,
                                                              const Analyst& analyst);

}  // namespace axray::story
