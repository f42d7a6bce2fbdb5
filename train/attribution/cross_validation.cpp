#include "cross_validation.hpp"

#include <cstdio>

namespace axray::train {
namespace {

using judge::Feature;

constexpr std::array<Feature, 4> kOfTheNetwork = {Feature::word_supported, Feature::word_contradicted,
                                                  Feature::word_wrong_most, Feature::word_wrong_share};

std::vector<Example> without_network(std::vector<Example> examples) {
    for (Example& example : examples) {
        for (const Feature feature : kOfTheNetwork) example.features[static_cast<std::size_t>(feature)] = 0;
    }
    return examples;
}

Rows rows_of(const std::vector<Example>& examples, const std::vector<std::size_t>& numbers) {
    Rows rows;
    for (const std::size_t number : numbers) rows.add(examples[number].features, 0, 1);
    return rows;
}

}  // namespace

std::vector<float> cross_validate(Question question, const Lesson& lesson, const std::vector<Example>& examples) {
    std::vector<float> margins(examples.size());
    for (std::uint32_t fold = 0; fold < kFolds; ++fold) {
        Rows training;
        for (std::size_t row = 0; row < lesson.rows.size(); ++row) {
            if (examples[lesson.examples[row]].fold == fold) continue;
            training.add(lesson.rows.row(row), lesson.rows.labels[row], lesson.rows.weights[row]);
        }
        Rows held_out;
        std::vector<std::size_t> numbers;
        for (std::size_t number = 0; number < examples.size(); ++number) {
            if (examples[number].fold != fold) continue;
            held_out.add(examples[number].features, 0, 1);
            numbers.push_back(number);
        }
        const auto predicted = Booster(training, options_for(question)).margins(held_out);
        for (std::size_t number = 0; number < numbers.size(); ++number) margins[numbers[number]] = predicted[number];
    }
    return margins;
}

std::map<std::string, Tally> tally(Question question, const std::vector<Example>& examples,
                                   const std::vector<float>& odds, float cut) {
    const LabelUses uses = label_uses(examples);
    std::map<std::string, Tally> tallies;
    for (std::size_t number = 0; number < examples.size(); ++number) {
        const Example& example = examples[number];
        if (!teaches(question, example, uses.at(example.dataset))) continue;
        Tally& one = tallies[example.dataset];
        const bool said = odds[number] >= cut;
        const bool truth = answer(question, example.label) > 0.5F;
        (said ? (truth ? one.true_positive : one.false_positive) : (truth ? one.false_negative : one.true_negative)) +=
            1;
    }
    return tallies;
}

void print_comparison(const std::vector<Example>& examples, const std::vector<float>& both) {
    constexpr Question kQuestion = Question::supported;
    const auto bare = without_network(examples);
    const auto trees = cross_validate(kQuestion, lesson_of(kQuestion, bare, label_uses(bare)), bare);
    std::vector<float> network;
    for (const Example& example : examples) {
        network.push_back(example.features[static_cast<std::size_t>(Feature::word_supported)]);
    }
    const auto first = tally(kQuestion, bare, trees, 0);
    const auto second = tally(kQuestion, examples, network, 0);
    const auto third = tally(kQuestion, examples, both, 0);
    std::printf("balanced accuracy, cross-validated: (a) trees, (b) network over words, (c) both\n");
    double sums[3] = {0, 0, 0};
    for (const auto& [dataset, one] : first) {
        const double scores[3] = {one.balanced_accuracy(), second.at(dataset).balanced_accuracy(),
                                  third.at(dataset).balanced_accuracy()};
        std::printf("  %-24s %.3f  %.3f  %.3f\n", dataset.c_str(), scores[0], scores[1], scores[2]);
        for (int kind = 0; kind < 3; ++kind) sums[kind] += scores[kind] / static_cast<double>(first.size());
    }
    std::printf("  %-24s %.3f  %.3f  %.3f over %zu sets\n", "mean", sums[0], sums[1], sums[2], first.size());
}

std::vector<float> leave_out(const std::vector<Example>& examples, const std::vector<Example>& unseen,
                             const std::vector<std::string>& sets) {
    constexpr Question kQuestion = Question::supported;
    std::vector<float> all(unseen.size(), 0.0F);
    std::printf("balanced accuracy of a model that has seen no claim of the set\n");
    double sum = 0;
    for (const std::string& set : sets) {
        std::vector<Example> others;
        std::vector<std::size_t> numbers;
        for (const Example& example : examples) {
            if (example.dataset != set) others.push_back(example);
        }
        for (std::size_t number = 0; number < unseen.size(); ++number) {
            if (unseen[number].dataset == set) numbers.push_back(number);
        }
        const Lesson lesson = lesson_of(kQuestion, others, label_uses(others));
        const auto odds = Booster(lesson.rows, options_for(kQuestion)).margins(rows_of(unseen, numbers));
        for (std::size_t at = 0; at < numbers.size(); ++at) all[numbers[at]] = odds[at];
        const double score = tally(kQuestion, unseen, all, 0).at(set).balanced_accuracy();
        std::printf("  %-24s %.3f\n", set.c_str(), score);
        sum += score;
    }
    std::printf("  mean %.3f over %zu sets\n", sum / static_cast<double>(sets.size()), sets.size());
    return all;
}

}  // namespace axray::train
