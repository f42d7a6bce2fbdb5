// The best sequence of begin and inside tags (scores of each token -> tags).
//
// Tags are numbered: 0 outside, then for each kind of span its begin tag (odd) and its inside tag (even); an inside tag
// follows its own begin or inside tag only. Source: Viterbi 1967.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace axray::language {

// `scores`: rows of `stride` numbers, of which the first `tags` (at most 8) count. `steps`: what a tag (row) followed
// by a tag (column) adds, tags * tags numbers; nothing when empty. O(tokens * tags^2).
class TagSequence {
public:
    // Valid until the next call.
    [[nodiscard]] const std::vector<std::uint8_t>& best(const float* scores, std::size_t tokens, std::size_t stride,
                                                        std::size_t tags, std::span<const float> steps = {});

private:
    std::vector<std::uint8_t> back_;
    std::vector<std::uint8_t> tags_;
};

}  // namespace axray::language
