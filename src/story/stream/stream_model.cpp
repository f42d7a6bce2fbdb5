#include "story/stream/stream_model.hpp"

#include <algorithm>
#include <utility>

namespace axray::story {

Result<StreamModel> StreamModel::open(const std::string& folder) {
    auto english = trace::WordWeights::open(folder + "/word_weights.bin");
    if (!english) return fail(std::move(english).error());
    return StreamModel(std::move(*english));
}

float StreamModel::log_odds(const GroupFeatures& features) const {
    const auto words = features[static_cast<std::size_t>(GroupFeature::words_fewer)];
    const float least = 0.03F + 0.09F * std::clamp((words - 2.2F) / 1.5F, 0.0F, 1.0F);
    return 20 * (features[static_cast<std::size_t>(GroupFeature::mean_likeness)] - least);
}

}  // namespace axray::story
