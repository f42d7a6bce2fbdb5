#include "language/syntax/elementwise.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>

namespace axray::language {
namespace {

constexpr std::size_t kPlaces = 16;

template <class Value>
float sum_of(std::size_t count, Value value) {
    std::array<float, kPlaces> sums{};
    std::size_t at = 0;
    for (; at + kPlaces <= count; at += kPlaces) {
        for (std::size_t place = 0; place < kPlaces; ++place) sums[place] += value(at + place);
    }
    for (; at < count; ++at) sums[at % kPlaces] += value(at);
    float sum = 0;
    for (const float part : sums) sum += part;
    return sum;
}

// e to the power of `value` <= 0: 2 to a whole power times a polynomial of degree 6 for the rest (Taylor, within half a
// step of 2; relative error below 1e-6). Far below, 0.
float exponential(float value) {
    constexpr float kLog2E = 1.44269504F;
    constexpr float kLn2 = 0.693147181F;
    const float power = std::max(value, -80.0F) * kLog2E;
    const auto whole = static_cast<std::int32_t>(power - 0.5F);
    const float rest = (power - static_cast<float>(whole)) * kLn2;
    float sum = 1.0F / 720;
    sum = sum * rest + 1.0F / 120;
    sum = sum * rest + 1.0F / 24;
    sum = sum * rest + 1.0F / 6;
    sum = sum * rest + 0.5F;
    sum = sum * rest + 1.0F;
    sum = sum * rest + 1.0F;
    return sum * std::bit_cast<float>((whole + 127) << 23);
}

}  // namespace

void rectify(std::span<float> values) {
    for (float& value : values) value = value > 0 ? value : 0.0F;
}

void normalise(std::span<const float> input, std::span<const float> scale, std::span<const float> shift,
               std::span<float> output) {
    const auto count = static_cast<float>(input.size());
    const float mean = sum_of(input.size(), [&](std::size_t at) { return input[at]; }) / count;
    const float variance = sum_of(input.size(),
                                  [&](std::size_t at) {
                                      const float distance = input[at] - mean;
                                      return distance * distance;
                                  }) /
                           count;
    const float factor = 1.0F / std::sqrt(variance + 1e-5F);
    for (std::size_t at = 0; at < input.size(); ++at) output[at] = (input[at] - mean) * factor * scale[at] + shift[at];
}

void to_weights(std::span<float> scores) {
    if (scores.empty()) return;
    const float most = *std::max_element(scores.begin(), scores.end());
    for (float& score : scores) score = exponential(score - most);
    const float factor = 1.0F / sum_of(scores.size(), [&](std::size_t at) { return scores[at]; });
    for (float& score : scores) score *= factor;
}

std::size_t largest(std::span<const float> values) {
    return static_cast<std::size_t>(std::max_element(values.begin(), values.end()) - values.begin());
}

}  // namespace axray::language
