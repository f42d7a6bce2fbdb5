#include "story/origins/origins.hpp"

#include <algorithm>
#include <chrono>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "story/origins/acknowledgements.hpp"
#include "story/origins/news_agencies.hpp"
#include "story/origins/shared_origin.hpp"
#include "story/test_story.hpp"

namespace axray::story {
namespace {

using tests::story_of;

const std::string kHarbour =
    "The port of Ilmar closed its eastern basin on Tuesday after a crane toppled onto a ferry, injuring nine "
    "passengers and blocking the only deep channel for most of the afternoon.\n\n"
    "Divers searched the hull until nightfall while tugs held the ferry against the quay with heavy cables.";
const std::string kWeather =
    "Forecasters in the northern districts expect snow above six hundred metres, with strong winds along the coast and "
    "a slow thaw towards the weekend that could swell the smaller rivers.";

// "whole_report agency Reuters" of every acknowledgement of a single report.
std::vector<std::string> acknowledged(const std::string& text) {
    const auto story = story_of({{text}});
    const auto origins = trace_origins(*story);
    std::vector<std::string> told;
    for (const auto& one : origins.acknowledgements) {
        const auto& origin = origins.origins[one.origin];
        told.push_back(std::string(to_string(one.scope)) + " " + std::string(to_string(origin.kind)) + " " +
                       origin.name);
    }
    return told;
}

}  // namespace

TEST_CASE("words that name an origin are read") {
    struct Case {
        std::string text;
        const char* told;
    };
    const std::vector<Case> cases = {
        {"The basin was closed, according to what Reuters reported.", "sentence agency Reuters"},
        {"According to reports from the Associated Press, nine people were injured.",
         "sentence agency Associated Press"},
        {"\"We are closing,\" Ilka Torvane told CNN on Monday.", "sentence outlet CNN"},
        {"The crane was rusty, the Ilmar Herald reported on Sunday.", "sentence outlet Ilmar Herald"},
        {"Der Hafen ist gesperrt, laut Reuters bis Freitag.", "sentence agency Reuters"},
        {"The minister will resign, as first reported by the Daily Quay.", "sentence outlet Daily Quay"},
        {"Nine people were injured, AFP said.", "sentence agency Agence France-Presse"},
        {"The board knew of the rust, according to a statement by the Harbour Authority.",
         "sentence statement statement by Harbour Authority"},
        {"\"The base was rusty,\" Ilka Torvane said in a statement.", "sentence statement statement by Ilka Torvane"},
        {"According to a report published by the Harbour Authority, the crane was rusty.",
         "sentence statement report by Harbour Authority"},
        {"In an indictment unsealed on Monday, prosecutors accused two engineers of fraud.",
         "sentence statement indictment"},
        {"Two engineers took bribes, court documents show.", "sentence statement documents"},
    };
    for (const auto& one : cases) {
        CAPTURE(one.text);
        const auto told = acknowledged(kWeather + "\n\n" + one.text + "\n\n" + kWeather);
        CAPTURE(told.size());
        CHECK(std::find(told.begin(), told.end(), one.told) != told.end());
    }
}

TEST_CASE("credits of a whole report are read") {
    struct Case {
        std::string text;
        const char* told;
    };
    const std::vector<Case> cases = {
        {"ILMAR, May 3 (Reuters) - " + kHarbour, "whole_report agency Reuters"},
        {"ILMAR (Reuters) - " + kHarbour, "whole_report agency Reuters"},
        {"(Updates with divers) By Ilka Torvane ILMAR, May 3 (AP) - " + kHarbour,
         "whole_report agency Associated Press"},
        {"Ilmar (CNN) " + kHarbour, "whole_report outlet CNN"},
        {kHarbour + "\n\nSource: Reuters + websites", "whole_report agency Reuters"},
        {kHarbour + "\n\nThe Associated Press contributed to this report.", "whole_report agency Associated Press"},
        {kHarbour + "\n\nilmarherald.example\n\n" + kWeather, "whole_report outlet ilmarherald.example"},
    };
    for (const auto& one : cases) {
        CAPTURE(one.text);
        const auto told = acknowledged(one.text);
        CHECK(std::find(told.begin(), told.end(), one.told) != told.end());
    }
}

TEST_CASE("who merely speaks or is spoken of is no origin") {
    for (const char* text :
         {"\"We are closing,\" said Ilka Torvane.", "Ilka Torvane told reporters that she would resign.",
          "Torvane told the Treasury that the money was gone.", "Shares of Reuters fell by a tenth.",
          "The ministry said on Monday that the basin is closed.", "According to reports, nine people were injured.",
          "Torvane said in the report that she was not to blame.", "The city statement of accounts was late.",
          "The complaint surprised nobody."}) {
        CAPTURE(text);
        const auto told = acknowledged(kWeather + "\n\n" + text + "\n\n" + kWeather);
        CHECK(told.empty());
    }
}

TEST_CASE("a report that cites thousands of statements costs bounded time") {
    std::string text;
    for (int number = 0; number < 3000; ++number)
        text += "Torvane " + std::to_string(number) + " said in a statement, according to Reuters, that it is over. ";
    const auto begin = std::chrono::steady_clock::now();
    const auto report = tests::models().read(tests::read_document({text}, 0));
    const auto annotated = std::chrono::steady_clock::now();
    CHECK(read_acknowledgements(report).size() <= 3 * kMostAcknowledgements);
    const auto end = std::chrono::steady_clock::now();
    CHECK(end - annotated < annotated - begin + std::chrono::seconds(1));
}

TEST_CASE("names of agencies, media and domains") {
    CHECK(agency_at("The Associated Press reported")->name == "Associated Press");
    CHECK(agency_at("AFP")->name == "Agence France-Presse");
    CHECK_FALSE(agency_at("AFPX"));
    CHECK_FALSE(agency_at("apart from"));
    CHECK(is_medium_name("The Daily Quay"));
    CHECK_FALSE(is_medium_name("Harbour Authority"));
    CHECK(lone_domain("www.ilmarherald.example/") == "ilmarherald.example");
    for (const char* none : {"", ".", "a..b", "no domain.", "U.S.", "u.s.news", "1.5", "word", "ilmar herald.example",
                             "www.youtube.com"}) {
        CAPTURE(none);
        CHECK_FALSE(lone_domain(none));
    }
}

TEST_CASE("who took from whom is told by name, credit and time") {
    struct Case {
        const char* name;
        tests::TestReport first;
        tests::TestReport second;
        CopyDirection direction;
    };
    const std::vector<Case> cases = {
        {"earlier day", {kHarbour, "2024-05-03"}, {kHarbour, "2024-05-04"}, CopyDirection::first_to_second},
        {"later day", {kHarbour, "2024-05-05"}, {kHarbour, "2024-05-04"}, CopyDirection::second_to_first},
        {"earlier hour",
         {kHarbour, "2024-05-03T08:00:00Z"},
         {kHarbour, "2024-05-03T09:30:00Z"},
         CopyDirection::first_to_second},
        {"same day", {kHarbour, "2024-05-03"}, {kHarbour, "2024-05-03"}, CopyDirection::unknown},
        {"no day", {kHarbour}, {kHarbour, "2024-05-03"}, CopyDirection::unknown},
        {"an agency behind one",
         {kHarbour + "\n\nSource: Reuters", "2024-05-03"},
         {kHarbour, "2024-05-04"},
         CopyDirection::common_origin},
    };
    for (const auto& one : cases) {
        CAPTURE(one.name);
        const auto story = story_of({one.first, one.second});
        const auto origins = trace_origins(*story);
        REQUIRE(origins.copies.size() == 1);
        CHECK(origins.copies[0].kind == CopyKind::copy);
        CHECK(origins.copies[0].direction == one.direction);
        CHECK_FALSE(origins.copies[0].reason.empty());
    }
}

TEST_CASE("a report that names the medium of another took from it, whatever the days say") {
    std::vector<ReportText> texts;
    for (const auto& [text, publisher] :
         {std::pair{kHarbour + "\n\nThe Ilmar Herald first reported the accident.", "Quay Gazette"},
          std::pair{kHarbour + "\n\nThe mayor told The Ilmar Herald that she would resign.", "The Ilmar Herald"}}) {
        auto document = *tests::read_document({text, texts.empty() ? "2024-05-03" : "2024-05-04"}, texts.size());
        document.metadata.publisher.value = publisher;
        texts.push_back(tests::models().read(std::make_shared<const Document>(std::move(document))));
    }
    const StoryTexts story(std::move(texts));
    const auto origins = trace_origins(story);
    REQUIRE(origins.copies.size() == 1);
    CHECK(origins.copies[0].direction == CopyDirection::second_to_first);
    // What a medium was told itself is from nowhere else.
    REQUIRE(origins.acknowledgements.size() == 1);
    CHECK(origins.acknowledgements[0].place.source == 0);
}

TEST_CASE("copies count as one origin, reports of their own do not") {
    const auto story = story_of({{kHarbour, "2024-05-03"},
                                 {kWeather, "2024-05-03"},
                                 {kHarbour + "\n\n" + kWeather.substr(0, 60), "2024-05-04"}});
    const auto origins = trace_origins(*story);
    REQUIRE(origins.groups.size() == 3);
    CHECK(origins.groups[0] == origins.groups[2]);
    CHECK(origins.groups[0] != origins.groups[1]);
    REQUIRE(origins.origins.size() == 1);
    CHECK(origins.origins[0].kind == OriginKind::report);
    CHECK(origins.origins[0].name == "report-1");
    CHECK(origins.origins[0].reports == std::vector<std::uint32_t>{0, 2});
}

TEST_CASE("a partial copy counts as one origin with another where both name the agency") {
    const std::string divers =
        "Divers searched the hull until nightfall while tugs held the ferry against the quay with "
        "heavy cables, and the harbour master refused every question about the rusty crane.";
    const std::string own =
        "Growers of early potatoes report the best yields in eleven years, which they put down to a "
        "mild spring and to the new wells that the cooperative drilled between the old terraces "
        "last autumn. The market hall opens an hour earlier until the end of the harvest, and "
        "carts may stand on the western side of the square. Nobody will be fined this week.";
    struct Case {
        const char* name;
        std::string credit_of_first;
        std::string credit_of_second;
        bool one_group;
    };
    const std::vector<Case> cases = {
        {"both", "\n\nSource: Reuters", "\n\nThe crane was old, Reuters reported.", true},
        {"one alone", "\n\nSource: Reuters", "", false},
        {"neither for the whole", "\n\nIt was late, Reuters reported.", "\n\nThe crane was old, Reuters reported.",
         false},
        {"another agency", "\n\nSource: Reuters", "\n\nThe crane was old, AFP reported.", false},
    };
    for (const auto& one : cases) {
        CAPTURE(one.name);
        const auto story =
            story_of({{kWeather + "\n\n" + kWeather.substr(0, 90) + "\n\n" + divers + one.credit_of_first},
                      {own + "\n\n" + divers + one.credit_of_second}});
        const auto origins = trace_origins(*story);
        REQUIRE(origins.copies.size() == 1);
        CHECK(origins.copies[0].kind == CopyKind::partial);
        CHECK((origins.groups[0] == origins.groups[1]) == one.one_group);
    }
}

TEST_CASE("places share an origin by copied words or by what both acknowledge") {
    const std::string by_reuters = "According to Reuters, the crane had been rusty for many years.";
    const std::string also_by_reuters = "Inspectors never saw the base of the crane, Reuters reported.";
    const std::string by_ministry =
        "According to a statement by the Transport Ministry, cranes are inspected twice a year.";
    const std::string also_by_ministry = "The hall stays closed, the Transport Ministry said in a statement.";
    const auto story = story_of({{kHarbour + "\n\n" + by_reuters + "\n\n" + by_ministry},
                                 {kWeather + "\n\n" + also_by_reuters},
                                 {also_by_ministry + " Snow fell all over the north on Sunday."}});
    const auto origins = trace_origins(*story);
    const SharedOrigins shared(*story, origins);
    const auto place = [&](std::uint32_t report, const std::string& words) {
        const auto at = story->report(report).document->text.find(words);
        REQUIRE(at != std::string::npos);
        return SourceSpan{report, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())}};
    };
    CHECK(shared.share(place(0, "crane had been rusty"), place(1, "never saw the base")));
    // Who names an agency once may have the rest from it too.
    CHECK(shared.share(place(0, "crane had been rusty"), place(1, "strong winds")));
    CHECK(shared.share(place(0, "cranes are inspected"), place(2, "hall stays closed")));
    CHECK_FALSE(shared.share(place(0, "crane toppled"), place(2, "hall stays closed")));
    CHECK_FALSE(shared.share(place(1, "strong winds"), place(2, "Snow fell")));
    CHECK(shared.share(place(0, "crane toppled"), place(0, "Divers searched")));
}

