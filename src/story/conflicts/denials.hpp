// Who denies what the reports say (Statements -> Conflicts of the kind denial).
//
// A denial that says what it denies is set against the statement that says so; one of "the allegations" against the
// statements that accuse the one who denies. One conflict for each denier and matter: further accusations and denials
// stand beside the first. What somebody refuses, doubts or does not mention is no denial. Source: own, over the layer
// of speech.
#pragma once

#include <span>
#include <vector>

#include <axray/facts.hpp>

#include "story/analyst.hpp"
#include "story/conflicts/statements.hpp"
#include "story/names/story_entities.hpp"

namespace axray::story {

// Most central first. O(denials * the few statements near to each + accusations).
[[nodiscard]] std::vector<Conflict> find_denials(const StoryTexts& texts, const std::vector<Fact>& facts,
                                                 std::span<const Statement> statements, const StoryEntities& entities,
                                                 const Analyst& analyst);

}  // namespace axray::story
