#include "story/stream/story_group.hpp"

#include <cstdint>

#include <doctest/doctest.h>

#include "story/stream/document_index.hpp"
#include "story/stream/sparse_vector.hpp"

using namespace axray::story;

namespace {

// Every `step`-th term from `from` on, all of one weight.
SparseVector vector_of(std::uint32_t from, std::uint32_t count, std::uint32_t step, float weight) {
    SparseVector vector;
    for (std::uint32_t at = 0; at < count; ++at) {
        vector.terms.push_back(from + at * step);
        vector.weights.push_back(weight);
    }
    return vector;
}

}  // namespace

TEST_CASE("a vector that is searched for its terms gives the product that walking gives") {
    const auto few = vector_of(0, 5, 40, 0.5F);
    const auto many = vector_of(0, 200, 1, 2.0F);
    const auto found = overlap(few, many);
    CHECK(found.shared == 5);
    CHECK(found.product() == doctest::Approx(5.0F));
    CHECK(overlap(many, few).product() == found.product());
    CHECK(found.steps < many.size());
    const auto walked = overlap(few, vector_of(0, 50, 4, 2.0F));
    CHECK(walked.shared == 5);
    CHECK(walked.product() == doctest::Approx(5.0F));
}

TEST_CASE("a sum has the terms of both, in order") {
    const auto both = sum(vector_of(0, 3, 2, 1), vector_of(2, 3, 1, 1));
    CHECK(both.terms == std::vector<std::uint32_t>{0, 2, 3, 4});
    CHECK(both.weights == std::vector<float>{1, 2, 1, 2});
    CHECK(sum({}, {}).size() == 0);
}

TEST_CASE("the comparison of two groups does not depend on their order") {
    const auto pair =
        join(group_of(0, vector_of(0, 4, 1, 0.5F), 10, 100), group_of(1, vector_of(1, 4, 1, 0.5F), 20, 102));
    const auto single = group_of(2, vector_of(2, 4, 1, 0.5F), 30, DocumentProfile::kNoDay);
    std::uint64_t steps = 0;
    const auto features = compare(pair, single, {0.75F, 2}, {}, steps);
    CHECK(features == compare(single, pair, {0.75F, 2}, {}, steps));
    CHECK(mean_likeness(features) == doctest::Approx((0.5F + 0.75F) / 2));
    CHECK(features[static_cast<std::size_t>(GroupFeature::inner_small)] == kMissing);
    CHECK(features[static_cast<std::size_t>(GroupFeature::days_apart)] == kMissing);
    CHECK(steps > 0);
}

TEST_CASE("groups that share nothing compare without a fault") {
    std::uint64_t steps = 0;
    auto features = compare(group_of(0, {}, 0, DocumentProfile::kNoDay), group_of(1, {}, 0, 7), {}, {}, steps);
    set_rivals(features, 0, 0);
    CHECK(mean_likeness(features) == 0);
    for (const float value : features) CHECK(value == value);
}

TEST_CASE("the index gives the nearest first, and reads no more postings than it may") {
    DocumentIndex index({10, 0.02F});
    index.add(vector_of(0, 4, 4, 0.5F));
    index.add(vector_of(8, 4, 4, 0.5F));
    index.add({});
    const auto near = index.nearest(vector_of(0, 4, 4, 0.5F), 5);
    REQUIRE(near.size() == 2);
    CHECK(near[0].document == 0);
    CHECK(near[0].likeness == doctest::Approx(1.0F));
    CHECK(near[1].likeness == doctest::Approx(0.5F));
    CHECK(index.nearest({}, 5).empty());
    for (int copy = 0; copy < 20; ++copy) index.add(vector_of(0, 4, 4, 0.5F));
    const auto before = index.postings_read();
    (void)index.nearest(vector_of(0, 4, 4, 0.5F), 5);
    CHECK(index.postings_read() - before <= 10);
}
