// What each feature adds to a prediction of boosted trees (BoostedTrees + features -> contributions).
//
// A row that goes down a tree changes what is expected of it at every split: from the mean over the data at the node to
// the mean at the child. Each change is credited to the feature that is split on, so that the credits and the mean of
// all data add up to the prediction's log odds. Source: Saabas 2014 ("Interpreting random forests").
#pragma once

#include <span>
#include <vector>

#include "base/boosted_trees.hpp"

namespace axray::base {

struct Contributions {
    double expected = 0;            // log odds of an average row of the training data
    std::vector<double> additions;  // one a feature, log odds; with `expected` they add up to the prediction
};

class TreeContributions {
public:
    // `trees` must outlive this. Leaves that do not say how much data came to them count alike. O(nodes).
    explicit TreeContributions(const BoostedTrees& trees);

    // `features` as for BoostedTrees::probability. O(trees * depth).
    [[nodiscard]] Contributions of(std::span<const float> features) const;

private:
    const BoostedTrees& trees_;
    std::vector<double> means_;  // one a node
};

}  // namespace axray::base
