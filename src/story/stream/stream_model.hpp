// What the sorting of a stream has learnt: how much English words tell, and when two groups are one story.
//
// Boosted trees over what `compare` says of two groups, made by axray_train_stories; models/stories.md.
#pragma once

#include <string>
#include <string_view>

#include <axray/result.hpp>

#include "base/boosted_trees.hpp"
#include "story/stream/story_group.hpp"
#include "trace/word_weights.hpp"

namespace axray::story {

inline constexpr std::string_view kStoriesKind = "stories";

class StreamModel {
public:
    // From the folder of models. Errors: model_mismatch, naming the path.
    [[nodiscard]] static Result<StreamModel> open(const std::string& folder);

    StreamModel(trace::WordWeights english, base::BoostedTrees joins)
        : english_(std::move(english)), joins_(std::move(joins)) {}

    [[nodiscard]] const trace::WordWeights& english() const { return english_; }

    // 0..1, that both groups tell of one event; those above one half are to be joined.
    [[nodiscard]] float probability(const GroupFeatures& features) const { return joins_.probability(features); }

private:
    trace::WordWeights english_;
    base::BoostedTrees joins_;
};

}  // namespace axray::story
