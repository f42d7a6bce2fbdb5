// Checks a sentence of the account against all reports as `check` would (text -> CheckedText).
//
// The sentence is read as an article of its own: annotated by words, split into claims, each judged against the index
// of the story. Supported means that every claim is, and that nothing was lost on the way: no attribution, no doubt, no
// word of a quotation.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <axray/span.hpp>

#include "language/annotation.hpp"
#include "story/analyst.hpp"
#include "story/story_texts.hpp"

namespace axray::story {

struct CheckedText {
    bool supported = false;
    double probability = 0;            // 0..1, of the claim that is supported least
    double borne_out_in_prose = 0;     // 0..1, of the claim's weight, by one sentence that is no title; least claim
    std::vector<SourceSpan> evidence;  // sentences, best first
    std::vector<std::uint64_t> stems;  // of its content words, ordered, each once
    std::vector<float> weights;        // one a stem
    std::vector<Span> loaded_words;    // of the text
};

// About a millisecond.
[[nodiscard]] CheckedText check_text(const std::string& text, BlockKind block, const StoryTexts& texts,
                                     const Analyst& analyst);

// Whether `one` says no more than `other`: every claim of it is supported by that text alone. About a millisecond.
[[nodiscard]] bool follows_from(const std::string& one, const std::string& other, const Analyst& analyst);

// 0..1: share of the weight of `one`'s words that stand in `other`.
[[nodiscard]] double share_within(const CheckedText& one, const CheckedText& other);

}  // namespace axray::story
