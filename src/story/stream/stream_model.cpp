#include "story/stream/stream_model.hpp"

#include <utility>

namespace axray::story {

Result<StreamModel> StreamModel::open(const std::string& folder) {
    auto english = trace::WordWeights::open(folder + "/word_weights.bin");
    if (!english) return fail(std::move(english).error());
    auto joins = base::BoostedTrees::open(folder + "/stories.bin", kStoriesKind, kGroupFeatures);
    if (!joins) return fail(std::move(joins).error());
    return StreamModel(std::move(*english), std::move(*joins));
}

}  // namespace axray::story
