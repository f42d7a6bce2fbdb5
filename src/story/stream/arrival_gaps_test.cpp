#include "story/stream/arrival_gaps.hpp"

#include <algorithm>
#include <cstdint>
#include <random>
#include <vector>

#include <doctest/doctest.h>

using namespace axray::story;

namespace {

using Near = std::vector<std::vector<Neighbour>>;

// Each of `count` documents has three neighbours, at most `farthest` documents away.
Near neighbours(std::uint32_t count, std::uint32_t farthest) {
    std::mt19937 random(3);
    Near near(count);
    for (std::uint32_t from = 0; from < count; ++from) {
        const auto begin = from < farthest ? 0 : from - farthest;
        const auto end = std::min(count, from + farthest + 1);
        while (near[from].size() < 3) {
            const auto to = begin + static_cast<std::uint32_t>(random() % (end - begin));
            if (to != from) near[from].push_back({to, 0.5F});
        }
    }
    return near;
}

}  // namespace

TEST_CASE("gaps between like documents tell where these arrive together, and nothing where they do not") {
    const ArrivalGaps bursts(neighbours(2000, 30));
    CHECK(bursts.log_odds(10) > 2);
    CHECK(bursts.log_odds(1000) < -1);
    const ArrivalGaps any_order(neighbours(2000, 2000));
    for (const double gap : {1.0, 10.0, 100.0, 1000.0, 1999.0})
        CHECK(any_order.log_odds(gap) == doctest::Approx(0).epsilon(0.2));
}

TEST_CASE("few documents tell little of their order") {
    const ArrivalGaps many(neighbours(2000, 5));
    const ArrivalGaps few(neighbours(20, 5));
    CHECK(few.log_odds(2) < 0.3);
    CHECK(many.log_odds(2) > 4);
    for (const std::uint32_t count : {0U, 1U, 2U}) CHECK(ArrivalGaps(Near(count)).log_odds(1) == 0);
}

TEST_CASE("any gap has an answer") {
    const ArrivalGaps gaps(neighbours(100, 10));
    for (const double gap : {0.0, 0.5, 99.0, 1e3, 1e9}) {
        const float told = gaps.log_odds(gap);
        CHECK(told == told);
        CHECK(told < 10);
        CHECK(told > -10);
    }
    CHECK(gaps.log_odds(0) == gaps.log_odds(1));
    CHECK(ArrivalGaps().log_odds(5) == 0);
}
