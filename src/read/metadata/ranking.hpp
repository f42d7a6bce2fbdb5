// Chooses among the candidates for a metadata value by learned weights (features of candidates -> probabilities).
//
// A candidate has a handful of yes/no features: which places of the page name it, which name nearly the same, its form.
// Its score is the sum of their weights, its probability the softmax over the candidates of the page. The weights are
// learned by train/metadata and lie in weights.inc. Source: conditional logit (McFadden 1974).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace axray::read {

enum class RankedField : std::uint8_t { title, author, published, count };

using FeatureSet = std::vector<std::uint16_t>;  // the features that hold, each less than feature_count()

inline constexpr std::uint16_t kMostFeatures = 384;

// Stands among the candidates of authors and dates for giving none at all. Its feature is the last.
inline const FeatureSet kNoCandidate{kMostFeatures - 1};

// The weights of a field; those of train/metadata while it learns, else the table's.
using FeatureWeights = std::vector<float>;
[[nodiscard]] const float* learned_weights(RankedField field);

// One probability a candidate, sum 1 unless there is none. `weights` has kMostFeatures values.
[[nodiscard]] std::vector<double> rank(const std::vector<const FeatureSet*>& candidates, const float* weights);

}  // namespace axray::read
