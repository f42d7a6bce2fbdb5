#include "trace/word_weights.hpp"

#include <filesystem>

#include <doctest/doctest.h>
#include <unistd.h>

using namespace axray;
using trace::WordWeights;

TEST_CASE("weights come back as they were written, and an unknown stem weighs most") {
    const std::string path =
        (std::filesystem::temp_directory_path() / ("axray_weights_" + std::to_string(::getpid()))).string();
    const std::string payload = trace::make_word_weights({{11, 0.2F}, {12, 0.8F}, {1ULL << 40U, 0.5F}});
    REQUIRE(base::write_model_file(path, trace::kWordWeightsKind, trace::kWordWeightsVersion, payload).has_value());
    const auto weights = WordWeights::open(path);
    REQUIRE(weights.has_value());
    CHECK(weights->weight(11) == doctest::Approx(0.2).epsilon(0.01));
    CHECK(weights->weight(12) == doctest::Approx(0.8).epsilon(0.01));
    CHECK(weights->weight(1ULL << 40U) == doctest::Approx(0.5).epsilon(0.01));
    CHECK(weights->weight(99) == 1.0F);

    REQUIRE(
        base::write_model_file(path, trace::kWordWeightsKind, trace::kWordWeightsVersion, payload + "x").has_value());
    CHECK_FALSE(WordWeights::open(path).has_value());
    std::filesystem::remove(path);
}
