#include "language/speech/tag_sequence.hpp"

#include <algorithm>
#include <array>

namespace axray::language {
namespace {

constexpr std::size_t kMostTags = 8;
constexpr float kNever = -1e30F;

bool may_follow(std::size_t before, std::size_t after) {
    const bool inside = after > 0 && after % 2 == 0;
    return !inside || before == after || before + 1 == after;
}

}  // namespace

const std::vector<std::uint8_t>& TagSequence::best(const float* scores, std::size_t tokens, std::size_t stride,
                                                   std::size_t tags, std::span<const float> steps) {
    tags_.resize(tokens);
    back_.resize(tokens * kMostTags);
    if (tokens == 0) return tags_;
    tags = std::min(tags, kMostTags);
    std::array<float, kMostTags> path{};
    for (std::size_t tag = 0; tag < tags; ++tag) path[tag] = may_follow(0, tag) ? scores[tag] : kNever;
    for (std::size_t at = 1; at < tokens; ++at) {
        std::array<float, kMostTags> next{};
        for (std::size_t after = 0; after < tags; ++after) {
            std::size_t from = 0;
            float most = 2 * kNever;
            for (std::size_t before = 0; before < tags; ++before) {
                if (!may_follow(before, after)) continue;
                const float sum = path[before] + (steps.empty() ? 0.0F : steps[before * tags + after]);
                if (sum <= most) continue;
                most = sum;
                from = before;
            }
            next[after] = most + scores[at * stride + after];
            back_[at * kMostTags + after] = static_cast<std::uint8_t>(from);
        }
        path = next;
    }
    const auto end = path.begin() + static_cast<std::ptrdiff_t>(tags);
    auto tag = static_cast<std::uint8_t>(std::max_element(path.begin(), end) - path.begin());
    for (std::size_t at = tokens; at-- > 0;) {
        tags_[at] = tag;
        tag = back_[at * kMostTags + tag];
    }
    return tags_;
}

}  // namespace axray::language
