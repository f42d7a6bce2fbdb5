// Later reports that take back or mend what earlier ones said (Facts + Conflicts -> Corrections).
//
// A correction says so ("an earlier version of this article", "has risen to 14, from 12"), stands in a later report
// that says of itself that it corrects, or comes from the outlet that said otherwise before. Two reports that merely
// differ are a conflict, not a correction. Source: own.
#pragma once

#include <vector>

#include <axray/facts.hpp>

#include "story/story_texts.hpp"

namespace axray::story {

// In order of the facts. O(mentions * numbers of each, for facts and those linked to them + conflicts).
[[nodiscard]] std::vector<Correction> find_corrections(const StoryTexts& texts, const std::vector<Fact>& facts,
                                                       const std::vector<Conflict>& conflicts);

}  // namespace axray::story
