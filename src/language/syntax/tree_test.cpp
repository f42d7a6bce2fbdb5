#include "language/syntax/tree.hpp"

#include <cstdint>
#include <random>
#include <vector>

#include <doctest/doctest.h>

namespace axray::language {
namespace {

using Heads = std::vector<std::uint32_t>;

bool is_tree(const Heads& heads) {
    std::size_t roots = 0;
    for (std::size_t word = 0; word < heads.size(); ++word) {
        roots += heads[word] == 0 ? 1 : 0;
        std::size_t at = word + 1;
        for (std::size_t step = 0; at != 0 && step <= heads.size(); ++step) at = heads[at - 1];
        if (at != 0) return false;
    }
    return roots == 1;
}

float sum_of(const std::vector<float>& scores, const Heads& heads, std::size_t stride) {
    float sum = 0;
    for (std::size_t word = 0; word < heads.size(); ++word) sum += scores[word * stride + heads[word]];
    return sum;
}

// The best of all trees, one after the other.
float best_sum(const std::vector<float>& scores, std::size_t words, std::size_t stride) {
    float best = -1e30F;
    Heads heads(words, 0);
    for (;;) {
        if (is_tree(heads)) best = std::max(best, sum_of(scores, heads, stride));
        std::size_t word = 0;
        while (word < words && ++heads[word] > words) heads[word++] = 0;
        if (word == words) return best;
    }
}

TEST_CASE("the tree is the best there is with one root wherever one root is best anyway") {
    std::mt19937 random(3);
    std::uniform_real_distribution<float> score(-3, 3);
    for (int round = 0; round < 300; ++round) {
        const std::size_t words = 1 + random() % 5;
        const std::size_t stride = words + 3;
        std::vector<float> scores(words * stride);
        for (float& value : scores) value = score(random);
        // A root that costs as much as all else together: a second one never pays.
        for (std::size_t word = 0; word < words; ++word) scores[word * stride] -= 100;
        const Heads heads = best_tree(scores, words, stride);
        REQUIRE(is_tree(heads));
        CHECK(sum_of(scores, heads, stride) == doctest::Approx(best_sum(scores, words, stride)));
    }
}

TEST_CASE("where every word would be a root, one is, and the rest hangs on it") {
    const std::vector<float> scores = {9,   0, 1, 1,  //
                                       9.5, 1, 0, 1,  //
                                       9,   1, 1, 0};
    const Heads heads = best_tree(scores, 3, 4);
    CHECK(is_tree(heads));
    CHECK(heads[1] == 0);
}

TEST_CASE("long sentences of equal scores come to an end") {
    const std::size_t words = 160;
    const std::vector<float> scores(words * (words + 1), 0.0F);
    CHECK(is_tree(best_tree(scores, words, words + 1)));
    CHECK(best_tree({}, 0, 0).empty());
}

}  // namespace
}  // namespace axray::language
