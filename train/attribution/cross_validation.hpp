// Models tried on what they have not seen (Examples + Lesson -> log odds, tallies).
//
// Folds go by groups of items with common sources. Also the comparison of kinds of models and of models that have seen
// nothing of a set, for docs/accuracy.md.
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "questions.hpp"

namespace axray::train {

struct Tally {
    double true_positive = 0;
    double false_positive = 0;
    double true_negative = 0;
    double false_negative = 0;

    [[nodiscard]] double recall() const { return true_positive / std::max(1.0, true_positive + false_negative); }
    [[nodiscard]] double specificity() const { return true_negative / std::max(1.0, true_negative + false_positive); }
    [[nodiscard]] double precision() const { return true_positive / std::max(1.0, true_positive + false_positive); }
    [[nodiscard]] double balanced_accuracy() const { return (recall() + specificity()) / 2; }
};

// Log odds of every example, by a model that has seen no example of its fold.
[[nodiscard]] std::vector<float> cross_validate(Question question, const Lesson& lesson,
                                                const std::vector<Example>& examples);

// By data set. `odds` has log odds of every example; above `cut` is said yes. Of every example that could teach, not
// only of those drawn.
[[nodiscard]] std::map<std::string, Tally> tally(Question question, const std::vector<Example>& examples,
                                                 const std::vector<float>& odds, float cut);

// Prints the balanced accuracy of "supported" for each set by (a) the trees without the network over words, (b) the
// network alone, (c) both.
void print_comparison(const std::vector<Example>& examples, const std::vector<float>& both);

// Log odds of "supported" for each of `unseen`, all of `sets`, by trees that have learned from the other sets alone;
// prints the balanced accuracy on each. `unseen` have what a network says that has seen none of `sets`.
[[nodiscard]] std::vector<float> leave_out(const std::vector<Example>& examples, const std::vector<Example>& unseen,
                                           const std::vector<std::string>& sets);

}  // namespace axray::train
