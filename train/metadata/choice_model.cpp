#include "choice_model.hpp"

#include <cmath>
#include <cstddef>

namespace axray::train {
namespace {

// Adds the gradient of one page's log probability of a right choice.
void add_gradient(const Choice& choice, const read::FeatureWeights& weights, std::vector<double>& gradient) {
    std::vector<const read::FeatureSet*> candidates;
    for (const read::FeatureSet& features : choice.candidates) candidates.push_back(&features);
    const std::vector<double> probabilities = read::rank(candidates, weights.data());
    double of_right = 0;
    for (std::size_t i = 0; i < probabilities.size(); ++i) of_right += choice.right[i] ? probabilities[i] : 0;
    if (of_right <= 0) return;
    for (std::size_t i = 0; i < probabilities.size(); ++i) {
        const double wanted = choice.right[i] ? probabilities[i] / of_right : 0;
        for (const std::uint16_t feature : choice.candidates[i]) gradient[feature] += wanted - probabilities[i];
    }
}

}  // namespace

read::FeatureWeights learn(const std::vector<const Choice*>& choices, const LearnOptions& options) {
    constexpr double kStep = 0.1;
    constexpr double kMeanDecay = 0.9;
    constexpr double kSquareDecay = 0.99;
    read::FeatureWeights weights(read::kMostFeatures, 0);
    std::vector<double> mean(weights.size(), 0);
    std::vector<double> square(weights.size(), 0);
    for (int round = 1; round <= options.rounds; ++round) {
        std::vector<double> gradient(weights.size(), 0);
        for (const Choice* choice : choices) add_gradient(*choice, weights, gradient);
        for (std::size_t i = 0; i < weights.size(); ++i) {
            gradient[i] -= 2 * options.penalty * static_cast<double>(weights[i]);
            mean[i] = kMeanDecay * mean[i] + (1 - kMeanDecay) * gradient[i];
            square[i] = kSquareDecay * square[i] + (1 - kSquareDecay) * gradient[i] * gradient[i];
            const double step = mean[i] / (1 - std::pow(kMeanDecay, round));
            const double scale = std::sqrt(square[i] / (1 - std::pow(kSquareDecay, round))) + 1e-8;
            weights[i] +=
                static_cast<float>(kStep * (1 - static_cast<double>(round) / (options.rounds + 1)) * step / scale);
        }
    }
    return weights;
}

}  // namespace axray::train
