// Reckoning with moments of the calendar (Moment -> Moment, Moment -> TimeInterval).
//
// A moment is moved by whole units and widened to the unit that it lies in; what leaves the years 1 to 9999 becomes a
// moment of no unit. Source: ISO 8601 for weeks; seasons as meteorologists count them, from the first of March on.
#pragma once

#include <cstdint>

#include "language/dates/date.hpp"

namespace axray::language {

// Calendar years that are reckoned with.
inline constexpr int kFirstYear = 1;
inline constexpr int kLastYear = 9999;

// A day, with nothing said of its hours. Not known when the calendar has no such day.
[[nodiscard]] Moment day_moment(base::Day day);
[[nodiscard]] Moment day_moment(std::int64_t number);
[[nodiscard]] Moment month_moment(int year, int month);
[[nodiscard]] Moment year_moment(int year);

// Placed in time: the year is known.
[[nodiscard]] inline bool is_placed(const Moment& moment) { return moment.known() && moment.year != 0; }

// The number of the first day that the moment has; it must be placed.
[[nodiscard]] std::int64_t first_day(const Moment& moment);

// The moment of `unit` that holds the first day of a placed moment.
[[nodiscard]] Moment widen(const Moment& moment, TimeUnit unit);

// `count` units later, earlier when it is below zero. Keeps unit, hours and part of the day; the 31st becomes the last
// day of a shorter month.
[[nodiscard]] Moment shift(const Moment& moment, std::int64_t count, TimeUnit unit);

// The same month and day of another year; the 29th of February becomes the 28th where there is none.
[[nodiscard]] Moment in_year(const Moment& moment, int year);

// What the moment covers: empty when it is not placed. A part of a day is taken as a stretch of hours.
[[nodiscard]] TimeInterval interval_of(const Moment& moment);

// The early, middle or late part of what a moment covers: of a month the days to the 10th, to the 20th and the rest; of
// a year to March, from May to August, from September; of a week to Wednesday, Wednesday to Thursday, from Friday; of
// anything else a third. All of it for other modifiers.
[[nodiscard]] TimeInterval part_of(const Moment& moment, DateModifier modifier);

// The `count`-th weekday of a month, counted from its end when below zero; day 0 when it has none.
[[nodiscard]] base::Day nth_weekday(int year, int month, int weekday, int count);

}  // namespace axray::language