TEST_CASE("a quotation that two reports have is one statement") {
    const std::string quotation =
        "\"We shall not open the harbour before every crane has been looked at by two engineers\"";
    const auto story = story_of({{kHarbour + "\n\n" + quotation + ", the mayor said."},
                                 {kWeather + "\n\nThe mayor was plain. " + quotation + ", she told reporters."}});
    const auto origins = trace_origins(*story);
    const SharedOrigins shared(*story, origins);
    const auto at = [&](std::uint32_t report) {
        const auto begin = static_cast<std::uint32_t>(story->report(report).document->text.find(quotation));
        return SourceSpan{report, {begin, begin + static_cast<std::uint32_t>(quotation.size())}};
    };
    CHECK(shared.share(at(0), at(1)));
    CHECK_FALSE(shared.share({0, {0, 20}}, {1, {0, 20}}));
}

TEST_CASE("a story of empty reports, and of fifty that are the same") {
    CHECK(trace_origins(*story_of({})).groups.empty());
    CHECK(trace_origins(*story_of({{"-"}, {"..."}, {"\u201c\u201d"}})).groups == std::vector<std::uint32_t>{0, 1, 2});
    const auto origins = trace_origins(*story_of(std::vector<tests::TestReport>(50, {kHarbour, "2024-05-03"})));
    CHECK(origins.groups == std::vector<std::uint32_t>(50, 0));
}

}  // namespace axray::story
