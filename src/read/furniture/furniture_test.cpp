#include "read/furniture/furniture.hpp"

#include <optional>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "read/text/text_reader.hpp"

using namespace axray;
using namespace axray::read;

namespace {

const std::string kArticle =
    "Council approves flood wall\n\n"
    "The council of Port Ellery approved a flood wall of 3.2 km on Monday, after a debate of nine hours.\n\n"
    "The wall will cost 14 million euros and is to be built by a company from the neighbouring province.\n\n"
    "Work will begin in May, the mayor said, and end before the storms of the following autumn arrive.\n\n";

BlockList judged(const std::string& text) {
    BlockList list = read_text(text);
    set_aside_furniture(list);
    return list;
}

// What became of the block with these words; an empty optional when it was kept.
std::optional<CutReason> fate(const BlockList& list, const std::string& words) {
    for (const RawBlock& block : list.blocks) {
        if (list.slice(block.span) == words) return block.cut;
    }
    FAIL("there is no block with the words: " << words);
    return {};
}

}  // namespace

TEST_CASE("sets aside the furniture of crawled pages, wherever it stands alone") {
    struct Row {
        std::string line;
        CutReason reason;
    };
    const Row rows[] = {
        {"Leave a Reply", CutReason::comments},
        {"Your email address will not be published. Required fields are marked *", CutReason::comments},
        {"You must be logged in to post a comment.", CutReason::comments},
        {"Comments are closed.", CutReason::comments},
        {"12 Comments", CutReason::sharing},
        {"3,410 Likes", CutReason::sharing},
        {"1.2k shares", CutReason::sharing},
        {"Share", CutReason::sharing},
        {"Share this article", CutReason::sharing},
        {"What's your reaction?", CutReason::sharing},
        {"What\xE2\x80\x99s your reaction?", CutReason::sharing},
        {"Follow us on Facebook", CutReason::sharing},
        {"You may also like", CutReason::navigation},
        {"Related articles", CutReason::navigation},
        {"Read more: The wall that was never built", CutReason::navigation},
        {"More in: Port Ellery", CutReason::navigation},
        {"Skip to main content", CutReason::navigation},
        {"Trending", CutReason::navigation},
        {"5 min read", CutReason::navigation},
        {"Tags: floods, council", CutReason::navigation},
        {"Subscribe to the Ellery Observer", CutReason::subscription},
        {"Subscribe to our newsletter and get the news straight to your inbox.", CutReason::subscription},
        {"Sign up for our daily newsletter", CutReason::subscription},
        {"Already a subscriber? Log in", CutReason::subscription},
        {"We use cookies to make sure that you get the best experience on our website.", CutReason::subscription},
        {"Support our journalism", CutReason::subscription},
        {"Advertisement", CutReason::advertisement},
        {"ADVERTISEMENT", CutReason::advertisement},
        {"Sponsored content", CutReason::advertisement},
        {"By Ana Brandt", CutReason::byline},
        {"By Ana Brandt and Jo Reis, Port Ellery", CutReason::byline},
        {"Written by Ana Brandt on March 27, 2024", CutReason::byline},
        {"By our staff", CutReason::byline},
        {"March 27, 2024 - 2 min read", CutReason::byline},
        {"Port Ellery, March 27, 2024", CutReason::byline},
        {"ENDS", CutReason::other_furniture},
        {"PRESS RELEASE - FOR IMMEDIATE USE", CutReason::other_furniture},
        {"Send to a friend", CutReason::sharing},
        {"Photo: Jo Reis/Getty Images", CutReason::byline},
        {"\xC2\xA9 2024 Ellery Observer", CutReason::other_furniture},
        {"Copyright 2024 Ellery Observer. All rights reserved.", CutReason::other_furniture},
        {"Kommentare", CutReason::comments},
        {"Lesen Sie auch: Die Mauer", CutReason::navigation},
        {"Tous droits r\xC3\xA9serv\xC3\xA9s", CutReason::other_furniture},
    };
    for (const Row& row : rows) {
        CAPTURE(row.line);
        for (const std::string& text : {kArticle + row.line + "\n", row.line + "\n\n" + kArticle}) {
            const std::optional<CutReason> cut = fate(judged(text), row.line);
            REQUIRE(cut.has_value());
            CHECK(*cut == row.reason);
        }
    }
}

TEST_CASE("keeps sentences and headings that contain the words of furniture") {
    const std::string lines[] = {
        "Subscribers of the service were told to change their passwords by the end of the week.",
        "Share prices fell by 4 per cent.",
        "Share prices fall after cookie ruling",
        "The group posted 12 comments on the site and 3,410 people liked them before they were deleted.",
        "He said: \"Subscribe to our newsletter and you will learn the truth.\"",
        "Customers could cancel any time under the old privacy policy, the court found on Friday.",
        "The advertisement was shown 300 times.",
        "The newspaper will stop its print edition and keep a digital edition for its 4,000 subscribers.",
        "Published research shows that walls of this kind last for fifty years.",
        "By 2030 the wall must be raised.",
        "By Monday talks had failed.",
        "Comments by the minister drew criticism",
        "Copyright law was changed in 2019 so that photographs of public buildings are free.",
        "Follow the money, investigators were told by their superiors.",
        "You have to leave, the police told the families on Sunday.",
        "We waited twelve years for this wall, and we will not wait any longer, she wrote to the council.",
        "Related companies were fined as well.",
        "Log files from the server were deleted",
        "By our count the wall is the longest of the country.",
        "The council spoke of walls | dams | and boats on Monday.",
    };
    for (const std::string& line : lines) {
        CAPTURE(line);
        const std::string text =
            kArticle + line + "\n\nThe council meets again on the second Tuesday of the month, it said.\n";
        CHECK_FALSE(fate(judged(text), line).has_value());
    }
}

