// Labelled claims as the judge sees them (Items + models -> Examples).
//
// Goes through the same functions as a run, save that what the network over words says comes from a file: in training
// it is what a network said that has not seen the example's group (word_judge_train.py --scores).
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include <axray/result.hpp>
#include <axray/span.hpp>

#include "items.hpp"
#include "judge/decision.hpp"

namespace axray::train {

inline constexpr std::uint32_t kFolds = 5;

struct Example {
    std::string id;
    std::string dataset;
    Label label = Label::not_supported;
    bool two_labels = false;
    bool sentence_pair = false;
    bool weak_label = false;
    std::uint32_t fold = 0;
    judge::Features features{};
    bool traced = false;       // some sentence was taken as evidence
    judge::Observed observed;  // what its differences come to
    std::vector<judge::DoubtfulWord> words;
};

using WordScoresByName = std::unordered_map<std::string, judge::WordScores>;

// Reads files of word_judge_train.py. Errors: unreadable, malformed with file and line.
[[nodiscard]] Result<WordScoresByName> read_word_scores(const std::vector<std::string>& paths);

// One example an item. `models` holds wordnet.bin, word_weights.bin and relevance.bin. Errors: model_mismatch;
// not_found when an item has no scores.
[[nodiscard]] Result<std::vector<Example>> make_examples(const std::string& models, const std::vector<Item>& items,
                                                         const WordScoresByName& scores);

}  // namespace axray::train
