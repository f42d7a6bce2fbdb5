#include "language/syntax/name_path.hpp"

#include <array>
#include <vector>

#include <doctest/doctest.h>

namespace axray::language {
namespace {

// Scores of 0 but for those given as {word, tag, score}.
struct Given {
    std::size_t word;
    NameTag tag;
    float score;
};

std::vector<NameTag> path(std::size_t words, const std::vector<Given>& given) {
    std::vector<float> scores(words * kNameTags, 0.0F);
    for (const Given& one : given) scores[one.word * kNameTags + static_cast<std::size_t>(one.tag)] = one.score;
    std::vector<NameTag> tags(words);
    find_name_path(scores.data(), kNameTags, tags);
    return tags;
}

TEST_CASE("a name goes on only where the same kind of name began") {
    using enum NameTag;
    CHECK(path(3, {{0, begin_person, 5}, {1, inside_person, 3}, {2, none, 2}}) ==
          std::vector{begin_person, inside_person, none});
    // Inside of an organisation is the best tag of the second word by itself, but nothing of the kind began.
    CHECK(path(2, {{0, begin_person, 5}, {1, inside_organisation, 3}, {1, inside_person, 2.5F}}) ==
          std::vector{begin_person, inside_person});
    CHECK(path(1, {{0, inside_place, 9}, {0, none, 1}}) == std::vector{none});
    CHECK(path(2, {{0, begin_place, 2}, {1, begin_place, 2}}) == std::vector{begin_place, begin_place});
}

TEST_CASE("no words have no tags") { CHECK(path(0, {}).empty()); }

}  // namespace
}  // namespace axray::language
