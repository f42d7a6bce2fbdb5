#include "read/metadata/ranking.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace axray::read {
namespace {

#include "read/metadata/weights.inc"

}  // namespace

const float* learned_weights(RankedField field) { return kWeights[static_cast<std::size_t>(field)]; }

std::vector<double> rank(const std::vector<const FeatureSet*>& candidates, const float* weights) {
    std::vector<double> scores;
    scores.reserve(candidates.size());
    for (const FeatureSet* features : candidates) {
        double score = 0;
        for (const std::uint16_t feature : *features) score += static_cast<double>(weights[feature]);
        scores.push_back(score);
    }
    if (scores.empty()) return scores;
    const double best = *std::max_element(scores.begin(), scores.end());
    double sum = 0;
    for (double& score : scores) sum += score = std::exp(score - best);
    for (double& score : scores) score /= sum;
    return scores;
}

}  // namespace axray::read
