#include "read/furniture/line_parts.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace axray::read;

TEST_CASE("counts the items of menus and of nothing else") {
    struct Row {
        std::string line;
        std::size_t items;
    };
    const Row rows[] = {
        {"Home | News | Coast | Business | Sport | Weather", 6},
        {"Start \xE2\x80\xA2 Politics \xE2\x80\xA2 Our people", 3},
        {"Home > News > Press releases of 2023", 3},
        {"Follow us | Subscribe to alerts | Unsubscribe", 3},
        {"Home | News", 0},
        {"Home|News|Coast", 0},
        {"2021 | 14 | 3.5", 0},
        {"The mayor resigned. | He left on Monday. | Nobody knows why.", 0},
        {"one | two | three of the five inspectors who were sent there", 0},
        {"a | | b", 0},
        {" | | | ", 0},
        {"", 0},
    };
    for (const Row& row : rows) {
        CAPTURE(row.line);
        CHECK(count_menu_items(row.line) == row.items);
    }
}

TEST_CASE("tells lines of place and date from headlines with a date") {
    for (const std::string line :
         {"June 21, 2023 - 2 min read", "20 June 2023 \xC2\xB7 Press release 31/2023", "Halvern, 12 September 2022",
          "Port Ellery, Oct. 3, 2024", "Monday, 5 May 2024 | 14:30 | Updated 16:00"}) {
        CAPTURE(line);
        CHECK(is_dated_line(line));
    }
    for (const std::string line :
         {"September 11, 2001 and what came after", "Morning briefing - 5 May 2024", "Storm of 5 May 2024",
          "The wall, built in May 2024", "5 May 2024 - what the council decided about the new flood wall",
          "2023 - a year of floods", "Halvern, 12 September 2022.", "Halvern, the capital", "12 - 3", ""}) {
        CAPTURE(line);
        CHECK_FALSE(is_dated_line(line));
    }
}
