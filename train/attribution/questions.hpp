// The three questions that the judging models answer, and what teaches each (Examples -> rows to learn from).
//
// Is the claim supported, is it contradicted, is any part of it found? Every data set weighs the same, and both answers
// within a set. Own weighting; the models are boosted trees (booster.hpp).
#pragma once

#include <map>
#include <string>
#include <vector>

#include "booster.hpp"
#include "examples.hpp"

namespace axray::train {

enum class Question { supported, contradicted, found };

// Which labels a set uses: whether an example can teach the answer to a question hangs on it.
struct LabelUse {
    std::map<Label, std::size_t> counts;
    [[nodiscard]] bool has(Label label) const { return counts.contains(label); }
};
using LabelUses = std::map<std::string, LabelUse>;
[[nodiscard]] LabelUses label_uses(const std::vector<Example>& examples);

// Whether an example can teach the answer to a question.
[[nodiscard]] bool teaches(Question question, const Example& example, const LabelUse& use);

// 1 for yes, 0 for no.
[[nodiscard]] float answer(Question question, Label label);

struct Lesson {
    Rows rows;
    std::vector<std::size_t> examples;  // which example each row is
};

// Rows of the examples that teach the question.
[[nodiscard]] Lesson lesson_of(Question question, const std::vector<Example>& examples, const LabelUses& uses);

[[nodiscard]] BoosterOptions options_for(Question question);

}  // namespace axray::train
