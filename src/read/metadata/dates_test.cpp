#include "read/metadata/dates.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace axray::read;

TEST_CASE("reads dates as machines write them") {
    struct Row {
        std::string text;
        std::string iso;
    };
    const Row rows[] = {
        {"2024-03-05", "2024-03-05"},
        {"2024-03-05T10:15:00+01:00", "2024-03-05T10:15:00+01:00"},
        {"2024-03-05T10:15:00.123Z", "2024-03-05T10:15:00Z"},
        {"2024-03-05 10:15:00 +0100", "2024-03-05T10:15:00+01:00"},
        {"Tue, 05 Mar 2024 10:15:00 GMT", "2024-03-05T10:15:00Z"},
        {"Tue Mar 05 10:15:00 UTC 2024", "2024-03-05"},
        {"20240305", "2024-03-05"},
        {"20240305T101500", "2024-03-05"},
        {"1709633700", "2024-03-05T10:15:00Z"},
        {"1709633700000", "2024-03-05T10:15:00Z"},
        {"3/5/2024 10:15 PM", "2024-03-05T22:15"},
        {"2024-02-30", ""},
        {"yesterday", ""},
        {"2024-03-05 and 2024-04-05", ""},
        {"", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        const auto date = read_date_value(row.text, {"en-us", true});
        CHECK((date ? date->iso() : "") == row.iso);
    }
}

TEST_CASE("reads dates as people write them, in their languages") {
    struct Row {
        std::string text;
        std::string language;
        std::string iso;
    };
    const Row rows[] = {
        {"Published March 5, 2024 by Ann Lee", "en", "2024-03-05"},
        {"5th of March, 2024", "en-gb", "2024-03-05"},
        {"Sept. 5, 2024", "en", "2024-09-05"},
        {"5. März 2024", "de", "2024-03-05"},
        {"5 de marzo de 2024", "es", "2024-03-05"},
        {"5 mars 2024", "fr", "2024-03-05"},
        {"5 марта 2024 г.", "ru", "2024-03-05"},
        {"5 Mart 2024", "tr", "2024-03-05"},
        {"2024. március 5.", "hu", "2024-03-05"},
        {"2024 m. kovo 5 d.", "lt", "2024-03-05"},
        {"5 listopada 2024", "pl", "2024-11-05"},
        {"5. listopada 2024.", "hr", "2024-10-05"},
        {"2024年3月5日", "ja", "2024-03-05"},
        {"2024년 3월 5일", "ko", "2024-03-05"},
        {"5 tháng 3, 2024", "vi", "2024-03-05"},
        {"5 मार्च 2024", "hi", "2024-03-05"},
        {"٥ مارس ٢٠٢٤", "ar", "2024-03-05"},
        {"5 มีนาคม 2567", "th", "2024-03-05"},
        {"05.03.2024", "de", "2024-03-05"},
        {"05.03.24 | 14:07", "de", "2024-03-05"},
        {"05/03/2024", "en-gb", "2024-03-05"},
        {"05/03/2024", "en-us", "2024-05-03"},
        {"25/03/2024", "en-us", "2024-03-25"},
        {"5-Mar-2024", "en", "2024-03-05"},
        {"version 2024.1.2.3.4", "en", "2024-01-02"},
        {"call 555-2024 or 12-34", "en", ""},
        {"may 2024 bring peace", "en", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        const auto dates = find_dates(row.text, {row.language, true}, 1);
        const std::string day = dates.empty() ? "" : dates.front().iso().substr(0, 10);
        CHECK(day == row.iso);
    }
}

TEST_CASE("says when day and month could be mixed up") {
    CHECK(find_dates("05/03/2024", {"en", false}, 1).at(0).ambiguous);
    CHECK_FALSE(find_dates("25/03/2024", {"en", false}, 1).at(0).ambiguous);
    CHECK_FALSE(find_dates("05/03/2024", {"en-gb", true}, 1).at(0).ambiguous);
}

TEST_CASE("reads dates of addresses") {
    CHECK(date_in_address("https://ellery.example/2024/03/05/wall")->iso() == "2024-03-05");
    CHECK(date_in_address("https://ellery.example/news-20240305.html")->iso() == "2024-03-05");
    CHECK_FALSE(date_in_address("https://ellery.example/2024/03/wall-3.2-km").has_value());
}

TEST_CASE("counts days") {
    CHECK(day_number({1970, 1, 1}) == 0);
    CHECK(day_number({2024, 3, 1}) - day_number({2024, 2, 28}) == 2);
    for (const std::int64_t number : {-1000, 0, 59, 60, 19'000, 30'000})
        CHECK(day_number(day_of_number(number)) == number);
}
