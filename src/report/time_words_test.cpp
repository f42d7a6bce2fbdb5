#include "report/time_words.hpp"

#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

namespace axray::report {

TEST_CASE("says values of time in the words of a reader") {
    const std::vector<std::pair<std::string_view, std::string_view>> cases = {
        {"2024-03-25", "2024-03-25"},
        {"2024", "2024"},
        {"2024-W13", "week 13 of 2024"},
        {"2024-Q3", "third quarter of 2024"},
        {"2024-H1", "first half of 2024"},
        {"2024-SU", "summer 2024"},
        {"2024-03-25TEV", "2024-03-25 evening"},
        {"2024-03-25T10:30", "2024-03-25 10:30"},
        {"XXXX-WXX-1", "Monday"},
        {"XXXX-WXX-1TAF", "Monday afternoon"},
        {"XXXX-05-12", "12 May"},
        {"XXXX-05", "May"},
        {"P2Y", "2 years"},
        {"P1D", "1 day"},
        {"PXW", "some weeks"},
        {"PT30M", "30 minutes"},
        {"P3CE", "3 centuries"},
        {"PAST_REF", "past"},
        // What follows no pattern stays as it is.
        {"", ""},
        {"P", "P"},
        {"PT", "PT"},
        {"XXXX-13", "XXXX-13"},
        {"XXXX-XX-XX", "XXXX-XX-XX"},
        {"2024-Q9", "2024-Q9"},
        {"XXXX-WXX-9", "XXXX-WXX-9"},
    };
    for (const auto& one : cases) {
        CAPTURE(one.first);
        CHECK(words_for_time(one.first) == one.second);
    }
}

}  // namespace axray::report
