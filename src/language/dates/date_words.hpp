// The words that expressions of time are made of (form of a token -> DateWord).
//
// A list of our own for English, read into a table when it is made; the grammar asks for kinds of words and never for
// their letters, so that another language has to supply this list and the order of its words. Constant after it was
// made.
#pragma once

#include <cstdint>
#include <vector>

#include "language/dates/holidays.hpp"

namespace axray::language {

enum class DateWordKind : std::uint8_t {
    none,
    // Parts of the calendar; the value says which one.
    month,          // 1..12
    short_month,    // 1..12, "Sept"
    weekday,        // 1..7, also plural: "Mondays"
    short_weekday,  // 1..7, "Tue"
    unit,           // TimeUnit, "year"
    units,          // TimeUnit, "years"
    fortnight,      // two weeks
    each_unit,      // TimeUnit, "daily"; value + 16 * count where more than one: "fortnightly"
    day_part,       // DayPart, "morning", "nights"
    hour_name,      // 12 noon, 0 midnight
    season,         // Season
    relative_day,   // -1, 0, 1: "yesterday", "today", "tomorrow"
    tonight,
    overnight,
    holiday,      // the first word of names of holidays; their place in HolidayNames
    short_place,  // "eom": end of a unit, TimeUnit
    // Times without a place in the calendar.
    now,
    lately,     // "recently"
    recent,     // before a noun: "recent years"
    past_noun,  // "the past"
    future_noun,
    // Which one.
    this_one,
    last_one,
    next_one,
    same_one,
    latest_one,
    each,
    other,  // "every other day"
    article,
    the,
    of,
    in,
    at,
    on,
    by,
    from,
    to,
    until,
    between,
    conjunction,
    before,
    after,
    since,
    during,
    within,
    per,
    preposition,  // any other
    ago,
    earlier,
    later,  // "later", "hence", "afterwards"
    early,
    late,
    mid,
    beginning,
    middle,
    end,
    about,
    less,  // "less", "under", "nearly"
    more,
    than,
    up,
    at_least,
    half,
    couple,
    few,               // "a few", "several", "many", "some"
    old,               // behind a duration it is an age
    only,              // "just", "more", "full", "whole", "straight": stands between a number and a unit
    year_word_before,  // "calendar", "fiscal", "financial": of a year
    number,            // 0..99, "twenty"
    scale,             // 100, 1000
    ordinal,           // 1..90, "third"
    meridiem,          // 0 a.m., 12 p.m.
    oclock,
    era,       // 0 before, 1 after Christ
    the_date,  // "date": in "to date"
    decade,    // "nineties": 90
    weekdays,  // "weekday"
    once,      // "once", "twice": times in a unit
    zone,      // "GMT"
};

// Words without which there is no expression of time; the others stand beside them.
[[nodiscard]] constexpr bool is_core(DateWordKind kind) {
    return kind != DateWordKind::none && (kind < DateWordKind::this_one || kind > DateWordKind::scale);
}

struct DateWord {
    DateWordKind kind = DateWordKind::none;
    std::int16_t value = 0;
};

class DateWords {
public:
    DateWords();

    // O(1).
    [[nodiscard]] DateWord find(std::uint64_t form) const { return in(filter_, form) ? find_slowly(form) : DateWord{}; }

    [[nodiscard]] const HolidayNames& holidays() const { return holidays_; }

    // False for most words that are no core; O(1) and quick.
    [[nodiscard]] bool may_be_core(std::uint64_t form) const { return in(core_filter_, form); }

private:
    struct Entry {
        std::uint64_t form = 0;
        DateWord word;
    };
    static constexpr std::size_t kFilterWords = 256;  // of 64 bits: one word in thirty passes without being one of ours
    static constexpr std::size_t kSlots = 2048;

    [[nodiscard]] static bool in(const std::vector<std::uint64_t>& filter, std::uint64_t form) {
        return (filter[(form >> 6U) % kFilterWords] >> (form & 63U) & 1U) != 0;
    }
    [[nodiscard]] DateWord find_slowly(std::uint64_t form) const;
    void add(std::uint64_t form, DateWord word);

    HolidayNames holidays_;
    std::vector<std::uint64_t> filter_;
    std::vector<std::uint64_t> core_filter_;
    std::vector<Entry> entries_;
};

}  // namespace axray::language
