// Makes a sentence that stands by itself of a report's words (mention -> Draft).
//
// Whole sentences are preferred to claims cut out of them; either is mended by rules: connectives to sentences that are
// not told are taken out, pronouns become names, dates absolute, a quotation gets its speaker. What would still hang in
// the air is given up, with the reason. Source: own.
#pragma once

#include <set>
#include <string>

#include <tl/expected.hpp>

#include "story/account/absolute_dates.hpp"
#include "story/account/draft.hpp"
#include "story/account/sentence_shape.hpp"
#include "story/story_texts.hpp"

namespace axray::story {

struct SentenceWish {
    std::uint32_t report = 0;
    const Claim* claim = nullptr;  // of that report
    Form form = Form::sentence;
    DateStyle dates = DateStyle::absolute;
};

// `known`: full names that the reader has met.
[[nodiscard]] tl::expected<Draft, LeftOutReason> make_sentence(const StoryTexts& texts, const SentenceWish& wish,
                                                               const std::set<std::string>& known);

}  // namespace axray::story
