#include "report/story_text.hpp"

#include <algorithm>
#include <memory>
#include <sstream>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "report/story_fixture.hpp"
#include "report/story_list.hpp"
#include "report/terminal_text.hpp"

using namespace axray;
using namespace axray::report;

namespace {

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

std::string text_of(const StoryReport& story, StoryDetail detail) {
    return render_story_text(story, {100, TerminalColor::none, detail});
}

}  // namespace

TEST_CASE("no line of a story is wider than the terminal") {
    for (const std::uint32_t width : {1U, 20U, 40U, 80U, 200U}) {
        for (const auto& story : {ferry_story(), small_story(), empty_story(), large_story(60, 2)}) {
            for (const auto detail : {StoryDetail::account, StoryDetail::main, StoryDetail::everything}) {
                std::istringstream lines(render_story_text(story, {width, TerminalColor::none, detail}));
                for (std::string line; std::getline(lines, line);) {
                    CAPTURE(line);
                    CHECK(columns_of(line) <= std::max(width, 20U));
                }
            }
        }
    }
}

TEST_CASE("control characters of reports do not reach the terminal with a story") {
    const auto text = text_of(ferry_story(), StoryDetail::everything);
    for (const auto* hostile : {"\x1b", "\u202E", "\u2066", "\u202C"}) CHECK_FALSE(contains(text, hostile));
    CHECK(contains(text, "\uFFFD[31m"));
}

TEST_CASE("the account stands before what is behind it, with the numbers of its reports") {
    const auto text = text_of(ferry_story(), StoryDetail::main);
    CHECK(text.find("Ferry hits pier at Lindhaven\n5 reports, 4 independent origins, 10 facts, 8 conflicts") == 0);
    CHECK(contains(text, "Fourteen passengers were hurt, police said. [1, 2, 4; conflict 2]"));
    CHECK(contains(text, "[3; disputed by Ostf\u00E4hre; takes sides:"));
    CHECK(text.find("At a glance") < text.find("Where the reports differ"));
    CHECK(text.find("Where the reports differ") < text.find("Facts, most central first"));
}

TEST_CASE("a conflict shows both values with their reports and the words around them") {
    const auto text = text_of(ferry_story(), StoryDetail::main);
    CHECK(
        contains(text, "Fourteen [1, 2, 4], 3 reports, 2 independent origins\n     | [Fourteen] passengers were hurt"));
    CHECK(contains(text, "Forty [3]\n     | [Forty] passengers were hurt"));
}

TEST_CASE("of a quotation in different words those are marked that differ") {
    const auto text = text_of(ferry_story(), StoryDetail::main);
    CHECK(contains(text, "| The engine did not answer [for some time]\n"));
    auto story = ferry_story();
    story.conflicts[3].one.words = story.facts[5].mentions[0].claim.span;
    story.conflicts[3].other.words = story.facts[6].mentions[0].claim.span;
    const auto whole = text_of(story, StoryDetail::main);
    CHECK(contains(whole, "| The engine did not answer [for some time]\n"));
    CHECK(contains(whole, "| The engine did not answer [at once]\n"));
}

TEST_CASE("a fact says how many independent origins it has") {
    auto story = ferry_story();
    story.facts[1].independent_origins = 1;
    story.facts[1].flags = {FactFlag::single_origin};
    const auto text = text_of(story, StoryDetail::main);
    CHECK(contains(text, "3 reports, 2 independent origins [1, 2, 3]"));
    CHECK(contains(text, "3 reports, 1 origin [1, 2, 4]; single origin"));
    CHECK(contains(text, "1 report [1]; disputed by Ostf\u00E4hre; own statement of Ostf\u00E4hre"));
}

