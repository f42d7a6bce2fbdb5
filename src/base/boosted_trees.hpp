// Gradient-boosted regression trees, evaluated straight from a mapped model file.
//
// The trees are grown by the programs in train/; here they are only walked. A prediction is the logistic function of
// the sum of one leaf per tree. Source: Friedman 2001; grown with XGBoost (Chen and Guestrin 2016).
#pragma once

#include <bit>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include <axray/result.hpp>

#include "base/model_file.hpp"

namespace axray::base {

inline constexpr std::uint32_t kBoostedTreesVersion = 1;

// One node as it stands in the file. A leaf has feature kLeaf and its value in `threshold`; where the training program
// told it, `left` of a leaf holds how much of the training data came to it, for explanations.
struct TreeNode {
    static constexpr std::uint32_t kLeaf = 0xFFFFFFFF;
    std::uint32_t feature = kLeaf;
    float threshold = 0;     // a value below it goes left
    std::uint32_t left = 0;  // numbers of nodes, always greater than the node's own
    std::uint32_t right = 0;

    // `cover`: weight of the training data that came to it, in any unit that all leaves of the model share.
    [[nodiscard]] static TreeNode leaf(float value, float cover) {
        return {kLeaf, value, std::bit_cast<std::uint32_t>(cover), 0};
    }
    // Of a leaf: 0 when it is not known.
    [[nodiscard]] float cover() const { return std::bit_cast<float>(left); }
};

class BoostedTrees {
public:
    // Maps a model of the given kind that was trained on `feature_count` features. Every node is checked once, so that
    // a damaged file is refused and never walked. Errors: model_mismatch, naming the path.
    [[nodiscard]] static Result<BoostedTrees> open(const std::string& path, std::string_view kind,
                                                   std::uint32_t feature_count);

    // The same over a model file that is open already.
    [[nodiscard]] static Result<BoostedTrees> of(ModelFile file, const std::string& path, std::uint32_t feature_count);

    // 0..1. `features` has feature_count values, none of them NaN. O(trees * depth).
    [[nodiscard]] float probability(std::span<const float> features) const;

    // As they stand in the file; valid as long as the BoostedTrees lives. Roots ascend, each tree lies between its root
    // and the next.
    [[nodiscard]] float base_margin() const { return base_margin_; }
    [[nodiscard]] std::span<const std::uint32_t> roots() const { return roots_; }
    [[nodiscard]] std::span<const TreeNode> nodes() const { return nodes_; }

private:
    explicit BoostedTrees(ModelFile file) : file_(std::move(file)) {}
    [[nodiscard]] bool well_formed(std::uint32_t feature_count) const;

    ModelFile file_;
    float base_margin_ = 0;                 // log odds before the first tree
    std::span<const std::uint32_t> roots_;  // first node of each tree
    std::span<const TreeNode> nodes_;
};

// The logistic function: log odds to a probability.
[[nodiscard]] float logistic(float log_odds);

// The payload of a model file. `roots` ascending, starting with 0.
[[nodiscard]] std::string make_boosted_trees(std::uint32_t feature_count, float base_margin,
                                             std::span<const std::uint32_t> roots, std::span<const TreeNode> nodes);

}  // namespace axray::base
