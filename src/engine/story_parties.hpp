// Who the parties of a story are, as the registers know them (StoryTexts -> StoryParties).
//
// Each report is asked for its own parties, as a check asks for those of its article; the names of the story are then
// tied to them by their places. Source: own.
#pragma once

#include <optional>
#include <vector>

#include <axray/result.hpp>
#include <axray/story.hpp>

#include "engine/parties.hpp"
#include "language/words/lexicon.hpp"
#include "story/story_texts.hpp"

namespace axray::engine {

// Parties that an entry, an actor or an alias speaks of; the others are names alone. Errors: as find_parties.
[[nodiscard]] Result<StoryParties> find_story_parties(const story::StoryTexts& texts, const OpenedRegisters& opened,
                                                      const language::Lexicon& lexicon);

// Fills StoryName::parties.
void tie_names(const StoryParties& parties, std::vector<StoryName>& names);

}  // namespace axray::engine
