// The best tree over the words of a sentence (scores of heads -> heads).
//
// Each word takes the head that scores best; where that leaves a circle or more than one root, the best tree is found
// after Chu and Liu 1965 and Edmonds 1967, with exactly one word below the root as Universal Dependencies wants it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace axray::language {

// scores[word * stride + 0] is the score of the root as its head, scores[word * stride + 1 + head] that of another
// word. Gives for each word 0 for the root or 1 + head. O(words^2) as a rule, O(words^3) at worst.
[[nodiscard]] std::vector<std::uint32_t> best_tree(std::span<const float> scores, std::size_t words,
                                                   std::size_t stride);

}  // namespace axray::language
