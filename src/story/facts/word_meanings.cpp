#include "story/facts/word_meanings.hpp"

#include <array>
#include <cmath>

#include "language/token_span.hpp"

namespace axray::story {
namespace {

constexpr std::size_t kSize = judge::kWordVectorSize;

}  // namespace

std::uint32_t WordMeanings::add(std::uint64_t form) {
    const auto [found, added] = numbers_.try_emplace(form, language::kNone);
    if (!added) return found->second;
    rows_.resize(rows_.size() + kSize);
    if (judge_.word_judge().add_vector(form, 1, std::span(rows_).last(kSize)))
        found->second = count_++;
    else
        rows_.resize(rows_.size() - kSize);
    return found->second;
}

void WordMeanings::centre() {
    std::array<double, kSize> mean{};
    for (std::size_t at = 0; at < rows_.size(); ++at) mean[at % kSize] += rows_[at] / static_cast<double>(count_);
    for (std::size_t row = 0; row < rows_.size(); row += kSize) {
        double length = 0;
        for (std::size_t at = 0; at < kSize; ++at) {
            rows_[row + at] -= static_cast<float>(mean[at]);
            length += static_cast<double>(rows_[row + at]) * rows_[row + at];
        }
        const auto factor = length > 0 ? static_cast<float>(1 / std::sqrt(length)) : 0.0F;
        for (std::size_t at = 0; at < kSize; ++at) rows_[row + at] *= factor;
    }
}

float WordMeanings::closeness(std::uint32_t one, std::uint32_t other) const {
    constexpr std::size_t kLanes = 16;  // sums side by side, which compilers turn into wide instructions
    const float* left = rows_.data() + one * kSize;
    const float* right = rows_.data() + other * kSize;
    std::array<float, kLanes> sums{};
    for (std::size_t at = 0; at < kSize; at += kLanes) {
        for (std::size_t lane = 0; lane < kLanes; ++lane) sums[lane] += left[at + lane] * right[at + lane];
    }
    float sum = 0;
    for (const float part : sums) sum += part;
    return sum;
}

}  // namespace axray::story
