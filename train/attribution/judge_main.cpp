// Trains models/supported.bin, contradicted.bin and found.bin: what does the evidence say of a claim?
//
//     axray_train_judge MODELS_FOLDER OUTPUT_FOLDER DATA_FOLDER... [--table FILE]
//
// One model for all data sets: each set weighs the same, and within a set each side of the question. Cross-validated by
// groups of items with common sources; prints balanced accuracy for each set, then trains on everything. --table writes
// the features of every item as tab-separated values, for a closer look.
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>

#include "base/model_file.hpp"
#include "booster.hpp"
#include "prepared.hpp"
#include "program.hpp"

namespace {

using namespace axray;
using judge::Feature;
using train::Label;

constexpr std::uint32_t kFolds = 5;

// Sets in which a claim counts as supported because it is true, though the words of the source say something else or
// less (stance of a headline, verdict of a fact-checker, medicine and climate against abstracts). What is to be learned
// is whether the source bears the claim out, so these teach less.
const std::vector<std::string> kLooseSets = {"check_covid",
                                             "climate_fever",
                                             "conflict_climate_fever",
                                             "conflict_ramdocs",
                                             "covidfact",
                                             "factcheckgpt_stance",
                                             "fm2",
                                             "fnc1_stance",
                                             "healthver",
                                             "politihop"};
constexpr double kLooseShare = 0.02;
// Sentence pairs teach what excludes what, less so what a whole article bears out.
constexpr double kPairShare = 0.1;

struct Example {
    std::string id;
    std::string dataset;
    Label label = Label::not_supported;
    bool two_labels = false;
    bool sentence_pair = false;
    bool weak_label = false;
    std::uint32_t fold = 0;
    judge::Features features{};
};

enum class Question { supported, contradicted, found };

// Whether an example can teach the answer to a question, given which labels its set uses.
struct LabelUse {
    std::map<Label, std::size_t> counts;
    [[nodiscard]] bool has(Label label) const { return counts.contains(label); }
};

// A verdict "contradicted" needs one of these, so only claims with one can teach when it is right.
bool shows_a_difference(const judge::Features& features) {
    for (const Feature feature :
         {Feature::number_differs, Feature::date_differs, Feature::name_differs, Feature::negated, Feature::antonyms}) {
        if (features[static_cast<std::size_t>(feature)] > 0) return true;
    }
    return false;
}

bool teaches(Question question, const Example& example, const LabelUse& use) {
    switch (question) {
        case Question::supported: return use.has(Label::supported) && use.counts.size() > 1;
        case Question::contradicted:
            return !example.two_labels && !example.weak_label && use.has(Label::contradicted) &&
                   use.counts.size() > 1 && shows_a_difference(example.features);
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

train::BoosterOptions options(Question question) {
    train::BoosterOptions options;
    options.trees_a_round = question == Question::supported ? 3 : 1;
    options.rounds = question == Question::supported ? 300 : 120;
    options.depth = question == Question::contradicted ? 3 : 4;
    options.monotone = monotone(question);
    return options;
}

struct Lesson {
    train::Rows rows;
    std::vector<std::size_t> examples;  // which example each row is
};

// Rows of the examples that teach the question; every set weighs the same, and so do both answers within a set.
Lesson lesson_of(Question question, const std::vector<Example>& examples, const std::map<std::string, LabelUse>& uses) {
    constexpr double kSmallSet = 400;  // a set with fewer examples on one side weighs less
    std::map<std::pair<std::string, float>, double> sides;
    for (const Example& example : examples) {
        if (teaches(question, example, uses.at(example.dataset)))
            ++sides[{example.dataset, answer(question, example.label)}];
    }
    Lesson lesson;
    for (std::size_t number = 0; number < examples.size(); ++number) {
        const Example& example = examples[number];
        if (!teaches(question, example, uses.at(example.dataset))) continue;
        const float label = answer(question, example.label);
        const double mine = sides[{example.dataset, label}];
        const double other = sides[{example.dataset, 1.0F - label}];
        const bool loose = std::find(kLooseSets.begin(), kLooseSets.end(), example.dataset) != kLooseSets.end();
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

std::vector<float> cross_validate(Question question, const Lesson& lesson, const std::vector<Example>& examples) {
    std::vector<float> margins(lesson.rows.size());
    for (std::uint32_t fold = 0; fold < kFolds; ++fold) {
        train::Rows training;
        train::Rows held_out;
        std::vector<std::size_t> numbers;
        for (std::size_t row = 0; row < lesson.rows.size(); ++row) {
            const bool out = examples[lesson.examples[row]].fold == fold;
            (out ? held_out : training).add(lesson.rows.row(row), lesson.rows.labels[row], lesson.rows.weights[row]);
            if (out) numbers.push_back(row);
        }
        const auto predicted = train::Booster(training, options(question)).margins(held_out);
        for (std::size_t number = 0; number < numbers.size(); ++number) margins[numbers[number]] = predicted[number];
    }
    return margins;
}

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

std::map<std::string, Tally> tally(const Lesson& lesson, const std::vector<Example>& examples,
                                   const std::vector<float>& margins, float cut) {
    std::map<std::string, Tally> tallies;
    for (std::size_t row = 0; row < lesson.rows.size(); ++row) {
        Tally& one = tallies[examples[lesson.examples[row]].dataset];
        const bool said = margins[row] >= cut;
        const bool truth = lesson.rows.labels[row] > 0.5F;
        (said ? (truth ? one.true_positive : one.false_positive) : (truth ? one.false_negative : one.true_negative)) +=
            1;
    }
    return tallies;
}

// The cut for "contradicted" is set where its precision over all sets reaches this, since a false one costs most.
constexpr double kWantedPrecision = 0.72;

// Precision over all sets together, each set weighing at most as much as a middling one.
double pooled_precision(const std::map<std::string, Tally>& tallies) {
    constexpr double kMiddling = 30;
    double right = 0;
    double said = 0;
    for (const auto& [dataset, one] : tallies) {
        const double here = one.true_positive + one.false_positive;
        const double weight = std::min(1.0, kMiddling / std::max(1.0, here));
        right += weight * one.true_positive;
        said += weight * here;
    }
    return said > 0 ? right / said : 1.0;
}

// "Not found" is said only when it is rather sure: a reader who is shown a weak passage can still set it aside.
constexpr float kFoundCut = -0.4F;

float cut_for(Question question, const Lesson& lesson, const std::vector<Example>& examples,
              const std::vector<float>& margins) {
    if (question == Question::supported) return 0;
    if (question == Question::found) return kFoundCut;
    for (int step = -20; step <= 30; ++step) {
        const float cut = static_cast<float>(step) * 0.1F;
        if (pooled_precision(tally(lesson, examples, margins, cut)) >= kWantedPrecision) return cut;
    }
    return 3.0F;
}

void print_gains(const train::Booster& booster) {
    const auto gains = booster.gains(judge::kFeatureCount);
    std::vector<std::size_t> order(gains.size());
    for (std::size_t number = 0; number < order.size(); ++number) order[number] = number;
    std::sort(order.begin(), order.end(),
              [&gains](std::size_t left, std::size_t right) { return gains[left] > gains[right]; });
    std::printf("most used features:");
    for (std::size_t number = 0; number < 12; ++number) {
        std::printf(" %s", std::string(judge::to_string(static_cast<Feature>(order[number]))).c_str());
    }
    std::printf("\n");
}

int train_question(Question question, std::string_view kind, const std::string& output,
                   const std::vector<Example>& examples, const std::map<std::string, LabelUse>& uses) {
    const Lesson lesson = lesson_of(question, examples, uses);
    const auto margins = cross_validate(question, lesson, examples);
    const float cut = cut_for(question, lesson, examples, margins);
    std::printf("%s: %zu examples, cross-validated in %u folds, cut at log odds %.2f\n", std::string(kind).c_str(),
                lesson.rows.size(), kFolds, static_cast<double>(cut));
    double mean = 0;
    const auto tallies = tally(lesson, examples, margins, cut);
    for (const auto& [dataset, one] : tallies) {
        std::printf("  %-24s balanced accuracy %.3f  precision %.3f  recall %.3f\n", dataset.c_str(),
                    one.balanced_accuracy(), one.precision(), one.recall());
        mean += one.balanced_accuracy();
    }
    std::printf("  mean balanced accuracy %.3f over %zu sets\n", mean / static_cast<double>(tallies.size()),
                tallies.size());
    const train::Booster booster(lesson.rows, options(question));
    print_gains(booster);
    const auto written = base::write_model_file(output + "/" + std::string(kind) + ".bin", kind,
                                                base::kBoostedTreesVersion, booster.payload(lesson.rows.columns, -cut));
    return written ? 0 : train::report(written.error());
}

void write_table(const std::string& path, const std::vector<Example>& examples) {
    std::ofstream table(path);
    table << "id\tdataset\tlabel\ttwo_labels\tweak_label\tfold";
    for (std::size_t feature = 0; feature < judge::kFeatureCount; ++feature) {
        table << '\t' << judge::to_string(static_cast<Feature>(feature));
    }
    table << '\n';
    for (const Example& example : examples) {
        table << example.id << '\t' << example.dataset << '\t' << static_cast<int>(example.label) << '\t'
              << example.two_labels << '\t' << example.weak_label << '\t' << example.fold;
        for (const float value : example.features) table << '\t' << value;
        table << '\n';
    }
}

Result<std::vector<Example>> make_examples(const std::string& models, const std::vector<train::Item>& items) {
    const auto lexicon = language::Lexicon::open(models + "/wordnet.bin");
    if (!lexicon) return fail(lexicon.error());
    const auto weights = trace::WordWeights::open(models + "/word_weights.bin");
    if (!weights) return fail(weights.error());
    auto relevance =
        base::BoostedTrees::open(models + "/relevance.bin", trace::kRelevanceKind, trace::kRelevanceFeatureCount);
    if (!relevance) return fail(relevance.error());
    const trace::Tracer tracer(std::move(*relevance));
    const language::Annotator annotator(*lexicon);
    language::Workspace language_workspace;
    judge::Workspace workspace(*lexicon);
    std::vector<Example> examples;
    for (const train::Item& item : items) {
        const auto prepared = train::prepare(item, annotator, language_workspace);
        const auto traced =
            judge::trace_statement(prepared->statement, prepared->index, *weights, tracer, {}, workspace);
        examples.push_back({item.id, item.dataset, item.label, item.two_labels, item.sentence_pair, item.weak_label,
                            train::fold_of(item.group, kFolds), traced.features});
    }
    return examples;
}

struct Arguments {
    std::vector<std::string> positional;
    std::string table;
};

Arguments parse(int argc, char** argv) {
    Arguments arguments;
    for (int number = 1; number < argc; ++number) {
        const std::string argument = argv[number];
        if (argument == "--table" && number + 1 < argc)
            arguments.table = argv[++number];
        else
            arguments.positional.push_back(argument);
    }
    return arguments;
}

}  // namespace

int main(int argc, char** argv) {
    const Arguments arguments = parse(argc, argv);
    if (arguments.positional.size() < 3) {
        std::cerr << "usage: axray_train_judge MODELS_FOLDER OUTPUT_FOLDER DATA_FOLDER... [--table FILE]\n";
        return 2;
    }
    auto items = train::read_folders(std::span(arguments.positional).subspan(2), train::sets_not_to_pass_on());
    if (!items) return train::report(items.error());
    train::assign_groups(*items);
    const auto examples = make_examples(arguments.positional[0], *items);
    if (!examples) return train::report(examples.error());
    if (!arguments.table.empty()) write_table(arguments.table, *examples);
    std::map<std::string, LabelUse> uses;
    for (const Example& example : *examples) ++uses[example.dataset].counts[example.label];
    const std::string& output = arguments.positional[1];
    for (const auto& [question, kind] :
         {std::pair{Question::supported, judge::kSupportedKind},
          std::pair{Question::contradicted, judge::kContradictedKind}, std::pair{Question::found, judge::kFoundKind}}) {
        if (const int status = train_question(question, kind, output, *examples, uses); status != 0) return status;
    }
    return 0;
}
