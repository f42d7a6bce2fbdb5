#include "language/dates/dates.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "language/test_annotation.hpp"

namespace axray::language {
namespace {

// "2024-3-25", "0-3-0 Mon": what is not said is 0.
std::string dates_of(TestAnnotator& annotate, const std::string& text) {
    static const std::vector<std::string> kDays = {"", " Mon", " Tue", " Wed", " Thu", " Fri", " Sat", " Sun"};
    std::string result;
    for (const Date& date : annotate(text).dates) {
        if (!date.is_calendar()) continue;
        if (!result.empty()) result += "; ";
        result += std::to_string(date.year) + '-' + std::to_string(date.month) + '-' + std::to_string(date.day);
        result += kDays[static_cast<std::size_t>(date.weekday)];
        if (date.last_year != 0) result += " to " + std::to_string(date.last_year);
    }
    return result;
}

}  // namespace

TEST_CASE("reads dates and parts of dates") {
    TestAnnotator annotate;
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"It began on 25 March 2024.", "2024-3-25"},
        {"It began on March 25, 2024, in Lima.", "2024-3-25"},
        {"It began on the 25th of March.", "0-3-25"},
        {"It began on March 25th.", "0-3-25"},
        {"It began on Mar. 25.", "0-3-25"},
        {"It began on Sept 5, 2020.", "2020-9-5"},
        {"It began on 2024-03-25.", "2024-3-25"},
        {"It began on 25/03/2024.", "2024-3-25"},
        {"It began on 03/25/2024.", "2024-3-25"},
        {"It began on 03/04/2024.", "2024-0-0"},
        {"It began on 25.03.2024.", "2024-3-25"},
        {"It began in March 2024.", "2024-3-0"},
        {"It began in March.", "0-3-0"},
        {"It began in 2021.", "2021-0-0"},
        {"It began on Monday.", "0-0-0 Mon"},
        {"It began on Monday, March 25, 2024.", "2024-3-25 Mon"},
        {"It ran from 2014 to 2022.", "2014-0-0; 2022-0-0"},
        {"It ran in 2014-2022.", "2014-0-0; 2022-0-0"},
        {"It ran in 2014\xE2\x80\x93"
         "22.",
         "2014-0-0; 2022-0-0"},
        {"It ran March 25-27.", "0-3-25; 0-3-27"},
        {"It ran 25 to 27 March 2024.", "2024-3-25; 2024-3-27"},
        {"It began in the 1990s.", "1990-0-0 to 1999"},
        {"It began in the '90s.", "1990-0-0 to 1999"},
        {"A 2021 cyber-attack hit the bank.", "2021-0-0"},
        {"China's 2020 election was calm.", "2020-0-0"},
        {"The firm's best year (2019) is gone.", "2019-0-0"},
        {"He died in 1850.", "1850-0-0"},
        {"The vote is due in May.", "0-5-0"},
        {"He may leave.", ""},
        {"May I leave?", ""},
        {"They march on Rome.", ""},
        {"Theresa May left.", ""},
        {"Mrs May left.", ""},
        {"It was 31 February 2024.", ""},
        {"It was 29 February 2023.", ""},
        {"It was 29 February 2024.", "2024-2-29"},
        {"It was 2024-13-01.", ""},
        {"About 2000 people came.", ""},
        {"They sold 2015 cars.", ""},
        {"They sold 2,015 cars in 2015.", "2015-0-0"},
        {"In March 14 people died.", "0-3-0"},
        {"It is year 99999.", ""},
    };
    for (const auto& [text, expected] : cases) {
        const auto& shown = text;
        CAPTURE(shown);
        CHECK(dates_of(annotate, text) == expected);
    }
}

TEST_CASE("takes a month for no function word") {
    TestAnnotator annotate;
    const std::string text = "It may end in May.";
    CHECK(marked(text, annotate(text), kFunctionWord) == "It may in");
}

}  // namespace axray::language
