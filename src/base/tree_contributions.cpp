#include "base/tree_contributions.hpp"

#include <algorithm>
#include <cmath>

namespace axray::base {

TreeContributions::TreeContributions(const BoostedTrees& trees) : trees_(trees), means_(trees.nodes().size(), 0) {
    const auto nodes = trees.nodes();
    const bool known = std::any_of(nodes.begin(), nodes.end(), [](const TreeNode& node) {
        return node.feature == TreeNode::kLeaf && std::isnormal(node.cover()) && node.cover() > 0;
    });
    std::vector<double> covers(nodes.size(), 0);
    for (std::size_t number = nodes.size(); number-- > 0;) {  // children stand behind their parents
        const TreeNode& node = nodes[number];
        if (node.feature == TreeNode::kLeaf) {
            const double cover = known ? double{node.cover()} : 1.0;
            covers[number] = std::isfinite(cover) ? std::max(cover, 0.0) : 0.0;
            means_[number] = node.threshold;
            continue;
        }
        const double cover = covers[node.left] + covers[node.right];
        covers[number] = cover;
        means_[number] = cover > 0
                             ? (covers[node.left] * means_[node.left] + covers[node.right] * means_[node.right]) / cover
                             : (means_[node.left] + means_[node.right]) / 2;
    }
}

Contributions TreeContributions::of(std::span<const float> features) const {
    const auto nodes = trees_.nodes();
    Contributions contributions{trees_.base_margin(), std::vector<double>(features.size(), 0.0)};
    for (const std::uint32_t root : trees_.roots()) {
        contributions.expected += means_[root];
        std::uint32_t at = root;
        while (nodes[at].feature != TreeNode::kLeaf) {
            const TreeNode& node = nodes[at];
            const std::uint32_t next = features[node.feature] < node.threshold ? node.left : node.right;
            contributions.additions[node.feature] += means_[next] - means_[at];
            at = next;
        }
    }
    return contributions;
}

}  // namespace axray::base
