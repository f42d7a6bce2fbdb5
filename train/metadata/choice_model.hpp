// Learns the weights with which one of several candidates is chosen (Choices -> FeatureWeights).
//
// Conditional logit: the probability of a candidate is the softmax of its summed weights; the log probability of the
// right ones is raised by gradient steps (Adam), large weights are held back by their squares.
// Source: McFadden 1974; Kingma and Ba 2015.
#pragma once

#include <string>
#include <vector>

#include "read/metadata/confidence.hpp"
#include "read/metadata/ranking.hpp"
#include "read/metadata/statements.hpp"

namespace axray::train {

// One page: its candidates, and which of them are right. Without a right one it teaches nothing.
struct Choice {
    std::string site;
    std::string source;
    std::string id;
    std::vector<read::FeatureSet> candidates;
    std::vector<std::string> values;  // for tables
    std::vector<std::string> found_in;
    std::vector<read::Place> places;
    std::vector<read::Agreement> agreements;
    std::vector<bool> right;
    std::string gold;
    bool has_none = false;  // the last candidate is to give nothing

    // Candidates that are values.
    [[nodiscard]] std::size_t size() const { return candidates.size() - (has_none ? 1 : 0); }
};

struct LearnOptions {
    double penalty = 1;  // of the squared weights, over all pages
    int rounds = 400;
};

[[nodiscard]] read::FeatureWeights learn(const std::vector<const Choice*>& choices, const LearnOptions& options);

}  // namespace axray::train
