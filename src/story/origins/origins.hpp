// Where the reports of one story have their words from (StoryTexts -> Origins).
//
// Shared passages are found by fingerprints and confirmed by alignment; what two reports quote is told apart from what
// one copied; acknowledgements are read from the texts and their metadata; who took from whom is told by time and
// acknowledgement where it can be.
#pragma once

#include <axray/origins.hpp>

#include "story/story_texts.hpp"

namespace axray::story {

// O(words + shared words): no pair of reports is compared that shares no fingerprint.
[[nodiscard]] Origins trace_origins(const StoryTexts& texts);

}  // namespace axray::story
