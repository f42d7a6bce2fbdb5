// Which expression of time says when the event of a claim happened (FactMention -> EventDate).
//
// A date belongs to the event when it goes with the main verb of what is stated, or with the noun of an event that is
// its subject ("the attacks of August 2021 ..."); a date within a relative clause or beside another noun dates
// something else. Where nothing else does, the day on which somebody said it dates the saying. Source: own, over the
// dependencies of the sentence.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include <axray/facts.hpp>

#include "story/story_texts.hpp"

namespace axray::story {

struct EventDate {
    std::uint32_t date = 0;  // of FactMention::dates
    std::string begin;       // ISO 8601 day, inclusive
    std::string end;         // exclusive
    std::string value;       // TIMEX3; of a stretch "2021-08/2022-10"
};

// Days between which undated reports of a story were published, as far as the dated ones tell; years 0 when unknown.
struct StoryDays {
    base::Day first;
    base::Day last;
};
[[nodiscard]] StoryDays days_of(const StoryTexts& texts);

// Nothing where no date can be placed. Weekdays and days without a year of a report that is not dated itself are
// reckoned from the days of the others where that leaves one day. O(tokens of the sentence + dates of the mention).
[[nodiscard]] std::optional<EventDate> event_date(const ReportText& text, const FactMention& mention,
                                                  const StoryDays& story);

}  // namespace axray::story
