// What later reports of the same story have overtaken (sentence or mention -> yes or no).
//
// "Divers are searching for the man" is true on its day; when a report of a later day is there, it is told no more. Of
// a fact that later reports have with other numbers ("three dead", then "seven dead") the last ones are told. Source:
// own.
#pragma once

#include <cstdint>

#include <axray/facts.hpp>

#include "story/account/kept_words.hpp"
#include "story/story_texts.hpp"

namespace axray::story {

// It tells how things stand at the moment, and a report of a later day is there.
[[nodiscard]] bool is_overtaken(const StoryTexts& texts, const KeptWords& kept);

// A mention of a later day has numbers, and none of `mention` is among them.
[[nodiscard]] bool has_overtaken_number(const StoryTexts& texts, const Fact& fact, const FactMention& mention);

}  // namespace axray::story
