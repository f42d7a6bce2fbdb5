// Days of the Gregorian calendar (year, month and day <-> number of a day <-> "2024-03-25"), weekdays and weeks.
//
// A Day may be any three numbers; is_day says whether the calendar has it. Source: the standard library's calendar;
// weeks as in ISO 8601: they begin on Monday, and the first of a year holds its first Thursday.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

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

// "2024-03-25" of a day, and the day of a text that begins so; empty for what the calendar
// does not have, year 0 for what is no day in the sense of is_day.
[[nodiscard]] std::string written_day(Day day);
[[nodiscard]] Day day_of(std::string_view text);
// Minutes since midnight of a text that begins as "2024-03-25T10:30" does; -1 when it does not.
[[nodiscard]] int minute_of(std::string_view text);

// 1 Monday .. 7 Sunday of the day with that number.
[[nodiscard]] int weekday_of(std::int64_t number);
[[nodiscard]] Week week_of(std::int64_t number);
// The number of its Monday.
[[nodiscard]] std::int64_t first_day_of(Week week);

}  // namespace axray::base
