// Who and what the reports of a story name, each bearer of a name once (StoryTexts -> StoryNames).
//
// Entities (story_entities.hpp) are the chains of names that their forms make one; those that a register knows as one
// are joined too, and a short name joins the one bearer in the story whose chain has it. Names of two that share a
// short form stay apart. Source: own.
#pragma once

#include <vector>

#include <axray/story.hpp>

#include "story/story_texts.hpp"

namespace axray::story {

// Most mentioned first. O(mentions log mentions).
[[nodiscard]] std::vector<StoryName> join_names(const StoryTexts& texts);

}  // namespace axray::story
