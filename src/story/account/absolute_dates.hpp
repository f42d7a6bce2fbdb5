// Makes dates that are reckoned from the day of a report absolute: "on Monday" -> "on 25 March 2024" (KeptWords ->
// Edits).
//
// What cannot be placed in the calendar is taken out where the sentence holds together without it. Source: own, over
// the dates of the language layer.
#pragma once

#include <optional>
#include <vector>

#include "story/account/kept_words.hpp"

namespace axray::story {

// What becomes of a date that is told by its distance from the day of the report.
enum class DateStyle : std::uint8_t {
    absolute,  // "on 25 March 2024" where it is known
    left_out,  // the sentence is told without it
};

// None when the sentence has a date that can neither be made absolute nor left out. Quotations are left as they are.
// A date is written where the report's own day makes it certain (certain_days.hpp), or some report names its day and
// month.
[[nodiscard]] std::optional<std::vector<Edit>> make_dates_absolute(const StoryTexts& texts, const KeptWords& kept,
                                                                   DateStyle style);

// True when the sentences of the evidence name every date that `draft` has made absolute, or have words that surely
// mean it.
[[nodiscard]] bool dates_are_named(const StoryTexts& texts, const Draft& draft,
                                   const std::vector<SourceSpan>& evidence);

}  // namespace axray::story
