#include <doctest/doctest.h>

#include "story/test_story.hpp"

using namespace axray::story;

TEST_CASE("a report is annotated twice over the same tokens, and split into claims") {
    const auto story = tests::story_of({{"The agency fined Norvik in 2020 and closed its plant.", "2021-03-02"},
                                        {"Norvik was fined, the agency said on Monday.", ""}});
    REQUIRE(story->size() == 2);
    for (const auto& report : story->reports()) {
        CHECK(report.words.tokens.span == report.closely.tokens.span);
        CHECK(report.closely.tokens.parsed());
        CHECK_FALSE(report.claims.empty());
        CHECK(report.uncheckable.size() == report.claims.size());
    }
    CHECK(story->report(0).published.year == 2021);
    CHECK(story->report(1).published.year == 0);
    CHECK(story->index().source_count() == 2);
}
