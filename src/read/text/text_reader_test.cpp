#include "read/text/text_reader.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace axray;
using namespace axray::read;

namespace {

// "kind: text" of each block, one a line; the form in which the tables below give what they expect.
std::string read_to_string(const std::string& text) {
    const BlockList list = read_text(text);
    std::string lines;
    for (const RawBlock& block : list.blocks) {
        lines += std::string(to_string(block.kind)) + ": " + std::string(list.slice(block.span)) + "\n";
    }
    return lines;
}

struct Row {
    std::string text;
    std::string blocks;
};

}  // namespace

TEST_CASE("joins hard-wrapped lines of one paragraph") {
    const std::string wrapped =
        "The harbour authority closed the western basin on Tuesday after a\n"
        "survey ship reported oil on the water, and asked the two ferries that\n"
        "use it to dock on the other side of the river until further notice.\n"
        "\n"
        "Nobody was hurt. The leak, which a spokeswoman called small, came from\n"
        "a pipe that was laid in 1987.\n";
    const std::string expected =
        "paragraph: The harbour authority closed the western basin on Tuesday after a survey ship reported oil on the "
        "water, and asked the two ferries that use it to dock on the other side of the river until further notice.\n"
        "paragraph: Nobody was hurt. The leak, which a spokeswoman called small, came from a pipe that was laid in "
        "1987.\n";
    CHECK(read_to_string(wrapped) == expected);

    std::string with_carriage_returns;
    for (const char character : wrapped)
        with_carriage_returns += character == '\n' ? "\r\n" : std::string(1, character);
    CHECK(read_to_string(with_carriage_returns) == expected);
}

TEST_CASE("keeps lines apart that are blocks of their own") {
    const Row rows[] = {
        // one sentence a line, of different lengths
        {"The port was closed on Tuesday.\nTwo ferries were sent to the other side of the river until further notice.\n"
         "A pipe laid in 1987 leaked about 300 litres of oil into the western basin.\nNobody was hurt.\n",
         "paragraph: The port was closed on Tuesday.\n"
         "paragraph: Two ferries were sent to the other side of the river until further notice.\n"
         "paragraph: A pipe laid in 1987 leaked about 300 litres of oil into the western basin.\n"
         "paragraph: Nobody was hurt.\n"},
        // verse
        {"The tide came in\nand took the boats\nand brought them back\nwithout their coats\n",
         "paragraph: The tide came in\nparagraph: and took the boats\nparagraph: and brought them back\n"
         "paragraph: without their coats\n"},
        // names
        {"Ana Brandt\nJo Reis\nMina Okafor\n", "paragraph: Ana Brandt\nparagraph: Jo Reis\nparagraph: Mina Okafor\n"},
        // paragraphs on one line each, without blank lines
        {"The first paragraph says that the port was closed on Tuesday morning. It says more.\n"
         "The second says that nobody was hurt.\n",
         "paragraph: The first paragraph says that the port was closed on Tuesday morning. It says more.\n"
         "paragraph: The second says that nobody was hurt.\n"},
        {"one\ftwo", "paragraph: one\nparagraph: two\n"},
        {"one\xE2\x80\xA8two\xE2\x80\xA9three", "paragraph: one\nparagraph: two\nparagraph: three\n"},
        {"one\rtwo\r", "paragraph: one\nparagraph: two\n"},
    };
    for (const Row& row : rows) CHECK(read_to_string(row.text) == row.blocks);
}

TEST_CASE("recognises bullets in the usual forms, without their marks") {
    for (const std::string mark :
         {"- ", "* ", "+ ", "\xE2\x80\xA2 ", "  \xE2\x80\xA2 ", "\xE2\x80\xA2", "\xE2\x80\x93 ", "\xE2\x80\x94 ",
          "\xC2\xB7 ", "\xE2\x97\x8F\t", "\xE2\x96\xAA ", "1. ", "12) ", "(3) ", "a) ", "(b) "}) {
        CAPTURE(mark);
        CHECK(read_to_string(mark + "First point\n" + mark + "Second point\n") ==
              "list_item: First point\nlist_item: Second point\n");
    }
}

TEST_CASE("a dash or number inside wrapped text is no bullet") {
    CHECK(
        read_to_string("The bridge over the Ellery was closed in March, when a crack was found in\n"
                       "one of its six pillars.\n"
                       "\n"
                       "The minister, who had been in office since the spring of that year, said\n"
                       "- not for the first time in the debate - that the bridge was safe, and gave\n"
                       "31. May as the day on which the second lane will open to all the traffic.\n") ==
        "paragraph: The bridge over the Ellery was closed in March, when a crack was found in one of its six pillars.\n"
        "paragraph: The minister, who had been in office since the spring of that year, said - not for the first time "
        "in "
        "the debate - that the bridge was safe, and gave 31. May as the day on which the second lane will open to all "
        "the traffic.\n");
}

TEST_CASE("items go on over wrapped and indented lines") {
    CHECK(read_to_string("Findings of the survey:\n"
                         "\n"
                         "  * the pipe that was laid in 1987 had rusted through in at least two\n"
                         "    of the places that were looked at in the course of the inspection\n"
                         "  * no oil went beyond the basin\n") ==
          "heading: Findings of the survey:\n"
          "list_item: the pipe that was laid in 1987 had rusted through in at least two of the places that were looked "
          "at "
          "in the course of the inspection\n"
          "list_item: no oil went beyond the basin\n");
}

