// Days of the Gregorian calendar (year, month and day <-> number of a day), weekdays and weeks.
//
// A Day may be any three numbers; is_day says whether the calendar has it. Source: the standard library's calendar;
// weeks as in ISO 8601: they begin on Monday, and the first of a year holds its first Thursday.
#pragma once

#include <compare>
#include <cstdint>

namespace axray::base {

struct Day {
    int year = 0;
    int month = 0;
    int day = 0;

    friend bool operator==(Day, Day) = default;
    friend auto operator<=>(Day, Day) = default;
};

struct Week {
    int year = 0;  // that the week is counted in, not always that of its days
    int number = 0;

    friend bool operator==(Week, Week) = default;
};

// Days since 1970-01-01 in the Gregorian calendar. For years of -32,000 to 32,000.
[[nodiscard]] std::int64_t day_number(Day day);
[[nodiscard]] Day day_of_number(std::int64_t number);
// A day that the calendar has, of the years 1000 to 9999.
[[nodiscard]] bool is_day(Day day);
// 28 to 31; 0 for a month that is none.
[[nodiscard]] int days_of_month(int year, int month);

// 1 Monday .. 7 Sunday of the day with that number.
[[nodiscard]] int weekday_of(std::int64_t number);
[[nodiscard]] Week week_of(std::int64_t number);
// The number of its Monday.
[[nodiscard]] std::int64_t first_day_of(Week week);

}  // namespace axray::base