TEST_CASE("counters that stand alone go with their labels, years over text stay") {
    const BlockList list = judged(kArticle + "Excited\n0\nHappy\n3\nNot Sure\n12\n");
    for (const char* words : {"Excited", "0", "Happy", "3", "Not Sure", "12"}) {
        CAPTURE(words);
        CHECK(fate(list, words) == CutReason::sharing);
    }
    const std::string year = "2021\n\nThe wall of the old harbour fell into the sea after the storm of January.\n\n";
    CHECK_FALSE(fate(judged(year + kArticle), "2021").has_value());
}

TEST_CASE("an appeal behind the article is set aside with the sentences that court the reader") {
    const BlockList list =
        judged(kArticle +
               "Subscribe to the Ellery Observer\n\n"
               "Get exclusive access to the most thorough reporting on the river!\n\n"
               "From floods to festivals, we bring you what matters most to the people of the valley.\n\n"
               "24 issues per year Print edition Digital edition Cancel anytime.\n");
    for (std::size_t i = 4; i < list.blocks.size(); ++i) {
        CAPTURE(list.slice(list.blocks[i].span));
        CHECK(list.blocks[i].cut == CutReason::subscription);
    }
}

TEST_CASE("menus around the text are set aside, rows of a table are not") {
    const std::string menu = "Home | News | Coast | Sport";
    for (const std::string& text :
         {menu + "\n\n" + kArticle, kArticle + menu + "\n", kArticle + "Home   News   Coast\n"}) {
        const BlockList list = judged(text);
        CAPTURE(text);
        CHECK((list.blocks.front().cut == CutReason::navigation || list.blocks.back().cut == CutReason::navigation));
    }
    const BlockList table = judged(kArticle + "Wall | Port Ellery | three\n\nDam | Gull Point | four\n");
    CHECK_FALSE(table.blocks.back().cut.has_value());
    const BlockList named = judged("The Ellery Observer - Voice of the river\nHome   News   Coast\n\n" + kArticle);
    CHECK(named.blocks[0].cut == CutReason::navigation);
    CHECK(named.blocks[1].cut == CutReason::navigation);
    CHECK_FALSE(named.blocks[2].cut.has_value());
}

TEST_CASE("headlines under a label of links are set aside up to the next sentence") {
    const std::string links = "You may also like\nTen walks along the river\nFerry timetable changes on July 1\n";
    for (const std::string& text : {kArticle + links, kArticle + links + "\n3 Comments\n"}) {
        const BlockList list = judged(text);
        CHECK(fate(list, "Ten walks along the river") == CutReason::navigation);
        CHECK(fate(list, "Ferry timetable changes on July 1") == CutReason::navigation);
    }
    const std::string last = "The mayor said on Monday that nobody will have to leave the houses behind the wall.";
    const BlockList inside = judged(kArticle + links + "\nWhat the mayor says\n\n" + last + "\n");
    CHECK(fate(inside, "Ten walks along the river") == CutReason::navigation);
    CHECK_FALSE(fate(inside, "What the mayor says").has_value());
    CHECK_FALSE(fate(inside, last).has_value());
    const BlockList labelled = judged(kArticle + "Read also: The wall that was never built\n\nWhat now\n\n" + last);
    CHECK_FALSE(fate(labelled, "What now").has_value());
}

TEST_CASE("what is said about the author is set aside") {
    const std::string about = "Ana Brandt writes about rivers and the people who live beside them for the Observer.";
    const BlockList list = judged(kArticle + "About the author\n\n" + about + "\n");
    CHECK(fate(list, about) == CutReason::byline);
    CHECK_FALSE(fate(list, "Council approves flood wall").has_value());
}

TEST_CASE("the name of the section, lines of date, and repetitions are set aside, the headline is not") {
    const BlockList list =
        judged("Regional News\n\n" + kArticle + "5 March 2024, 14:30\n\nCouncil approves flood wall\n");
    CHECK(fate(list, "Regional News") == CutReason::navigation);
    CHECK(fate(list, "5 March 2024, 14:30") == CutReason::byline);
    CHECK_FALSE(list.blocks[1].cut.has_value());
    CHECK(list.blocks.back().cut == CutReason::repeated);
}

TEST_CASE("a line that ends with the credit of a picture is its caption") {
    const BlockList list = judged(kArticle + "The old wall on Monday morning, before the storm came in (Reuters)\n");
    CHECK(list.blocks.back().kind == BlockKind::caption);
    CHECK_FALSE(list.blocks.back().cut.has_value());
}
