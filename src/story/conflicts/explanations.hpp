// The sentence about a conflict for a reader (Conflict -> text): "report-1 says \"14 people\", report-2 \"7 people\"."
//
// Reports are called by their ids; long wordings are shortened at a blank. Source: own.
#pragma once

#include <string>
#include <vector>

#include <axray/facts.hpp>

#include "story/story_texts.hpp"

namespace axray::story {

// `speaker`: who is quoted, who denies, or whose age it is; empty when it is not told.
[[nodiscard]] std::string explain(const StoryTexts& texts, const std::vector<Fact>& facts, const Conflict& conflict,
                                  const std::string& speaker);

}  // namespace axray::story