TEST_CASE("recognises headings") {
    const Row rows[] = {
        {"What it costs\n\nThe wall will cost 14 million euros.\n",
         "heading: What it costs\nparagraph: The wall will cost 14 million euros.\n"},
        {"WHAT IT COSTS\n\nThe wall will cost 14 million euros.\n",
         "heading: WHAT IT COSTS\nparagraph: The wall will cost 14 million euros.\n"},
        {"The costs of the wall\n=====================\nIt will cost 14 million.\n",
         "heading: The costs of the wall\nparagraph: It will cost 14 million.\n"},
        {"Costs\n-----\n\nIt will cost 14 million.\n", "heading: Costs\nparagraph: It will cost 14 million.\n"},
        {"## Costs\nIt will cost 14 million.\n", "heading: Costs\nparagraph: It will cost 14 million.\n"},
        {"In short\n\n- one\n- two\n", "heading: In short\nlist_item: one\nlist_item: two\n"},
        {"It will cost 14 million.\n\nWhat now?\n\nNobody knows.\n",
         "paragraph: It will cost 14 million.\nheading: What now?\nparagraph: Nobody knows.\n"},
        // a short line at the end heads nothing, a sentence is no heading
        {"It will cost 14 million.\n\nEnd of file\n", "paragraph: It will cost 14 million.\nparagraph: End of file\n"},
        {"It rained.\n\nIt will cost 14 million.\n", "paragraph: It rained.\nparagraph: It will cost 14 million.\n"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(read_to_string(row.text) == row.blocks);
    }
}

TEST_CASE("recognises quotations and drops their signs and separating lines") {
    CHECK(read_to_string("She wrote:\n\n> We waited twelve years\n> for this wall.\n>> Longer than that.\n\n* * "
                         "*\n\nHe agreed.\n") ==
          "heading: She wrote:\nquotation: We waited twelve years\nquotation: for this wall.\nquotation: Longer than "
          "that.\n"
          "paragraph: He agreed.\n");
}

TEST_CASE("keeps the dateline with its paragraph") {
    CHECK(read_to_string("PORT ELLERY, March 5 (Wire) - The council approved a flood wall on Monday.\n") ==
          "paragraph: PORT ELLERY, March 5 (Wire) - The council approved a flood wall on Monday.\n");
}

TEST_CASE("keeps rows of a table apart") {
    CHECK(read_to_string("Year   Cost    Length\n2024   4 million    1.1 km\n2025   5 million    2.1 km\n") ==
          "table_row: Year Cost Length\ntable_row: 2024 4 million 1.1 km\ntable_row: 2025 5 million 2.1 km\n");
}

TEST_CASE("white space is collapsed and invisible characters are left out") {
    const Row rows[] = {
        {"a\t b\xC2\xA0\xC2\xA0"
         "c\xE2\x80\x83"
         "d",
         "paragraph: a b c d\n"},
        {"soft\xC2\xADhyphen zero\xE2\x80\x8Bwidth \xE2\x80\x8E"
         "mark\xEF\xBB\xBF",
         "paragraph: softhyphen zerowidth mark\n"},
        {std::string("bell\a nul\0 escape\x1B del\x7F", 23), "paragraph: bell nul escape del\n"},
        {"latin\xE2\x80\x8Djoiner \xD9\x85\xDB\x8C\xE2\x80\x8C\xD8\xAE",
         "paragraph: latinjoiner \xD9\x85\xDB\x8C\xE2\x80\x8C\xD8\xAE\n"},
        {" \n\t\n\xC2\xA0\n", ""},
    };
    for (const Row& row : rows) CHECK(read_to_string(row.text) == row.blocks);
}

TEST_CASE("wrapped lines of scripts without blanks are joined without blanks") {
    const std::string line =
        "\xE6\xB8\xAF\xE5\x8F\xA3\xE7\xAE\xA1\xE7\x90\x86\xE5\xB1\x80\xE5\x9C\xA8\xE6\x98\x9F\xE6\x9C\x9F\xE4\xBA\x8C"
        "\xE5\x85\xB3\xE9\x97\xAD\xE4\xBA\x86\xE8\xA5\xBF\xE9\x83\xA8\xE6\xB8\xAF\xE6\xB1\xA0\xE5\xB9\xB6\xE4\xB8\x94";
    const std::string wide = line + line;
    CHECK(read_to_string(wide + "\n" + wide + "\n" + line + "\xE3\x80\x82\n") ==
          "paragraph: " + wide + wide + line + "\xE3\x80\x82\n");
}

TEST_CASE("the first block becomes the title when it looks like one") {
    struct TitleRow {
        std::string text;
        bool title;
    };
    const TitleRow rows[] = {
        {"Council approves flood wall\n\nThe council of Port Ellery approved a flood wall on Monday.\n", true},
        {"Council approves flood wall\n===\n\nThe council approved a wall.\n", true},
        {"The council approved a wall.\n\nIt will cost 14 million.\n", false},
        {"approved a wall and went home\n\nIt will cost 14 million.\n", false},
        {"- first\n- second\n", false},
        {"Only one line", false},
    };
    for (const TitleRow& row : rows) {
        CAPTURE(row.text);
        BlockList list = read_text(row.text);
        mark_title(list);
        CHECK((list.blocks.front().kind == BlockKind::title) == row.title);
    }
}
