// What an expression of time says (the types of the layer `dates`): points, intervals, durations and sets.
//
// A Date keeps two things apart: what is said (year, month, day, weekday as they are written, 0 where they are not) and
// what is meant (`moment`, `amount`, `interval`), reckoned from the day of publication and from the dates before it.
// The words follow ISO-TimeML (ISO 24617-1): type, modifier and reference are those of its TIMEX3; timex.hpp writes its
// values. Seconds count from 1970-01-01T00:00:00 of the reader's own clock; time zones are not reckoned with.
#pragma once

#include <array>
#include <cstdint>

#include <axray/span.hpp>

#include "base/days.hpp"
#include "language/token_span.hpp"

namespace axray::language {

enum class DateType : std::uint8_t { date, time, duration, set };

// Ordered by length.
enum class TimeUnit : std::uint8_t {
    none,
    second,
    minute,
    hour,
    day,
    weekend,
    week,
    month,
    quarter,
    half_year,
    season,
    year,
    decade,
    century,
    millennium,
};

enum class Season : std::uint8_t { none, spring, summer, autumn, winter };

enum class DayPart : std::uint8_t { none, morning, midday, afternoon, evening, night, daytime };

// A part of what is named, or how exactly it is meant.
enum class DateModifier : std::uint8_t { none, start, middle, end, about, less, more, at_most, at_least };

// Which times are meant beside the one named: "since 2014", "by Friday".
enum class DateBound : std::uint8_t { none, from, after, until, before };

// For what has no place in the calendar: "recently", "now", "soon".
enum class DateReference : std::uint8_t { none, past, present, future };

// A stretch of the calendar as long as `unit`, given by its first day (or by some day in it, as "two years ago" has).
// What is not known is 0 or -1; a moment without year is not placed in time ("in March").
struct Moment {
    std::int32_t year = 0;
    std::int8_t month = 0;
    std::int8_t day = 0;
    std::int8_t weekday = 0;  // 1 Monday .. 7 Sunday, where it is all that is known of the day
    std::int8_t hour = -1;
    std::int8_t minute = -1;
    std::int8_t second = -1;
    TimeUnit unit = TimeUnit::none;
    Season season = Season::none;
    DayPart part = DayPart::none;

    [[nodiscard]] bool known() const { return unit != TimeUnit::none; }
    friend bool operator==(const Moment&, const Moment&) = default;
};

// "two years"; a negative count is one that is not told ("years").
struct TimeAmount {
    double count = 0;
    TimeUnit unit = TimeUnit::none;

    friend bool operator==(const TimeAmount&, const TimeAmount&) = default;
};

// Half-open, in seconds. Empty where it could not be reckoned.
struct TimeInterval {
    std::int64_t begin = 0;
    std::int64_t end = 0;

    [[nodiscard]] bool known() const { return begin < end; }
    friend bool operator==(TimeInterval, TimeInterval) = default;
};

// What "yesterday" is reckoned from.
struct ReferenceTime {
    base::Day day;     // year 0 when unknown
    int minutes = -1;  // of the day; -1 when unknown

    [[nodiscard]] bool known() const { return day.year != 0; }
};

struct Date {
    Span span;
    TokenSpan tokens;
    // As it is said; 0 what is not.
    std::int16_t year = 0;
    std::int8_t month = 0;
    std::int8_t day = 0;
    std::int8_t weekday = 0;     // 1 Monday .. 7 Sunday
    std::int16_t last_year = 0;  // of a decade ("the 1990s": year 1990, last_year 1999), else 0

    DateType type = DateType::date;
    DateModifier modifier = DateModifier::none;
    DateBound bound = DateBound::none;
    DateReference reference = DateReference::none;
    bool opens_range = false;  // the next date of the text ends a stretch that begins here
    bool day_assumed = false;  // only a time of the day is said, and the day taken from the text around it
    bool reckoned = false;     // from another moment by a number of units ("two years ago"): `moment` has the day too
    Moment moment;             // of points, and of sets what recurs ("every Monday")
    std::array<TimeAmount, 3> amount;  // of durations and sets ("two years and a month"), unused ones at the end
    TimeInterval interval;             // what `moment`, or a duration with a known end ("the last two days"), covers

    // Names a year, month, day or weekday of the calendar, and not only a time by its distance from another.
    [[nodiscard]] bool is_calendar() const { return year != 0 || month != 0 || day != 0 || weekday != 0; }
};

}  // namespace axray::language
