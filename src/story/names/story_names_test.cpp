#include "story/names/story_names.hpp"

#include <algorithm>
#include <string>

#include <doctest/doctest.h>

#include "story/test_story.hpp"

using namespace axray;
using namespace axray::story;

namespace {

std::size_t mentions_of(const std::vector<StoryName>& names, const std::string& name) {
    const auto at = std::find_if(names.begin(), names.end(), [&](const StoryName& one) { return one.name == name; });
    return at == names.end() ? 0 : at->mentions.size();
}

}  // namespace

TEST_CASE("a person is one bearer over all reports, by the full name") {
    const auto story =
        tests::story_of({{"Minister Ilka Torvane resigned on Monday. Torvane said that she was tired.", "2024-03-05"},
                         {"Torvane resigned, her office said. The harbour stayed closed.", "2024-03-06"}});
    const auto names = join_names(*story);
    CHECK(mentions_of(names, "Ilka Torvane") == 3);
    CHECK(mentions_of(names, "Torvane") == 0);
}

TEST_CASE("a surname that two persons of the story share joins neither") {
    const auto story = tests::story_of({{"Ilka Torvane met Anton Torvane in Brussels on Monday.", ""},
                                        {"Torvane told reporters on Tuesday that the talks had failed.", ""}});
    const auto names = join_names(*story);
    CHECK(mentions_of(names, "Ilka Torvane") == 1);
    CHECK(mentions_of(names, "Anton Torvane") == 1);
}

TEST_CASE("every mention lies within its report") {
    const auto story =
        tests::story_of({{"The Harbour Safety Board (HSB) fined Norvik.", ""}, {"HSB fined Norvik.", ""}});
    for (const auto& name : join_names(*story)) {
        REQUIRE_FALSE(name.mentions.empty());
        for (const auto& mention : name.mentions)
            CHECK(mention.span.end <= story->report(mention.source).document->text.size());
    }
}
