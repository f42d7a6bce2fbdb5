// Whole invented stories (tests/story_cases/conflicts.tsv): what is reported of each must be a conflict that a reader
// marked, and those marked as certain must be found.
#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "base/cases_for_test.hpp"
#include "story/conflicts/conflicts.hpp"
#include "story/facts/facts.hpp"
#include "story/origins/origins.hpp"
#include "story/test_story.hpp"

using namespace axray;
using namespace axray::story;

namespace {

struct Expected {
    std::string kind;
    std::string one;
    std::string other;
    bool certain = false;  // it must be found
};

struct StoryCase {
    std::string name;
    std::vector<tests::TestReport> reports;
    std::vector<Expected> expected;
};

std::vector<StoryCase> read_cases() {
    std::vector<StoryCase> stories;
    for (const auto& row : base::cases_of("tests/story_cases/conflicts.tsv", 3)) {
        if (stories.empty() || stories.back().name != row[0]) stories.push_back({row[0], {}, {}});
        StoryCase& story = stories.back();
        if (row[1][0] == '2') {
            story.reports.push_back({row[2], row[1]});
            continue;
        }
        const auto between = row[2].find(" || ");
        REQUIRE(between != std::string::npos);
        const bool certain = row[1].back() != '?';
        const std::string kind = certain ? row[1] : row[1].substr(0, row[1].size() - 1);
        story.expected.push_back({kind, row[2].substr(0, between), row[2].substr(between + 4), certain});
    }
    return stories;
}

// Whether a name is a place's or somebody else's is another question.
std::string class_of(const std::string& kind) { return kind == "place" || kind == "actor" ? "name" : kind; }

struct Found {
    std::string kind;
    std::string one;  // the whole mention
    std::string other;
    std::string explanation;
};

std::vector<Found> conflicts_of(const StoryCase& story) {
    const auto texts = tests::story_of(story.reports);
    const auto analyst = tests::models().analyst();
    const auto facts = join_facts(*texts, trace_origins(*texts), analyst);
    const auto words = [&](const ConflictSide& side) {
        const FactMention& mention = facts[side.fact].mentions[side.mention];
        const auto& text = texts->report(mention.report);
        const Span sentence = text.words.sentences[mention.claim.sentence].span;
        return std::string(text.document->slice(sentence));
    };
    std::vector<Found> found;
    for (const Conflict& one : find_conflicts(*texts, facts, analyst)) {
        found.push_back({std::string(to_string(one.kind)), words(one.one), words(one.other), one.explanation});
    }
    return found;
}

bool fits(const Found& found, const Expected& expected) {
    const auto has = [](const std::string& text, const std::string& words) {
        return text.find(words) != std::string::npos;
    };
    const bool forth = has(found.one, expected.one) && has(found.other, expected.other);
    const bool back = has(found.one, expected.other) && has(found.other, expected.one);
    return class_of(found.kind) == class_of(expected.kind) && (forth || back);
}

}  // namespace

TEST_CASE("invented stories: conflicts that a reader marked, and no others") {
    const auto stories = read_cases();
    REQUIRE(stories.size() >= 18);
    for (const StoryCase& story : stories) {
        CAPTURE(story.name);
        const auto found = conflicts_of(story);
        for (const Expected& expected : story.expected) {
            CAPTURE(expected.kind);
            CAPTURE(expected.one);
            const bool there =
                std::any_of(found.begin(), found.end(), [&](const Found& one) { return fits(one, expected); });
            if (expected.certain) CHECK(there);
        }
        for (const Found& one : found) {
            CAPTURE(one.explanation);
            CHECK(std::any_of(story.expected.begin(), story.expected.end(),
                              [&](const Expected& expected) { return fits(one, expected); }));
        }
    }
}
