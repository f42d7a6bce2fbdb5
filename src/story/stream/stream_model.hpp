// What the sorting of a stream has learnt: how much English words tell, and when two groups are one story.
#pragma once

#include <string>

#include <axray/result.hpp>

#include "story/stream/story_group.hpp"
#include "trace/word_weights.hpp"

namespace axray::story {

class StreamModel {
public:
    // From the folder of models. Errors: model_mismatch, naming the path.
    [[nodiscard]] static Result<StreamModel> open(const std::string& folder);

    [[nodiscard]] const trace::WordWeights& english() const { return english_; }

    // That both groups tell of one event; above 0: more likely than not.
    [[nodiscard]] float log_odds(const GroupFeatures& features) const;

private:
    explicit StreamModel(trace::WordWeights english) : english_(std::move(english)) {}
    trace::WordWeights english_;
};

}  // namespace axray::story
