// Vectors over the terms of a stream that are nought nearly everywhere, and what two of them share.
//
// Terms ascend. A term's class stands in its two low bits (term_space.hpp), so that one pass tells what words, names,
// numbers and pairs of words add to a product.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace axray::story {

inline constexpr std::uint32_t kTermClasses = 4;

struct SparseVector {
    std::vector<std::uint32_t> terms;
    std::vector<float> weights;

    [[nodiscard]] std::size_t size() const { return terms.size(); }
};

// Products of two vectors.
struct Overlap {
    std::array<float, kTermClasses> by_class{};
    std::array<float, 2> highest{};  // of single terms, the highest first
    std::uint32_t shared = 0;        // terms that both have
    std::uint64_t steps = 0;         // what it cost

    [[nodiscard]] float product() const { return by_class[0] + by_class[1] + by_class[2] + by_class[3]; }
};

// O(terms of the shorter * log of the ratio), at most O(terms of both).
[[nodiscard]] Overlap overlap(const SparseVector& one, const SparseVector& other);

[[nodiscard]] SparseVector sum(const SparseVector& one, const SparseVector& other);

// Squares of the weights, summed for each class.
[[nodiscard]] std::array<float, kTermClasses> squares(const SparseVector& vector);

}  // namespace axray::story
