#include "base/boosted_trees.hpp"

#include <cmath>
#include <cstring>

namespace axray::base {
namespace {

// The payload begins with this; then TreeNode[node_count], then u32 roots[tree_count].
struct TreesHeader {
    std::uint32_t feature_count = 0;
    std::uint32_t tree_count = 0;
    std::uint32_t node_count = 0;
    float base_margin = 0;
};
static_assert(sizeof(TreesHeader) == 16 && sizeof(TreeNode) == 16, "written to disk as they stand in memory");

}  // namespace

Result<BoostedTrees> BoostedTrees::open(const std::string& path, std::string_view kind, std::uint32_t feature_count) {
    auto file = ModelFile::open(path, kind, kBoostedTreesVersion);
    if (!file) return fail(file.error());
    return of(*std::move(file), path, feature_count);
}

Result<BoostedTrees> BoostedTrees::of(ModelFile file, const std::string& path, std::uint32_t feature_count) {
    BoostedTrees trees(std::move(file));
    const std::string_view payload = trees.file_.payload();
    TreesHeader header;
    if (payload.size() >= sizeof(header)) std::memcpy(&header, payload.data(), sizeof(header));
    const std::uint64_t expected =
        sizeof(header) + std::uint64_t{header.node_count} * sizeof(TreeNode) + std::uint64_t{header.tree_count} * 4;
    if (payload.size() != expected || header.feature_count != feature_count) {
        return fail(Error{ErrorCode::model_mismatch,
                          "expected trees over " + std::to_string(feature_count) + " features, found " +
                              std::to_string(header.feature_count) + " in " + std::to_string(payload.size()) + " bytes",
                          {path}});
    }
    trees.base_margin_ = header.base_margin;
    const char* nodes = payload.data() + sizeof(header);
    trees.nodes_ = {reinterpret_cast<const TreeNode*>(nodes), header.node_count};
    trees.roots_ = {reinterpret_cast<const std::uint32_t*>(nodes + header.node_count * sizeof(TreeNode)),
                    header.tree_count};
    if (!trees.well_formed(feature_count)) {
        return fail(Error{ErrorCode::model_mismatch, "a tree leads outside of its file or back to itself", {path}});
    }
    return trees;
}

bool BoostedTrees::well_formed(std::uint32_t feature_count) const {
    for (const std::uint32_t root : roots_) {
        if (root >= nodes_.size()) return false;
    }
    for (std::uint32_t number = 0; number < nodes_.size(); ++number) {
        const TreeNode& node = nodes_[number];
        if (!std::isfinite(node.threshold)) return false;
        if (node.feature == TreeNode::kLeaf) continue;
        const bool inside = node.left < nodes_.size() && node.right < nodes_.size();
        if (node.feature >= feature_count || !inside || node.left <= number || node.right <= number) return false;
    }
    return true;
}

float BoostedTrees::probability(std::span<const float> features) const {
    float margin = base_margin_;
    for (const std::uint32_t root : roots_) {
        const TreeNode* node = &nodes_[root];
        while (node->feature != TreeNode::kLeaf) {
            node = &nodes_[features[node->feature] < node->threshold ? node->left : node->right];
        }
        margin += node->threshold;
    }
    return logistic(margin);
}

float logistic(float log_odds) { return 1.0F / (1.0F + std::exp(-log_odds)); }

std::string make_boosted_trees(std::uint32_t feature_count, float base_margin, std::span<const std::uint32_t> roots,
                               std::span<const TreeNode> nodes) {
    const TreesHeader header{feature_count, static_cast<std::uint32_t>(roots.size()),
                             static_cast<std::uint32_t>(nodes.size()), base_margin};
    std::string payload(sizeof(header), '\0');
    std::memcpy(payload.data(), &header, sizeof(header));
    payload.append(reinterpret_cast<const char*>(nodes.data()), nodes.size_bytes());
    payload.append(reinterpret_cast<const char*>(roots.data()), roots.size_bytes());
    return payload;
}

}  // namespace axray::base