TEST_CASE("long lists are cut with a count, unless everything is asked for") {
    const auto story = large_story(60, 2);
    const auto cut = text_of(story, StoryDetail::main);
    CHECK(contains(cut, "... and 51 more facts (--detail everything)"));
    CHECK(contains(cut, "... and 40 more reports (--detail everything)"));
    CHECK(contains(cut, "A ferry hit a pier. [1, 2, 3, 4, 5, 6 and 54 more]"));
    const auto whole = text_of(story, StoryDetail::everything);
    CHECK_FALSE(contains(whole, " more "));
    CHECK(contains(whole, "A ferry with the number 60"));
}

TEST_CASE("every part of a story is told") {
    const auto text = render_story_text(ferry_story(), {1000, TerminalColor::none, StoryDetail::everything});
    for (const std::string part :
         {"Nordwire (news agency) -> [1] wire, [2] rewrite", "copy: 82% of 2 is taken from 1. Report 1 is a day older.",
          "Reports 1, 2 count as one origin.", "corrected: Report 4 takes back report 3.",
          "2024-03-25 The ferry Sankt Annen", "[dated by 3; first in [1] wire", "What the account leaves out: 5 facts",
          "OSTFAEHRE <AG>, ofac-sdn of 2024-03-20", "reports/french.txt: It is in another language",
          "Note: Report 5 has no text."}) {
        CAPTURE(part);
        CHECK(contains(text, part));
    }
}

TEST_CASE("a report is called by its publisher, or by the name of its file or page") {
    auto story = ferry_story();
    auto published = *story.reports[0];
    published.metadata.publisher.value = "The \x1b Harbour Gazette";
    story.reports[0] = std::make_shared<const Document>(published);
    const auto text = text_of(story, StoryDetail::main);
    CHECK(contains(text, "[1] The \uFFFD Harbour Gazette: 2 facts"));
    CHECK(contains(text, "[2] rewrite: 1 fact"));
    CHECK(contains(text, "[3] ferry: 4 facts"));
}

TEST_CASE("the account alone leaves the rest away") {
    const auto text = text_of(ferry_story(), StoryDetail::account);
    CHECK(contains(text, "different numbers: One says Fourteen, the other Forty."));
    CHECK_FALSE(contains(text, "Origins"));
    CHECK_FALSE(contains(text, "What each report alone has"));
}

TEST_CASE("a story without reports says why") {
    const auto text = text_of(empty_story(), StoryDetail::main);
    CHECK(contains(text, "0 reports"));
    CHECK(contains(text, "empty.txt: It has no text."));
    CHECK(contains(text, "Note: No report could be used."));
}

TEST_CASE("a list of stories has a headline, counts and days for each") {
    StorySummary listed;
    listed.id = "12345";
    listed.headline = "Pier closed";
    listed.reports = 2;
    const auto stories = {summary_of(ferry_story()), summary_of(small_story()), summary_of(large_story(3, 1)), listed};
    CHECK(render_story_list(stories, {100, TerminalColor::none, StoryDetail::main}) ==
          "   1  Ferry hits pier at Lindhaven\n"
          "      5 reports, 4 independent origins, 10 facts, 8 conflicts; 2024-03-25 to 2024-03-26\n"
          "   1  The port opened again\n"
          "      1 report, 1 fact, 0 conflicts; no date\n"
          "   1  A ferry hit a pier.\n"
          "      3 reports, 1 origin, 4 facts, 0 conflicts; no date\n"
          "12345  Pier closed\n"
          "      2 reports; no date\n"
          "4 stories\n");
}

TEST_CASE("a story without a headline is called by a title, else by a sentence of its account, else by a report") {
    auto story = small_story();
    story.account.headline.text.clear();
    auto report = *story.reports.front();
    const auto named = [&](const std::string& title, const std::string& sentence) {
        report.metadata.title.value = title;
        story.reports.front() = std::make_shared<const Document>(report);
        story.account.summary.text = sentence;
        return summary_of(story).headline;
    };
    CHECK(named("Port opens", "The port opened.") == "Port opens");
    CHECK(named("", "The port opened.") == "The port opened.");
    CHECK(named("", "") == report.id);
    CHECK(named(std::string(5000, 'x'), "The port opened.").size() < 300);
}
