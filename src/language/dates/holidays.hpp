// Days that have a name, and when they are (name -> rule, rule + year -> days).
//
// A table of common ones: fixed days, the nth weekday of a month, days before or after Easter (western and eastern),
// and those of the Jewish and Islamic calendars. Sources: the anonymous Gregorian algorithm for Easter and Meeus's for
// the Julian one; the Jewish calendar's arithmetic and the tabular Islamic calendar as in Reingold and Dershowitz,
// "Calendrical Calculations" (the Islamic days may be a day off what is announced); new moons after Meeus for the
// Chinese new year.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/days.hpp"

namespace axray::language {

enum class HolidayRule : std::uint8_t {
    fixed,            // month, day
    nth_weekday,      // month, weekday, count (from the end of the month when below zero), days after it
    easter,           // days after it
    orthodox_easter,  // days after it
    jewish,           // month (7 Tishri), day
    islamic,          // month, day
    chinese_new_year,
};

struct Holiday {
    HolidayRule rule = HolidayRule::fixed;
    std::int16_t month = 0;
    std::int16_t day = 0;     // or weekday, 1..7
    std::int16_t count = 0;   // of weekdays
    std::int16_t offset = 0;  // days after it
    std::int16_t length = 1;  // days
};

struct HolidayName {
    Holiday holiday;
    std::uint32_t words = 0;  // tokens of the name
    bool common = false;      // its name is also an ordinary word or a name of a person: needs a capital
};

// The names as forms of tokens. Constant after it was made.
class HolidayNames {
public:
    HolidayNames();

    struct FirstWord {
        std::uint64_t form = 0;
        std::int16_t place = 0;  // what find() is asked with
    };
    [[nodiscard]] std::vector<FirstWord> first_words() const;

    // The longest name that the forms of tokens begin with, of those with the first word of that place.
    [[nodiscard]] std::optional<HolidayName> find(std::int16_t place, std::span<const std::uint64_t> forms) const;

private:
    struct Name {
        std::vector<std::uint64_t> forms;
        Holiday holiday;
        bool common = false;
    };
    [[nodiscard]] std::uint32_t match(const Name& name, std::span<const std::uint64_t> forms) const;

    std::vector<Name> names_;             // ordered by first form
    std::vector<std::uint64_t> between_;  // may stand between two words of a name: "'s"
};

// Its first day in a year of 1 to 9999; none where the rule has none in that year.
[[nodiscard]] std::optional<base::Day> holiday_in(const Holiday& holiday, int year);

}  // namespace axray::language
