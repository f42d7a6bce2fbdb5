// Two passes of boosted trees over blocks, grown so that no page is judged by a model that has seen its site
// (features + labels -> chances and model payloads).
//
// Source: stacked sequential learning (Cohen and Carvalho 2005).
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "read/body/feature_rows.hpp"

namespace axray::train {

inline constexpr int kFolds = 5;

// The blocks of one document. Labels may be empty: then the document is judged but not learned from.
struct Example {
    int fold = 0;
    std::vector<float> labels;   // one a block
    std::vector<float> weights;  // one a block
    read::FeatureRows first;
};

// Features of the second pass, given the number of an example and what the first pass said of its blocks.
using SecondPass = std::function<read::FeatureRows(std::size_t, const std::vector<float>&)>;

struct Stacked {
    std::vector<std::vector<float>> first;   // chances 0..1 of each example's blocks, by models without its fold
    std::vector<std::vector<float>> second;  // the same after the second pass
    std::string first_payload;               // of trees grown on all examples
    std::string second_payload;
};

enum class Payloads : std::uint8_t { none, both };

// `cut` is the chance from which a block is kept; the second payload is shifted so that it lies at one half.
[[nodiscard]] Stacked train_stacked(const std::vector<Example>& examples, const SecondPass& second_pass, double cut,
                                    Payloads payloads);

}  // namespace axray::train
