#include "story/whole_claims.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "story/test_story.hpp"

namespace axray::story {
namespace {

std::vector<std::string> claims_of(const std::string& text) {
    std::vector<std::string> claims;
    const auto story = tests::story_of({{text}});
    for (const Claim& claim : story->report(0).claims) claims.push_back(claim.text);
    return claims;
}

bool any_holds(const std::vector<std::string>& claims, const std::string& words) {
    for (const auto& claim : claims) {
        if (claim.find(words) != std::string::npos) return true;
    }
    return false;
}

TEST_CASE("a verb is not given the subject of another clause") {
    struct Row {
        std::string text;
        std::string wrong;  // what no claim may say
        std::string right;  // what one of them says
    };
    const Row rows[] = {
        {"Prosecutors opened an inquiry into the crack in the Quorrin Dam, which was closed on Tuesday and has kept "
         "214 "
         "people from their homes.",
         "Prosecutors has kept", "was closed on Tuesday and has kept 214 people"},
        {"The court indicted a girl for hitting a soldier, an incident which made her into a hero and was seen as "
         "humiliating by many.",
         "The court was seen", "made her into a hero and was seen as humiliating"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        const auto claims = claims_of(row.text);
        std::string all;
        for (const auto& claim : claims) all += claim + " | ";
        CAPTURE(all);
        CHECK_FALSE(any_holds(claims, row.wrong));
        CHECK(any_holds(claims, row.right));
    }
}

TEST_CASE("verbs with one subject stay claims of their own, numbered in order") {
    const auto story = tests::story_of({{"The agency fined Norvik in 2020 and closed its plant in 2021."}});
    const auto& claims = story->report(0).claims;
    REQUIRE(claims.size() == 2);
    CHECK(claims[1].text == "The agency closed its plant in 2021.");
    for (std::uint32_t number = 0; number < claims.size(); ++number) CHECK(claims[number].id == number);
}

}  // namespace
}  // namespace axray::story
