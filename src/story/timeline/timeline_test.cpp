#include "story/timeline/timeline.hpp"

#include <doctest/doctest.h>

#include "story/facts/facts.hpp"
#include "story/test_story.hpp"

using namespace axray;
using namespace axray::story;

namespace {

std::unique_ptr<const StoryTexts> texts_of(const std::vector<tests::TestReport>& reports) {
    return tests::story_of(reports);
}

std::vector<Fact> facts_of(const StoryTexts& texts) {
    Origins origins;
    for (std::uint32_t report = 0; report < texts.size(); ++report) origins.groups.push_back(report);
    return join_facts(texts, origins, tests::models().analyst());
}

// "2024-03-25; 2021-08/2022-10"
std::string shown(const Timeline& timeline) {
    std::string values;
    for (const TimelineEntry& entry : timeline.entries) {
        values += (values.empty() ? "" : "; ") + entry.value;
        CHECK(entry.begin < entry.end);
        CHECK(!entry.dated_by.empty());
        CHECK(!entry.reported_by.empty());
    }
    return values;
}

std::string values_of(const std::vector<tests::TestReport>& reports) {
    const auto texts = texts_of(reports);
    return shown(make_timeline(*texts, facts_of(*texts), {}));
}

}  // namespace

TEST_CASE("the date that goes with the main verb dates the event") {
    struct Row {
        std::string text;
        std::string published;
        std::string values;
    };
    const Row rows[] = {
        {"The council closed the bridge at Port Ellery on 25 March 2024.", "", "2024-03-25"},
        {"On Monday the council closed the bridge at Port Ellery.", "2024-03-27", "2024-03-25"},
        {"Yesterday the council closed the bridge at Port Ellery.", "2024-03-27", "2024-03-26"},
        {"On March 25, the council closed the bridge at Port Ellery.", "2024-03-27", "2024-03-25"},
        {"Norvik closed its plant in Ostrava in June 2021.", "", "2021-06"},
        {"Norvik opened its plant in Ostrava in 2019.", "", "2019"},
        {"The attacks on the harbour board between August 2021 and October 2022 exposed the plans of the wall.", "",
         "2021-08/2022-10"},
        {"On 25 March 2024 the council closed the bridge, which Norvik had built in 1987.", "", "2024-03-25"},
        {"Torvane said on Tuesday that the wall is safe for the town.", "2024-03-27", "2024-03-26"},
        {"The 2021 attack on the harbour board exposed the plans of the wall.", "", "2021"},
        {"Friday's test of the new ferry failed in the storm.", "2024-03-27", "2024-03-22"},
        {"The council closed the bridge at 6 a.m. on Tuesday.", "2024-03-27", "2024-03-26"},
        // Something else is dated, or nothing can be placed.
        {"The council closed the bridge that Norvik had built in 1987.", "", ""},
        {"The wall had broken in the storm, Torvane told reporters on Tuesday.", "2024-03-27", ""},
        {"On Monday the council closed the bridge at Port Ellery.", "", ""},
        {"The council met for three days in the town hall.", "2024-03-27", ""},
        {"The council meets every Monday in the town hall.", "2024-03-27", ""},
        {"The 2020 candidates demanded the release of the report of the harbour board.", "2019-03-27", ""},
        {"The night was a solid win for the mayor of the town.", "2024-03-27", ""},
        {"The council is now in the town hall of Port Ellery.", "2024-03-27", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(values_of({{row.text, row.published}}) == row.values);
    }
}

TEST_CASE("events stand in order of their time, and a weekday is reckoned from the days of the other reports") {
    CHECK(values_of({{"Norvik opened its plant in Ostrava in 2019. The council fined Norvik on 25 March 2024.", ""},
                     {"The mayor of Port Ellery resigned in August 2021.", ""}}) == "2019; 2021-08; 2024-03-25");
    const std::string bridge = "On Monday, the council closed the bridge at Port Ellery.";
    CHECK(values_of({{bridge, ""}, {"A ferry was hired for the workers.", "2024-03-27"}}) == "2024-03-25");
    CHECK(values_of({{bridge, ""}, {"A ferry was hired.", "2024-03-27"}, {"A ferry sank.", "2024-05-27"}}).empty());
}

TEST_CASE("a fact of several reports is one entry with who had it first") {
    const auto texts = texts_of({{"The council closed the bridge at Port Ellery on Monday.", "2024-03-28"},
                                 {"The council closed the bridge at Port Ellery on 25 March.", "2024-03-26"},
                                 {"The council closed the bridge at Port Ellery.", ""},
                                 {"The council closed the bridge at Port Ellery in March 2024.", "2024-03-27"}});
    const auto facts = facts_of(*texts);
    REQUIRE(facts.size() == 1);
    const auto timeline = make_timeline(*texts, facts, {});
    REQUIRE(timeline.entries.size() == 1);
    const TimelineEntry& entry = timeline.entries[0];
    CHECK(entry.value == "2024-03-25");
    CHECK(entry.begin == "2024-03-25");
    CHECK(entry.end == "2024-03-26");
    CHECK(entry.reported_by == std::vector<std::uint32_t>{1, 3, 0, 2});
    REQUIRE(entry.dated_by.size() == 3);
    for (const TimelineMention& mention : entry.dated_by) {
        REQUIRE(mention.mention < facts[0].mentions.size());
        CHECK(mention.date < facts[0].mentions[mention.mention].dates.size());
    }
    CHECK(facts[0].mentions[entry.dated_by[0].mention].report == 1);
}

TEST_CASE("corrections say that they are some, or come from the outlet that said otherwise") {
    struct Row {
        std::string earlier;
        std::string later;
        std::size_t corrections;
    };
    const Row rows[] = {
        {"The fire at the Ostrava mill killed 12 workers.",
         "The number of workers killed by the fire at the Ostrava mill has risen to 14 workers.", 1},
        {"The fire at the Ostrava mill killed 12 workers.",
         "The fire at the Ostrava mill killed 14 workers, up from 12 workers on Monday.", 1},
        {"The fire at the Ostrava mill killed 12 workers.",
         "Correction: the fire at the Ostrava mill killed 14 workers.", 1},
        {"The fire at the Ostrava mill killed 12 workers.", "The fire at the Ostrava mill killed 14 workers.", 0},
        {"The fire at the Ostrava mill killed 12 workers.", "The rent of the Ostrava mill has risen to 14 pounds.", 0},
    };
    for (const Row& row : rows) {
        CAPTURE(row.later);
        const auto texts = texts_of({{row.earlier, "2024-03-25"}, {row.later, "2024-03-27"}});
        auto facts = facts_of(*texts);
        for (std::uint32_t fact = 0; fact < facts.size(); ++fact) {  // as joining finds them, or at least near
            for (std::uint32_t other = 0; other < facts.size(); ++other) {
                if (other != fact) facts[fact].related.push_back({other, FactRelation::near});
            }
        }
        const auto corrections = make_timeline(*texts, facts, {}).corrections;
        CHECK(corrections.size() == row.corrections);
        mark_corrections(corrections, facts);
        for (const Correction& one : corrections) {
            CHECK(facts[one.earlier.fact].mentions[one.earlier.mention].report == 0);
            CHECK(facts[one.later.fact].mentions[one.later.mention].report == 1);
            CHECK(texts->report(0).document->slice(one.earlier.words) == "12");
            CHECK(facts[one.earlier.fact].flags.back() == FactFlag::corrected);
            CHECK(one.explanation.back() == '.');
        }
    }
    // Not before what it corrects.
    const auto texts = texts_of({{rows[0].earlier, "2024-03-28"}, {rows[0].later, "2024-03-27"}});
    CHECK(make_timeline(*texts, facts_of(*texts), {}).corrections.empty());
}

TEST_CASE("a timeline of wrong facts is bounded and refers to nothing that there is not") {
    const auto texts = texts_of({{"On 31 March 9999 it ends. In 0001 it began. On 25/25/2525 it stood."}});
    auto facts = facts_of(*texts);
    Fact wrong;
    FactMention mention;
    mention.report = 7;
    wrong.mentions.push_back(mention);
    mention.report = 0;
    mention.claim.sentence = 99;
    mention.dates.push_back({});
    wrong.mentions.push_back(mention);
    wrong.related.push_back({99, FactRelation::near});
    facts.push_back(wrong);
    Conflict conflict;
    conflict.one.fact = 99;
    const auto timeline = make_timeline(*texts, facts, {conflict});
    for (const TimelineEntry& entry : timeline.entries) CHECK(entry.fact + 1 < facts.size());
    CHECK(timeline.corrections.empty());
    Correction correction;
    correction.earlier.fact = 99;
    mark_corrections({correction}, facts);
}
