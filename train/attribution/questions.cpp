#include "questions.hpp"

#include <algorithm>

#include "program.hpp"

namespace axray::train {

bool teaches(Question question, const Example& example, const LabelUse& use) {
    switch (question) {
        case Question::supported: return use.has(Label::supported) && use.counts.size() > 1;
        case Question::contradicted:
            return !example.two_labels && !example.weak_label && use.has(Label::contradicted) &&
                   use.counts.size() > 1 && example.observed.both_values;
        case Question::found:
            return use.has(Label::partially_supported) && use.has(Label::not_supported) &&
                   (example.label == Label::partially_supported || example.label == Label::not_supported);
    }
    return false;
}

float answer(Question question, Label label) {
    switch (question) {
        case Question::supported: return label == Label::supported ? 1.0F : 0.0F;
        case Question::contradicted: return label == Label::contradicted ? 1.0F : 0.0F;
        case Question::found: return label == Label::partially_supported ? 1.0F : 0.0F;
    }
    return 0;
}

namespace {

using judge::Feature;

// Loose sets (program.hpp) teach less.
constexpr double kLooseShare = 0.02;
// Sentence pairs teach what excludes what, less so what a whole article bears out.
constexpr double kPairShare = 0.1;

// More of what bears the claim out never makes support less likely, more of what is missing or differs never more
// likely. A contradiction too needs the rest of the claim borne out: then a difference is more likely to be about the
// same thing.
std::vector<int> monotone(Question question) {
    std::vector<int> signs(judge::kFeatureCount, 0);
    const auto set = [&signs](int sign, std::initializer_list<Feature> features) {
        for (const Feature feature : features) signs[static_cast<std::size_t>(feature)] = sign;
    };
    set(1, {Feature::best_coverage, Feature::evidence_coverage, Feature::candidate_coverage, Feature::source_coverage,
            Feature::worst_best_coverage, Feature::worst_evidence_coverage, Feature::worst_source_coverage,
            Feature::near_pairs, Feature::worst_near_pairs, Feature::window_coverage, Feature::worst_window});
    set(-1, {Feature::missing_weight, Feature::missing_in_source, Feature::missing_words_in_source});
    if (question == Question::found) return signs;
    set(question == Question::supported ? -1 : 1,
        {Feature::number_differs, Feature::date_differs, Feature::name_differs, Feature::negated, Feature::antonyms});
    return signs;
}

// The examples that teach, of a large set every second, third ... one: more of them would add time and little else.
std::vector<std::size_t> drawn(Question question, const std::vector<Example>& examples, const LabelUses& uses) {
    constexpr std::size_t kLargeSet = 3000;
    std::map<std::string, std::size_t> sizes;
    for (const Example& example : examples) {
        if (teaches(question, example, uses.at(example.dataset))) ++sizes[example.dataset];
    }
    std::map<std::string, std::size_t> seen;
    std::vector<std::size_t> taught;
    for (std::size_t number = 0; number < examples.size(); ++number) {
        const Example& example = examples[number];
        if (!teaches(question, example, uses.at(example.dataset))) continue;
        const std::size_t step = (sizes[example.dataset] + kLargeSet - 1) / kLargeSet;
        if (seen[example.dataset]++ % step == 0) taught.push_back(number);
    }
    return taught;
}

}  // namespace

BoosterOptions options_for(Question question) {
    BoosterOptions options;
    options.trees_a_round = question == Question::supported ? 3 : 1;
    options.rounds = question == Question::supported ? 300 : 120;
    options.depth = question == Question::contradicted ? 3 : 4;
    options.monotone = monotone(question);
    return options;
}

LabelUses label_uses(const std::vector<Example>& examples) {
    LabelUses uses;
    for (const Example& example : examples) ++uses[example.dataset].counts[example.label];
    return uses;
}

Lesson lesson_of(Question question, const std::vector<Example>& examples, const LabelUses& uses) {
    constexpr double kSmallSet = 400;  // a set with fewer examples on one side weighs less
    const auto taught = drawn(question, examples, uses);
    std::map<std::pair<std::string, float>, double> sides;
    for (const std::size_t number : taught) {
        ++sides[{examples[number].dataset, answer(question, examples[number].label)}];
    }
    Lesson lesson;
    for (const std::size_t number : taught) {
        const Example& example = examples[number];
        const float label = answer(question, example.label);
        const double mine = sides[{example.dataset, label}];
        const double other = sides[{example.dataset, 1.0F - label}];
        const bool loose = is_loose(example.dataset);
        const double share = question != Question::supported ? 1.0
                             : loose                         ? kLooseShare
                             : example.sentence_pair         ? kPairShare
                                                             : 1.0;
        const double weight = share * std::min({kSmallSet, 2 * mine, 2 * other}) / mine;
        lesson.rows.add(example.features, label, static_cast<float>(weight));
        lesson.examples.push_back(number);
    }
    return lesson;
}

}  // namespace axray::train
