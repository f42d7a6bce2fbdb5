#include "report/story_html.hpp"

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "report/html_check.hpp"
#include "report/page_files.hpp"
#include "report/story_drawing.hpp"
#include "report/story_fixture.hpp"
#include "report/story_list.hpp"
#include "report/story_page.hpp"

using namespace axray;
using namespace axray::report;

namespace {

std::string markup_of(const StoryReport& story) {
    return without_page_files(render_story_html(story), {page_style(), story_style(), story_script()});
}

constexpr std::string_view kElements =
    " html head meta title style body script svg symbol use circle path rect text g defs marker a header nav h1 h2 h3 "
    "h4 h5 span p ul ol li b bdi button kbd main section aside article details summary blockquote mark q div footer dl "
    "dt dd table thead tbody tr th td code dialog time ";

// A story whose every text is hostile.
StoryReport hostile_story() {
    const std::string hostile = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>\x1b\x01\u202E&amp;";
    auto story = ferry_story();
    for (auto& report : story.reports) {
        auto changed = *report;
        changed.id = "https://" + hostile;
        changed.sha256 = changed.metadata.charset = hostile;
        for (auto* value : {&changed.metadata.title, &changed.metadata.language, &changed.metadata.published})
            value->value = hostile;
        report = std::make_shared<Document>(changed);
    }
    story.version = story.id = hostile;
    for (auto& day : story.published) day = hostile;
    for (auto& name : story.names) name.name = hostile;
    for (auto& origin : story.origins.origins) origin.name = hostile;
    for (auto& words : story.origins.acknowledgements) words.text = hostile;
    for (auto& copy : story.origins.copies) copy.reason = hostile;
    for (auto& conflict : story.conflicts) conflict.explanation = hostile;
    for (auto& entry : story.timeline) entry.value = hostile;
    for (auto& fact : story.facts) {
        for (auto& mention : fact.mentions) {
            mention.claim.text = hostile;
            if (mention.speech) mention.speech->name = hostile;
        }
    }
    return story;
}

}  // namespace

TEST_CASE("no foreign markup reaches the page of a story") {
    for (const auto& story : {ferry_story(), hostile_story(), small_story(), empty_story(), large_story(60, 2)}) {
        const auto page = markup_of(story);
        check_markup(page, kElements);
        check_nesting(page);
        check_anchors(page);
    }
}

TEST_CASE("the page of a story allows its own styles and script alone and loads nothing") {
    check_policy(render_story_html(ferry_story()), {page_style(), story_style()}, story_script());
    for (const auto& address : check_nothing_loaded(markup_of(ferry_story()))) {
        CHECK(address == "https://paper.example/news/ferry?a=1&amp;b=&quot;2&quot;");
    }
}

TEST_CASE("each sentence of the account leads to the very words of each report") {
    const auto page = markup_of(ferry_story());
    CHECK(contains(page, "id=\"say-4\" href=\"#from-4\" data-say=\"4\" data-facts=\"2\""));
    CHECK(contains(page, "<mark class=\"used\">Fourteen passengers were hurt</mark>"));
    CHECK(contains(page, "href=\"#report-4-fact-2\""));
    CHECK(contains(page, "data-facts=\"2\" data-says=\"4 7\">Fourteen passengers were hurt</span>"));
    CHECK(contains(page, "<span class=\"loaded\" title=\"takes sides\">"));
}

TEST_CASE("a conflict stands with both values and both origins") {
    const auto page = markup_of(ferry_story());
    CHECK(contains(page, "<q dir=\"auto\">Fourteen</q>"));
    CHECK(contains(page, "<mark class=\"differs\">Forty</mark> passengers were hurt"));
    CHECK(contains(page, "3 reports, 2 independent origins: <a href=\"#report-1\""));
}

TEST_CASE("what must be said of a fact stands in words and as a shape") {
    const auto page = markup_of(ferry_story());
    CHECK(contains(page, "<use href=\"#icon-contradicted\"></use></svg>disputed by Ostf\u00E4hre</span>"));
    CHECK(contains(page, "own statement of <bdi>Ostf\u00E4hre</bdi>"));
    CHECK(contains(page, "corrected later"));
    CHECK(contains(page, "It alone has 4 facts"));
}

TEST_CASE("the page has the parts of the X-ray") {
    const auto page = markup_of(ferry_story());
    const auto anchors = check_anchors(page);
    for (const std::string anchor :
         {"facts", "conflicts", "origins", "timeline", "names", "left-out", "reports", "notes", "report-5"}) {
        CAPTURE(anchor);
        CHECK(anchors.count(anchor) == 1);
    }
    CHECK(contains(page, "OSTFAEHRE &lt;AG&gt;"));
    CHECK(contains(page, "reports/french.txt</bdi>: It is in another language"));
    CHECK(contains(page, "<b><bdi>Nordwire</bdi></b> (news agency)"));
    CHECK(contains(page, "Set aside as page furniture: 1 passage"));
}

