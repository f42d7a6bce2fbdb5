// Who took from whom, of two reports that share prose (times + acknowledgements -> CopyDirection with its reason).
//
// A report that names the other, or the medium that published it, took from it; two of which one names a third have a
// common origin; else the one published later took from the earlier. Source: own.
#pragma once

#include <cstdint>
#include <string>

#include <axray/origins.hpp>

#include "story/story_texts.hpp"

namespace axray::story {

struct ToldDirection {
    CopyDirection direction = CopyDirection::unknown;
    std::string reason;  // one sentence
};

// `origins` with all acknowledgements. Time alone tells nothing of a copy of kind passage: both may have it from
// anywhere. O(acknowledgements).
[[nodiscard]] ToldDirection tell_direction(const StoryTexts& texts, const Origins& origins, const ReportCopy& copy);

}  // namespace axray::story
