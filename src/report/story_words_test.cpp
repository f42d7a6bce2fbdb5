#include "report/story_words.hpp"

#include <memory>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "report/story_fixture.hpp"

using namespace axray;
using namespace axray::report;

TEST_CASE("what stands behind a fact is said in reports and origins") {
    struct Case {
        std::uint64_t reports;
        std::uint64_t origins;
        std::string_view words;
    };
    for (const auto& [reports, origins, words] :
         {Case{0, 0, "0 reports"}, Case{1, 1, "1 report"}, Case{5, 1, "5 reports, 1 origin"},
          Case{5, 2, "5 reports, 2 independent origins"},
          Case{1200, 1000, "1,200 reports, 1,000 independent origins"}}) {
        CHECK(support_of(reports, origins) == words);
    }
}

TEST_CASE("ids of reports in a sentence become their numbers") {
    const auto story = ferry_story();
    CHECK(with_report_numbers(story, "reports/wire.txt says so, reports/late.txt not") ==
          "Report 1 says so, report 4 not");
    CHECK(with_report_numbers(story, "In reports/rewrite.html: yes") == "In report 2: yes");
    CHECK(with_report_numbers(story, "myreports/wire.txt is another") == "myreports/wire.txt is another");
    CHECK(with_report_numbers(story, "") == "");
}

TEST_CASE("an id that begins another one is not taken for it") {
    auto story = ferry_story();
    auto longer = *story.reports[1];
    longer.id = "reports/wire.txt.old";
    story.reports[1] = std::make_shared<const Document>(longer);
    CHECK(with_report_numbers(story, "reports/wire.txt.old and reports/wire.txt") == "Report 2 and report 1");
}

TEST_CASE("days of the timeline are said in words") {
    struct Case {
        std::string_view value;
        std::string_view words;
    };
    for (const auto& [value, words] : {Case{"2024-03-25", "2024-03-25"}, Case{"2014/2022", "2014 to 2022"},
                                       Case{"2024-W12", "week 12 of 2024"}, Case{"", ""}}) {
        TimelineEntry entry;
        entry.value = value;
        CHECK(days_of(entry) == words);
    }
}

TEST_CASE("a speaker is called as the report does, unless that is no name") {
    auto story = ferry_story();
    auto& mention = story.facts[4].mentions[0];
    CHECK(speaker_of(story, mention) == "Ostf\u00E4hre");
    mention.speech->speaker = {mention.speech->speaker.begin - 21, mention.speech->speaker.end};
    CHECK(speaker_of(story, mention) == "The shipping company Ostf\u00E4hre");
    mention.speech->name = "Ilka Torvane";
    CHECK(speaker_of(story, mention) == "Ilka Torvane");
    CHECK(speaker_of(story, story.facts[0].mentions[0]).empty());
}

TEST_CASE("a short name is the last part of a path or an address") {
    struct Case {
        std::string_view id;
        std::string_view name;
    };
    for (const auto& [id, name] :
         {Case{"reports/wire.txt", "wire"}, Case{"https://paper.example/news/ferry?a=1", "ferry"},
          Case{"https://paper.example/", "paper.exam\u2026"}, Case{"a/b/", "b"}, Case{"", ""},
          Case{".hidden", ".hidden"}, Case{"a-name-that-is-far-too-long-for-a-box.html", "a-name-tha\u2026"}}) {
        Document report;
        report.id = id;
        CHECK(short_name(report, 11) == name);
    }
}

TEST_CASE("reports of one group count as one") {
    const auto story = large_story(7, 1);
    CHECK(independent_reports(story) == 3);
    CHECK(groups_of_several(story).size() == 2);
    CHECK(origins_of(story, {0, 1, 3}) == 2);
    CHECK(report_numbers({0, 1, 2, 3}, 2) == "1, 2 and 2 more");
    CHECK(report_numbers({0, 1, 2}, 2) == "1, 2, 3");
}
