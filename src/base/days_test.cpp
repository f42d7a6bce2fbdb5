#include "base/days.hpp"

#include <doctest/doctest.h>

using namespace axray::base;

TEST_CASE("A day is written as year, month and day, and read again") {
    CHECK(written_day({2024, 3, 5}) == "2024-03-05");
    CHECK(written_day({801, 1, 31}) == "0801-01-31");
    CHECK(written_day({2023, 2, 29}).empty());
    CHECK(written_day({}).empty());
    CHECK(day_of("2024-02-29") == Day{2024, 2, 29});
    CHECK(day_of("2024-03-25T10:30:00Z") == Day{2024, 3, 25});
}

TEST_CASE("What is no day has year 0") {
    for (const char* text :
         {"", "2024", "2024-3-25", "2024-02-30", "20240325..", "2024-+3-25", "2024--3-25", "-024-03-25"})
        CHECK_MESSAGE(day_of(text).year == 0, text);
}

TEST_CASE("Minutes of a day are read where the text has a clock") {
    CHECK(minute_of("2024-03-25T10:30:00Z") == 630);
    CHECK(minute_of("2024-03-25T00:00") == 0);
    for (const char* text :
         {"", "2024-03-25", "2024-03-25 10:30", "2024-03-25T24:00", "2024-03-25T1x:30", "2024-03-25T10:-3"})
        CHECK_MESSAGE(minute_of(text) == -1, text);
}

TEST_CASE("Days are numbered from 1970, weekdays from Monday") {
    CHECK(day_number({1970, 1, 1}) == 0);
    CHECK(day_of_number(-1) == Day{1969, 12, 31});
    CHECK(weekday_of(day_number({2024, 3, 25})) == 1);
    CHECK(week_of(day_number({2021, 1, 3})) == Week{2020, 53});
    CHECK(first_day_of({2024, 13}) == day_number({2024, 3, 25}));
}
