#include "stacked_training.hpp"

#include <cmath>

#include "../attribution/booster.hpp"

namespace axray::train {
namespace {

constexpr int kAll = -1;

BoosterOptions options() {
    BoosterOptions chosen;
    chosen.rounds = 120;
    chosen.depth = 6;
    chosen.learning_rate = 0.08;
    chosen.row_share = 0.7;
    chosen.column_share = 0.4;
    chosen.least_child_weight = 2.5;
    chosen.leaf_penalty = 2;
    return chosen;
}

// Weights have mean one over all blocks, so that the options mean the same for any amount of data.
float mean_weight(const std::vector<Example>& examples) {
    double sum = 0;
    double count = 0;
    for (const Example& example : examples) {
        for (const float weight : example.weights) sum += weight;
        count += static_cast<double>(example.weights.size());
    }
    return static_cast<float>(sum / count);
}

class PassTraining {
public:
    PassTraining(const std::vector<Example>& examples, const std::vector<const read::FeatureRows*>& features)
        : examples_(examples), features_(features), mean_weight_(mean_weight(examples)) {}

    std::string payload(double cut) const {
        const auto shift = static_cast<float>(-std::log(cut / (1 - cut)));
        std::size_t columns = 0;
        for (const auto* rows : features_) columns = std::max(columns, rows->columns);
        return Booster(rows_without(kAll), options()).payload(static_cast<std::uint32_t>(columns), shift);
    }

    std::vector<std::vector<float>> chances() const {
        std::vector<std::vector<float>> all(examples_.size());
        for (int fold = 0; fold < kFolds; ++fold) {
            const Booster booster(rows_without(fold), options());
            Rows rows;
            for (std::size_t i = 0; i < examples_.size(); ++i) {
                if (examples_[i].fold != fold) continue;
                for (std::size_t block = 0; block < count(i); ++block) rows.add(features_[i]->row(block), 0, 1);
            }
            const std::vector<float> margins = booster.margins(rows);
            auto margin = margins.begin();
            for (std::size_t i = 0; i < examples_.size(); ++i) {
                if (examples_[i].fold != fold) continue;
                for (std::size_t block = 0; block < count(i); ++block)
                    all[i].push_back(1.0F / (1.0F + std::exp(-*margin++)));
            }
        }
        return all;
    }

private:
    std::size_t count(std::size_t example) const {
        const read::FeatureRows& rows = *features_[example];
        return rows.columns == 0 ? 0 : rows.values.size() / rows.columns;
    }
    Rows rows_without(int fold) const {
        Rows rows;
        for (std::size_t i = 0; i < examples_.size(); ++i) {
            if (examples_[i].fold == fold) continue;
            for (std::size_t block = 0; block < examples_[i].labels.size(); ++block)
                rows.add(features_[i]->row(block), examples_[i].labels[block],
                         examples_[i].weights[block] / mean_weight_);
        }
        return rows;
    }

    const std::vector<Example>& examples_;
    const std::vector<const read::FeatureRows*>& features_;
    float mean_weight_;
};

}  // namespace

Stacked train_stacked(const std::vector<Example>& examples, const SecondPass& second_pass, double cut,
                      Payloads payloads) {
    Stacked result;
    std::vector<const read::FeatureRows*> features;
    features.reserve(examples.size());
    for (const Example& example : examples) features.push_back(&example.first);
    const PassTraining first(examples, features);
    result.first = first.chances();
    if (payloads == Payloads::both) result.first_payload = first.payload(0.5);

    std::vector<read::FeatureRows> second_rows;
    second_rows.reserve(examples.size());
    for (std::size_t i = 0; i < examples.size(); ++i) second_rows.push_back(second_pass(i, result.first[i]));
    std::vector<const read::FeatureRows*> second_features;
    second_features.reserve(examples.size());
    for (const read::FeatureRows& rows : second_rows) second_features.push_back(&rows);
    const PassTraining second(examples, second_features);
    result.second = second.chances();
    if (payloads == Payloads::both) result.second_payload = second.payload(cut);
    return result;
}

}  // namespace axray::train
