#include "language/dates/calendar.hpp"

#include <array>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "language/dates/date_words.hpp"
#include "language/dates/holidays.hpp"
#include "language/dates/timex.hpp"
#include "language/words/lexicon.hpp"

namespace axray::language {
namespace {

Moment day(int year, int month, int number) { return day_moment(base::Day{year, month, number}); }

std::string holiday(int year, const std::vector<std::string>& words) {
    const HolidayNames names;
    std::vector<std::uint64_t> forms;
    for (const std::string& word : words) forms.push_back(hash_word(word));
    for (const HolidayNames::FirstWord& first : names.first_words()) {
        if (first.form != forms.front()) continue;
        const auto found = names.find(first.place, forms);
        if (!found) return "no name";
        const auto date = holiday_in(found->holiday, year);
        return date ? timex_value(day_moment(*date)) : "no day";
    }
    return "no word";
}

}  // namespace

TEST_CASE("moves moments by units") {
    CHECK(timex_value(shift(day(2024, 1, 31), 1, TimeUnit::month)) == "2024-02-29");
    CHECK(timex_value(shift(day(2024, 2, 29), -1, TimeUnit::year)) == "2023-02-28");
    CHECK(timex_value(shift(day(2024, 12, 31), 1, TimeUnit::day)) == "2025-01-01");
    CHECK(timex_value(widen(shift(day(2024, 1, 1), -1, TimeUnit::week), TimeUnit::week)) == "2023-W52");
    CHECK(timex_value(widen(shift(day(2024, 1, 1), -1, TimeUnit::quarter), TimeUnit::quarter)) == "2023-Q4");
}

TEST_CASE("what leaves the calendar is no moment") {
    CHECK_FALSE(shift(day(2024, 1, 1), 99999, TimeUnit::year).known());
    CHECK_FALSE(shift(day(2024, 1, 1), -3000, TimeUnit::year).known());
    CHECK_FALSE(shift(day(2024, 1, 1), 1LL << 60U, TimeUnit::century).known());
    CHECK_FALSE(shift(day(2024, 1, 1), -(1LL << 60U), TimeUnit::second).known());
    CHECK_FALSE(day(2023, 2, 29).known());
    CHECK_FALSE(day(0, 1, 1).known());
    CHECK_FALSE(day(99999, 1, 1).known());
    CHECK_FALSE(interval_of(Moment{}).known());
}

TEST_CASE("stretches of the calendar") {
    const auto days = [](const Moment& moment) {
        const TimeInterval interval = interval_of(moment);
        return (interval.end - interval.begin) / 86400;
    };
    CHECK(days(widen(day(2024, 2, 10), TimeUnit::month)) == 29);
    CHECK(days(widen(day(2024, 2, 10), TimeUnit::week)) == 7);
    CHECK(days(widen(day(2024, 2, 10), TimeUnit::weekend)) == 2);
    CHECK(days(widen(day(2024, 2, 10), TimeUnit::quarter)) == 31 + 29 + 31);
    CHECK(days(widen(day(2024, 2, 10), TimeUnit::year)) == 366);
    CHECK(days(widen(day(1994, 2, 10), TimeUnit::decade)) == 3652);
    const Moment march = month_moment(2024, 3);
    CHECK(part_of(march, DateModifier::start).end == part_of(march, DateModifier::middle).begin);
    CHECK(part_of(march, DateModifier::middle).end == part_of(march, DateModifier::end).begin);
    CHECK(part_of(march, DateModifier::end).end == interval_of(march).end);
}

TEST_CASE("weekdays of a month") {
    CHECK(nth_weekday(2024, 11, 4, 4).day == 28);
    CHECK(nth_weekday(2024, 5, 1, -1).day == 27);
    CHECK(nth_weekday(2024, 2, 4, 5).day == 29);
    CHECK(nth_weekday(2023, 2, 4, 5).day == 0);
    CHECK(nth_weekday(2023, 13, 4, 1).day == 0);
}

TEST_CASE("days of holidays") {
    CHECK(holiday(2024, {"easter"}) == "2024-03-31");
    CHECK(holiday(2024, {"orthodox", "easter"}) == "2024-05-05");
    CHECK(holiday(2024, {"good", "friday"}) == "2024-03-29");
    CHECK(holiday(2024, {"thanksgiving"}) == "2024-11-28");
    CHECK(holiday(2024, {"mother", "'s", "day"}) == "2024-05-12");
    CHECK(holiday(2024, {"martin", "luther", "king", "jr", ".", "day"}) == "2024-01-15");
    CHECK(holiday(2024, {"new", "year", "'s", "eve"}) == "2024-12-31");
    CHECK(holiday(2024, {"yom", "kippur"}) == "2024-10-12");
    CHECK(holiday(2024, {"passover"}) == "2024-04-23");
    CHECK(holiday(2024, {"eid", "al", "-", "fitr"}) == "2024-04-10");
    CHECK(holiday(2024, {"chinese", "new", "year"}) == "2024-02-10");
    CHECK(holiday(2024, {"new", "york"}) == "no name");
    CHECK(holiday(99999, {"easter"}) == "no day");
    CHECK(holiday(0, {"easter"}) == "no day");
}

// The list of words gives units, parts of the day and seasons as numbers.
TEST_CASE("the values of the words of time are those of their types") {
    const DateWords words;
    const auto value = [&words](const char* word) { return static_cast<int>(words.find(hash_word(word)).value); };
    CHECK(value("minute") == static_cast<int>(TimeUnit::minute));
    CHECK(value("days") == static_cast<int>(TimeUnit::day));
    CHECK(value("weekend") == static_cast<int>(TimeUnit::weekend));
    CHECK(value("quarter") == static_cast<int>(TimeUnit::quarter));
    CHECK(value("semester") == static_cast<int>(TimeUnit::half_year));
    CHECK(value("years") == static_cast<int>(TimeUnit::year));
    CHECK(value("millennium") == static_cast<int>(TimeUnit::millennium));
    CHECK(value("quarterly") == 3 * 16 + static_cast<int>(TimeUnit::month));
    CHECK(value("nights") == static_cast<int>(DayPart::night));
    CHECK(value("lunch") == static_cast<int>(DayPart::midday));
    CHECK(value("autumn") == static_cast<int>(Season::autumn));
    CHECK(value("winter") == static_cast<int>(Season::winter));
}

}  // namespace axray::language
