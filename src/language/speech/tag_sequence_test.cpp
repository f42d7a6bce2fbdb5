#include "language/speech/tag_sequence.hpp"

#include <vector>

#include <doctest/doctest.h>

namespace axray::language {

TEST_CASE("an inside tag follows its own begin or inside tag only") {
    TagSequence sequence;
    // Each token alone would be inside: the first has to begin, or nothing is there.
    const std::vector<float> scores = {0, 1, 5, 0, 0, 5, 0, 0, 5};
    CHECK(sequence.best(scores.data(), 3, 3, 3) == std::vector<std::uint8_t>{1, 2, 2});
    const std::vector<float> other = {0, 4, 0, 0, 0, 0, 0, 0, 0, 5};  // one kind cannot go on as the other
    CHECK(sequence.best(other.data(), 2, 5, 5) == std::vector<std::uint8_t>{3, 4});
}

TEST_CASE("what a tag after another adds decides between equal scores") {
    TagSequence sequence;
    const std::vector<float> scores = {0, 1, 0, 0, 0, 0};
    std::vector<float> steps(9, 0.0F);
    steps[1 * 3 + 2] = 2;  // begin, then inside
    CHECK(sequence.best(scores.data(), 2, 3, 3, steps) == std::vector<std::uint8_t>{1, 2});
    steps[1 * 3 + 2] = -2;
    CHECK(sequence.best(scores.data(), 2, 3, 3, steps)[1] != 2);
    CHECK(sequence.best(scores.data(), 0, 3, 3).empty());
}

}  // namespace axray::language
