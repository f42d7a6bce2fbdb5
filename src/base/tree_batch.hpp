// Boosted trees over many rows at once (BoostedTrees + rows -> probabilities).
//
// Walking one row down one tree waits at every step, for the node and for the guess of a branch. Here four rows go down
// the same tree together, without a branch: leaves lead to themselves, and every row takes as many steps as the tree is
// deep. The sums are made in the same order, so the results are those of BoostedTrees::probability to the bit.
// Source: own, after vectorised predication (Asadi, Lin and de Vries 2014).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/boosted_trees.hpp"

namespace axray::base {

class TreeBatch {
public:
    // Takes what it needs from `trees`, O(nodes).
    explicit TreeBatch(const BoostedTrees& trees);

    // One a row, 0..1; `values` holds rows of `columns` numbers one after another, none of them NaN.
    // O(rows * trees * depth).
    [[nodiscard]] std::vector<float> probabilities(std::span<const float> values, std::size_t columns) const;

private:
    struct Node {
        std::uint32_t feature = 0;
        float threshold = 0;
        std::array<std::uint32_t, 2> child{};  // where a value below the threshold goes, and where another does
    };
    struct Tree {
        std::uint32_t root = 0;
        std::uint32_t depth = 0;
    };
    // Adds the leaf of each tree to the margin of each row.
    void add_leaves(const float* values, std::size_t columns, std::span<float> margins) const;

    float base_margin_ = 0;
    std::vector<Tree> trees_;
    std::vector<Node> nodes_;    // leaves lead to themselves
    std::vector<float> leaves_;  // value of each node that is a leaf
};

}  // namespace axray::base
