// Who a run of words speaks of, as far as accusations and denials are told apart (tokens -> party keys).
//
// "The Chinese embassy in London" speaks for China, "Ann Lee's lawyer" for Ann Lee. Source: own, over the entities of a
// story.
#pragma once

#include <cstdint>
#include <vector>

#include "story/names/story_entities.hpp"
#include "story/story_texts.hpp"

namespace axray::story {

// An entity of the story, or a country.
using PartyKey = std::uint64_t;

// Of the tokens of a report: all entities and countries that are named or stood for, each once.
[[nodiscard]] std::vector<PartyKey> parties_within(const StoryTexts& texts, const StoryEntities& entities,
                                                   std::uint32_t report, language::TokenSpan tokens);

// Of the words that name a speaker: for whom he speaks, best first; empty when nobody is named.
[[nodiscard]] std::vector<PartyKey> parties_of_speaker(const StoryTexts& texts, const StoryEntities& entities,
                                                       std::uint32_t report, language::TokenSpan tokens);

// True when they have one in common.
[[nodiscard]] bool share_party(const std::vector<PartyKey>& one, const std::vector<PartyKey>& other);

}  // namespace axray::story