TEST_CASE("a page holds no more of the texts than it says") {
    const auto story = large_story(200, 200);
    std::size_t bytes = 0;
    for (const auto& report : story.reports) bytes += report->text.size();
    REQUIRE(bytes > kStoryPageText);
    const StoryPage cut(story, kStoryPageText);
    std::uint64_t held = 0;
    for (const auto end : cut.text_end) held += end;
    CHECK(held <= kStoryPageText);
    CHECK(held > kStoryPageText * 8 / 10);
    const auto page = markup_of(story);
    CHECK(page.size() < kStoryPageText + 2'500'000);
    CHECK(contains(page, "The rest of this text is not on this page"));
    CHECK(contains(page, "Long texts are cut on this page"));
    check_anchors(page);
}

TEST_CASE("a short text stays whole where long ones are cut, and no character is divided") {
    auto story = large_story(3, 1);
    for (const std::size_t report : {1U, 2U}) {
        auto longer = *story.reports[report];
        const auto begin = static_cast<std::uint32_t>(longer.text.size());
        for (int word = 0; word < 4000; ++word) longer.text += "\u00E4";
        longer.blocks.push_back({BlockKind::paragraph, {begin, static_cast<std::uint32_t>(longer.text.size())}});
        story.reports[report] = std::make_shared<Document>(longer);
    }
    const StoryPage page(story, 4000);
    CHECK(page.text_end[0] == story.reports[0]->text.size());
    for (const std::size_t report : {1U, 2U}) {
        const auto& text = story.reports[report]->text;
        CHECK(page.text_end[report] < text.size());
        CHECK((static_cast<unsigned char>(text[page.text_end[report]]) & 0xC0U) != 0x80U);
    }
}

TEST_CASE("boxes of the drawing do not lie upon each other, and lines lead to the right") {
    for (const auto& story : {ferry_story(), large_story(24, 1), large_story(kDrawnReports, 1)}) {
        const auto drawing = draw_origins(story);
        REQUIRE(drawing.boxes.size() > story.reports.size());
        for (std::size_t one = 0; one < drawing.boxes.size(); ++one) {
            const auto& box = drawing.boxes[one];
            CHECK(box.left >= 0);
            CHECK(box.top >= 0);
            CHECK(box.left + box.width <= drawing.width);
            CHECK(box.top + box.height <= drawing.height);
            for (std::size_t other = one + 1; other < drawing.boxes.size(); ++other) {
                const auto& second = drawing.boxes[other];
                const bool apart = box.left + box.width <= second.left || second.left + second.width <= box.left ||
                                   box.top + box.height <= second.top || second.top + second.height <= box.top;
                CHECK(apart);
            }
        }
        for (const auto& line : drawing.lines) {
            if (!line.within_layer) CHECK(line.points.front().x < line.points.back().x);
            if (line.within_layer) CHECK(line.label.x + 30 < drawing.width);
        }
    }
}

TEST_CASE("labels of the drawing keep a line's distance at each box") {
    const auto drawing = draw_origins(ferry_story());
    for (std::size_t one = 0; one < drawing.lines.size(); ++one) {
        for (std::size_t other = one + 1; other < drawing.lines.size(); ++other) {
            const auto& first = drawing.lines[one];
            const auto& second = drawing.lines[other];
            if (first.to != second.to || first.within_layer != second.within_layer) continue;
            CHECK(std::abs(first.label.y - second.label.y) > 10);
        }
    }
}

TEST_CASE("reports that take from each other in a circle are drawn") {
    auto story = large_story(3, 1);
    story.origins.origins.clear();
    story.origins.copies = {{0, 1, CopyKind::copy, 0.5, 0.9, CopyDirection::first_to_second, ""},
                            {0, 2, CopyKind::copy, 0.5, 0.9, CopyDirection::second_to_first, ""},
                            {1, 2, CopyKind::copy, 0.5, 0.9, CopyDirection::first_to_second, ""}};
    CHECK(draw_origins(story).lines.size() == 3);
}

TEST_CASE("of too many reports, and of those that share nothing, there is no drawing") {
    CHECK(draw_origins(large_story(kDrawnReports + 1, 1)).boxes.empty());
    CHECK(draw_origins(small_story()).boxes.empty());
    CHECK(contains(markup_of(large_story(60, 1)), "Of so many reports no drawing is made."));
}

TEST_CASE("the same story gives the same page") {
    CHECK(render_story_html(ferry_story()) == render_story_html(ferry_story()));
}

TEST_CASE("the index of stories leads to their pages and loads nothing") {
    const auto page = render_stories_index_html(
        {summary_of(hostile_story(), "story-1.html"), summary_of(small_story())}, "0.0.0-test");
    const auto markup = without_page_files(page, {page_style(), story_style()});
    check_markup(markup, kElements);
    check_nesting(markup);
    CHECK(check_nothing_loaded(markup) == std::vector<std::string>{"story-1.html"});
    CHECK(contains(markup, "Ferry hits pier at Lindhaven"));
    CHECK(contains(markup, "Story 1: 1 report, 1 fact, 0 conflicts; no date"));
    CHECK_FALSE(contains(markup, "<script"));
}
