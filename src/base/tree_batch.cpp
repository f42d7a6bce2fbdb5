#include "base/tree_batch.hpp"

#include <algorithm>
#include <cmath>

namespace axray::base {

TreeBatch::TreeBatch(const BoostedTrees& trees)
    : base_margin_(trees.base_margin()), nodes_(trees.nodes().size()), leaves_(trees.nodes().size(), 0) {
    std::vector<std::uint32_t> steps(nodes_.size(), 0);  // from the root; children stand behind their parents
    for (std::size_t tree = 0; tree < trees.roots().size(); ++tree) {
        const std::size_t end = tree + 1 < trees.roots().size() ? trees.roots()[tree + 1] : nodes_.size();
        trees_.push_back({trees.roots()[tree], 0});
        for (std::uint32_t number = trees_.back().root; number < end; ++number) {
            const TreeNode& node = trees.nodes()[number];
            trees_.back().depth = std::max(trees_.back().depth, steps[number]);
            if (node.feature == TreeNode::kLeaf) {
                leaves_[number] = node.threshold;
                nodes_[number].child = {number, number};
            } else {
                nodes_[number] = {node.feature, node.threshold, {node.left, node.right}};
                steps[node.left] = steps[node.right] = steps[number] + 1;
            }
        }
    }
}

void TreeBatch::add_leaves(const float* values, std::size_t columns, std::span<float> margins) const {
    constexpr std::size_t kTogether = 4;
    const auto next = [&](std::uint32_t number, const float* row) {
        const Node& node = nodes_[number];
        return node.child[static_cast<std::size_t>(!(row[node.feature] < node.threshold))];
    };
    for (const Tree& tree : trees_) {
        std::size_t row = 0;
        for (; row + kTogether <= margins.size(); row += kTogether) {
            const float* first = values + row * columns;
            std::uint32_t a = tree.root;
            std::uint32_t b = tree.root;
            std::uint32_t c = tree.root;
            std::uint32_t d = tree.root;
            for (std::uint32_t step = 0; step < tree.depth; ++step) {
                a = next(a, first);
                b = next(b, first + columns);
                c = next(c, first + 2 * columns);
                d = next(d, first + 3 * columns);
            }
            margins[row] += leaves_[a];
            margins[row + 1] += leaves_[b];
            margins[row + 2] += leaves_[c];
            margins[row + 3] += leaves_[d];
        }
        for (; row < margins.size(); ++row) {
            std::uint32_t at = tree.root;
            for (std::uint32_t step = 0; step < tree.depth; ++step) at = next(at, values + row * columns);
            margins[row] += leaves_[at];
        }
    }
}

std::vector<float> TreeBatch::probabilities(std::span<const float> values, std::size_t columns) const {
    constexpr std::size_t kChunk = 256;  // rows that stay in the cache while all trees are walked
    const std::size_t rows = columns == 0 ? 0 : values.size() / columns;
    std::vector<float> margins(rows, base_margin_);
    for (std::size_t row = 0; row < rows; row += kChunk) {
        add_leaves(values.data() + row * columns, columns,
                   std::span(margins).subspan(row, std::min(kChunk, rows - row)));
    }
    for (float& margin : margins) margin = 1.0F / (1.0F + std::exp(-margin));
    return margins;
}

}  // namespace axray::base
