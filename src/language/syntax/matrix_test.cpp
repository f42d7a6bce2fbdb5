#include "language/syntax/matrix.hpp"

#include <cmath>
#include <random>
#include <vector>

#include <doctest/doctest.h>

#include "language/syntax/elementwise.hpp"

namespace axray::language {
namespace {

std::vector<float> numbers(std::size_t count, unsigned seed) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<float> value(-1, 1);
    std::vector<float> made(count);
    for (float& one : made) one = value(random);
    return made;
}

TEST_CASE("a product is the sum in the order of the inputs, to the last bit, for any number of rows") {
    constexpr std::size_t kInputs = 37;
    constexpr std::size_t kOutputs = 50;
    const auto weights = numbers(kInputs * kOutputs, 1);
    const auto bias = numbers(padded(kOutputs), 2);
    std::vector<float> panels;
    pack(weights.data(), kInputs, kOutputs, kOutputs, 1, panels);
    for (const std::size_t rows : {1U, 2U, 5U, 12U, 13U, 31U}) {
        const auto input = numbers(rows * kInputs, 3);
        std::vector<float> output(rows * padded(kOutputs));
        multiply({input.data(), rows, kInputs}, {panels, bias, kInputs, kOutputs}, output.data(), padded(kOutputs));
        bool same = true;
        for (std::size_t row = 0; row < rows; ++row) {
            for (std::size_t column = 0; column < kOutputs; ++column) {
                volatile float sum = bias[column];  // every step is rounded on its own
                for (std::size_t at = 0; at < kInputs; ++at) {
                    const volatile float product = input[row * kInputs + at] * weights[at * kOutputs + column];
                    sum = sum + product;
                }
                same = same && output[row * padded(kOutputs) + column] == sum;
            }
        }
        CHECK_MESSAGE(same, rows << " rows");
    }
}

TEST_CASE("weights are shares of 1 in the order of their scores") {
    std::vector<float> scores = {1, 3, 2, -1000, 3};
    to_weights(scores);
    CHECK(scores[0] == doctest::Approx(std::exp(-2.0) / (2 + std::exp(-1.0) + std::exp(-2.0))).epsilon(1e-5));
    CHECK(scores[1] == scores[4]);
    CHECK(scores[3] < 1e-30);
    float sum = 0;
    for (const float weight : scores) sum += weight;
    CHECK(sum == doctest::Approx(1));
    CHECK(largest(scores) == 1);
    std::vector<float> nothing;
    to_weights(nothing);
    CHECK(largest(nothing) == 0);
}

TEST_CASE("normalised numbers have mean 0 and deviation 1 before scale and shift") {
    const auto input = numbers(50, 4);
    const std::vector<float> scale(50, 2.0F);
    const std::vector<float> shift(50, 1.0F);
    std::vector<float> output(50);
    normalise(input, scale, shift, output);
    double sum = 0;
    double squares = 0;
    for (const float value : output) {
        sum += value - 1.0;
        squares += (value - 1.0) * (value - 1.0);
    }
    CHECK(std::abs(sum) < 1e-4);
    CHECK(squares / 50 == doctest::Approx(4).epsilon(1e-3));
}

}  // namespace
}  // namespace axray::language
