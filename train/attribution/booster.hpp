// Grows boosted trees with XGBoost and turns them into the project's own model files (Rows -> BoostedTrees payload).
//
// The only place that knows XGBoost: its trees are read from its JSON dump and written in the form that
// base/boosted_trees.hpp walks, so that running needs no XGBoost. The seed and the number of threads are fixed; the
// same rows and options give the same bytes. Source: Chen and Guestrin 2016.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace axray::train {

struct Rows {
    std::uint32_t columns = 0;
    std::vector<float> values;   // row after row
    std::vector<float> labels;   // 0 or 1
    std::vector<float> weights;  // above 0

    [[nodiscard]] std::size_t size() const { return labels.size(); }
    [[nodiscard]] std::span<const float> row(std::size_t number) const {
        return std::span(values).subspan(number * columns, columns);
    }
    void add(std::span<const float> row, float label, float weight);
};

struct BoosterOptions {
    int rounds = 300;
    int depth = 4;
    int trees_a_round = 1;  // several trees on different rows and columns share a step, which steadies it
    double learning_rate = 0.05;
    double row_share = 0.7;
    double column_share = 0.6;
    double least_child_weight = 20;
    double leaf_penalty = 5;
    int seed = 1;
    std::vector<int> monotone;  // 1, -1 or 0 a column; empty for none
};

class Booster {
public:
    // Ends the program with a message when XGBoost refuses the rows. Deterministic for the same rows and options.
    Booster(const Rows& rows, const BoosterOptions& options);
    Booster(const Booster&) = delete;
    Booster& operator=(const Booster&) = delete;
    ~Booster();

    // Log odds, one a row.
    [[nodiscard]] std::vector<float> margins(const Rows& rows) const;

    // The payload of a model file; `shift` is added to every margin, so that the wanted cut lies at probability one
    // half.
    [[nodiscard]] std::string payload(std::uint32_t columns, float shift) const;

    // Total gain of each column, for the card.
    [[nodiscard]] std::vector<double> gains(std::uint32_t columns) const;

private:
    void* handle_ = nullptr;
};

}  // namespace axray::train
