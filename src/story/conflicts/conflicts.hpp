// Where mentions of one fact, or of facts near to each other, cannot all be right (Facts -> Conflicts).
//
// Precision first: a conflict needs both values in the same place of statements about the same thing. A denial of an
// assertion makes the fact disputed. Source: own, over the differences of the judge.
#pragma once

#include <vector>

#include <axray/facts.hpp>

#include "story/analyst.hpp"
#include "story/story_texts.hpp"

namespace axray::story {

// Most probable first.
[[nodiscard]] std::vector<Conflict> find_conflicts(const StoryTexts& texts, const std::vector<Fact>& facts,
                                                   const Analyst& analyst);

// Adds the flags disputed and conflicting to the facts of conflicts.
void mark_conflicts(const std::vector<Conflict>& conflicts, std::vector<Fact>& facts);

}  // namespace axray::story
