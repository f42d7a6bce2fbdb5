// Days of the Gregorian calendar (year, month and day <-> number of a day).
//
// A Day may be any three numbers; is_day says whether the calendar has it. Source: the standard library's calendar.
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

// Days since 1970-01-01 in the Gregorian calendar.
[[nodiscard]] std::int64_t day_number(Day day);
[[nodiscard]] Day day_of_number(std::int64_t number);
// A day that the calendar has, of the years 1000 to 9999.
[[nodiscard]] bool is_day(Day day);

}  // namespace axray::base
