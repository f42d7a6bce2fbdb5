// What a report gives as somebody's own words (ReportText -> Utterances).
//
// That is what stands between quotation marks, and what follows a colon behind a speaker. Titles of works and single
// words between marks are none. Source: own.
#pragma once

#include <cstdint>
#include <vector>

#include "story/conflicts/speakers.hpp"
#include "story/conflicts/statements.hpp"

namespace axray::story {

struct Utterance {
    std::uint32_t report = 0;
    language::TokenSpan tokens;
    bool in_marks = false;
    Speaker speaker;
    std::uint32_t statement = 0;       // that has most of its words
    std::vector<std::uint32_t> words;  // its tokens without marks
};

// By report, then in order of the text; those that no statement has are left out. O(tokens + statements * log).
[[nodiscard]] std::vector<Utterance> find_utterances(const StoryTexts& texts, std::span<const Statement> statements);

}  // namespace axray::story
