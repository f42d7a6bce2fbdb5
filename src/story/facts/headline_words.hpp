// What the headlines of a story's reports speak of (StoryTexts -> weights of stems), to tell which facts are central.
//
// A report's headline is its title, or its first sentence where it has none. A stem weighs the more the more headlines
// have it: words of a single headline say little of the story. Source: own; that titles tell what is central after
// Edmundson 1969.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "language/token_span.hpp"
#include "story/story_texts.hpp"

namespace axray::story {

class HeadlineWords {
public:
    // O(words of the headlines).
    explicit HeadlineWords(const StoryTexts& texts);

    // 0..1: share of the headlines' weight that stands among these tokens of a report.
    [[nodiscard]] double share_in(const language::AnnotatedText& text,
                                  const std::vector<language::TokenSpan>& tokens) const;

private:
    std::map<std::uint64_t, double> weights_;  // by stem
    double total_ = 0;
};

}  // namespace axray::story
