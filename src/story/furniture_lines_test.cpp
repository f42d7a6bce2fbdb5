#include "story/furniture_lines.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "story/test_story.hpp"

namespace axray::story {
namespace {

TEST_CASE("lines that say nothing of the story make no claims") {
    struct Row {
        std::string line;
        bool claims;
    };
    const Row rows[] = {
        {"Photos: The north pier burns in Port Lane", false},
        {"Hide Caption 3 of 12", false},
        {"WEST GATE BROKEN FENCE By the river of Port Lane a boat is seen", false},
        {"Fire in Port Lane: what we know so far", false},
        {"Tomas Lind contributed to this report from Port Lane.", false},
        {"Sign up for the morning mail of Port Lane.", false},
        {"The photos show that the pier of Port Lane burned for two days.", true},
        {"NATO, UNICEF, WHO, UNHCR and the board of Port Lane sent boats to the pier.", true},
        {"\"NEVER CLOSE THIS PIER AGAIN,\" a poster at the harbour of Port Lane said.", true},
        {"The board said what we know is that the pier of Port Lane burned.", true},
    };
    for (const auto& row : rows) {
        const std::string line = row.line;
        CAPTURE(line);
        const auto story = tests::story_of({{"The pier of Port Lane burned on 3 March 2024.\n\n" + line + "\n"}});
        const auto& claims = story->report(0).claims;
        bool found = false;
        for (std::uint32_t number = 0; number < claims.size(); ++number) {
            CHECK(claims[number].id == number);
            found = found || claims[number].span.begin > 40;
        }
        CHECK(found == row.claims);
    }
}

}  // namespace
}  // namespace axray::story
