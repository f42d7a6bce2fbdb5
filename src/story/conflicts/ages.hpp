// Persons to whom reports give different ages (Statements -> FoundConflicts): "Ann Lee, 41," and "42-year-old Ann Lee".
//
// An age goes with its person whatever the sentence is about, so that the rest of the sentences need not agree. A
// report that gives a person two ages tells nothing; a year's difference between reports months apart may be a
// birthday. Source: own.
#pragma once

#include <span>
#include <vector>

#include "story/conflicts/found_conflict.hpp"
#include "story/conflicts/statements.hpp"
#include "story/names/story_entities.hpp"

namespace axray::story {

// O(tokens of the statements + ages * log).
[[nodiscard]] std::vector<FoundConflict> find_age_conflicts(std::span<const Statement> statements,
                                                            const StoryEntities& entities);

}  // namespace axray::story
