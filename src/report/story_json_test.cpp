#include "report/story_json.hpp"

#include <string>
#include <string_view>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "report/schema_check.hpp"
#include "report/story_fixture.hpp"

using namespace axray;
using namespace axray::report;
using nlohmann::json;

namespace {

// Goes through all of a value and checks that words stand where they are said to.
void check_words(const json& value, const json& reports, const json* report) {
    if (value.is_object()) {
        if (value.contains("report")) report = &reports[value["report"].get<std::size_t>()];
        const bool placed = value.contains("begin") && value.contains("exact") && value.contains("file_bytes");
        if (placed) {
            REQUIRE(report != nullptr);
            CHECK(code_points((*report)["text"], value["begin"], value["end"]) == value["exact"]);
        }
    }
    if (!value.is_structured()) return;
    for (const auto& member : value) check_words(member, reports, report);
}

}  // namespace

TEST_CASE("the JSON of a story follows its published schema") {
    for (const auto& story : {ferry_story(), small_story(), empty_story(), large_story(60, 3)}) {
        CHECK(schema_violations("story-report", render_story_json(story)) == "");
    }
}

TEST_CASE("a story in one line has the form of the indented one") {
    const auto line = story_json_line(ferry_story());
    CHECK(line.find('\n') == line.size() - 1);
    CHECK(json::parse(line) == json::parse(render_story_json(ferry_story())));
}

TEST_CASE("words of a story stand where its JSON says") {
    const auto story = json::parse(render_story_json(ferry_story()));
    for (const auto* part : {"account", "facts", "conflicts", "corrections", "origins", "names"}) {
        check_words(story[part], story["reports"], nullptr);
    }
}

TEST_CASE("a fact says how many reports and origins it has, and who denies it") {
    const auto facts = json::parse(render_story_json(ferry_story()))["facts"];
    CHECK(facts[0]["support"] == "3 reports, 2 independent origins");
    CHECK(facts[2]["support"] == "1 report");
    CHECK(facts[3]["denied_by"] == json::array({"Ostf\u00E4hre"}));
    CHECK(facts[0]["denied_by"].empty());
    CHECK(facts[0]["mentions"][1]["report_id"] == "reports/rewrite.html");
    CHECK(facts[4]["mentions"][0]["certainty_cue"]["exact"] == "denied");
}

TEST_CASE("several reports of one origin are said to be so") {
    auto story = ferry_story();
    story.facts[1].independent_origins = 1;
    CHECK(json::parse(render_story_json(story))["facts"][1]["support"] == "3 reports, 1 origin");
}

TEST_CASE("a number that is none becomes null") {
    auto story = ferry_story();
    story.facts[1].mentions[0].numbers[0].high = 1.0 / 0.0;
    const auto facts = json::parse(render_story_json(story))["facts"];
    CHECK(facts[1]["mentions"][0]["numbers"][0]["high"].is_null());
    CHECK(facts[1]["mentions"][0]["numbers"][0]["low"] == 14);
}

TEST_CASE("the same story gives the same JSON") {
    CHECK(render_story_json(ferry_story()) == render_story_json(ferry_story()));
}
