// Where mentions of one fact, or of facts near to each other, cannot all be right (Facts -> Conflicts).
//
// Precision first: a conflict needs both values in the same place of statements about the same thing. A denial of an
// assertion makes the fact disputed: one conflict for each denier and matter, with the accusations and denials beside
// it. Source: own, over the differences of the judge.
#pragma once

#include <vector>

#include <axray/facts.hpp>

#include "story/analyst.hpp"
#include "story/story_texts.hpp"

namespace axray::story {

// Most probable first, each at least 0.5. Conflict::probability is an own estimate, from how far the rest of both
// statements agrees; no set of labelled conflicts stands behind it.
[[nodiscard]] std::vector<Conflict> find_conflicts(const StoryTexts& texts, const std::vector<Fact>& facts,
                                                   const Analyst& analyst);

// Adds the flags disputed and conflicting to the facts of conflicts.
void mark_conflicts(const std::vector<Conflict>& conflicts, std::vector<Fact>& facts);

}  // namespace axray::story
