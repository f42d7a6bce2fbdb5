#include "story/stream/story_numbers.hpp"

#include <string_view>

#include <doctest/doctest.h>

using namespace axray::story;

namespace {

struct NumbersCase {
    std::string_view name;
    std::vector<std::vector<std::uint32_t>> groups;  // their documents
    std::vector<std::uint32_t> before;               // by document
    std::vector<std::uint32_t> numbers;              // by group; new ones from 10 on
};

}  // namespace

TEST_CASE("stories keep their numbers when they are divided, joined or mixed") {
    const std::vector<NumbersCase> cases{
        {"nothing changed", {{0, 1}, {2}}, {4, 4, 7}, {4, 7}},
        {"divided: the larger part keeps the number", {{0}, {1, 2}}, {3, 3, 3}, {10, 3}},
        {"divided in the middle: the part that began earlier keeps it", {{0, 2}, {1, 3}}, {3, 3, 3, 3}, {3, 10}},
        {"joined: the number of the larger one", {{0, 1, 2}}, {5, 2, 2}, {2}},
        {"joined, equal parts: the older number", {{0, 1}}, {6, 1}, {1}},
        {"one document moved", {{0, 1, 2}, {3}}, {0, 0, 1, 1}, {0, 1}},
        {"all mixed", {{0, 2}, {1, 3}, {4}}, {0, 0, 1, 1, 1}, {0, 1, 10}},
        {"no documents", {}, {}, {}},
    };
    for (const auto& one : cases) {
        CAPTURE(one.name);
        std::vector<StoryGroup> groups(one.groups.size());
        for (std::size_t at = 0; at < groups.size(); ++at) groups[at].members = one.groups[at];
        std::uint32_t next = 10;
        CHECK(keep_numbers(groups, one.before, next) == one.numbers);
    }
}
