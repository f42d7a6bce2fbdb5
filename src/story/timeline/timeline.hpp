// The dated facts of a story in order of event time, and later corrections of earlier reports (Facts -> Timeline).
//
// Source: own, over the dates of the language layer (TIMEX3, ISO 24617-1).
#pragma once

#include <vector>

#include <axray/facts.hpp>

#include "story/story_texts.hpp"

namespace axray::story {

struct Timeline {
    std::vector<TimelineEntry> entries;
    std::vector<Correction> corrections;
};

[[nodiscard]] Timeline make_timeline(const StoryTexts& texts, const std::vector<Fact>& facts,
                                     const std::vector<Conflict>& conflicts);

// Adds the flag corrected to the facts of corrections.
void mark_corrections(const std::vector<Correction>& corrections, std::vector<Fact>& facts);

}  // namespace axray::story
