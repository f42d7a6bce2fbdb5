// Who and what the reports of a story name, each bearer of a name once (StoryTexts -> StoryNames).
//
// The chains of names of single reports are joined where they share a full name, an acronym that a report explains, or
// an entry of a register; a short name joins the one bearer in the story whose chain has it. Names of two that share a
// short form stay apart. Source: own.
#pragma once

#include <vector>

#include <axray/story.hpp>

#include "story/story_texts.hpp"

namespace axray::story {

// Most mentioned first. O(mentions log mentions).
[[nodiscard]] std::vector<StoryName> join_names(const StoryTexts& texts);

}  // namespace axray::story
