// Reports of a story that share prose or quotations, with the places (StoryTexts -> TextPairs).
//
// What was copied is found over all words of the reports; what was rewritten sentence by sentence, where it was not
// copied already. Both count towards the shares. Source: own; see copy_finder.hpp and rewritten.hpp.
#pragma once

#include <vector>

#include "story/origins/copy_finder.hpp"
#include "story/story_texts.hpp"

namespace axray::story {

// By first report, then second; passages in order of the first. O(words + pairs of reports that share words); where
// there are very many reports, only those that share a run of words are looked at for rewriting.
[[nodiscard]] std::vector<TextPair> find_report_pairs(const StoryTexts& texts);

}  // namespace axray::story
