// Trains models/supported.bin, contradicted.bin and found.bin: what does the evidence say of a claim?
//
//     axray_train_judge MODELS_FOLDER OUTPUT_FOLDER DATA_FOLDER... --words FILE [--words FILE...] [--answers FILE]
//                       [--table FILE] [--compare] [--left-out=SET... --unseen-words FILE]
//
// One model for all data sets. Cross-validated by groups of items with common sources; prints balanced accuracy for
// each set, then trains on everything. --words: what the network over words said of items that it had not seen.
// --answers writes what the cross-validated models say of every item, as `axray check --jsonl` would; --table the
// features of every item as tab-separated values, for a closer look. --compare prints what trees, network and both
// reach.
// --left-out trains nothing that is kept: it prints what a model reaches on a set of which it has seen no claim.
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>

#include "base/model_file.hpp"
#include "base/utf8.hpp"
#include "cross_validation.hpp"
#include "judge/judge.hpp"
#include "program.hpp"

namespace {

using namespace axray;
using judge::Feature;
using train::Example;
using train::Label;
using train::Lesson;
using train::Question;

// The cut for "contradicted" is set where its precision over all sets reaches this, since a false one costs most.
constexpr double kWantedPrecision = 0.7;

// Precision over all sets together, each set weighing at most as much as a middling one.
double pooled_precision(const std::map<std::string, train::Tally>& tallies) {
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

float cut_for(Question question, const std::vector<Example>& examples, const std::vector<float>& margins) {
    if (question == Question::supported) return 0;
    if (question == Question::found) return kFoundCut;
    for (int step = -20; step <= 30; ++step) {
        const float cut = static_cast<float>(step) * 0.1F;
        if (pooled_precision(train::tally(question, examples, margins, cut)) >= kWantedPrecision) return cut;
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

// Trains one question; gives the cross-validated log odds of all examples, moved so that 0 is the cut.
Result<std::vector<float>> train_question(Question question, std::string_view kind, const std::string& output,
                                          const std::vector<Example>& examples) {
    const Lesson lesson = train::lesson_of(question, examples, train::label_uses(examples));
    auto margins = train::cross_validate(question, lesson, examples);
    const float cut = cut_for(question, examples, margins);
    std::printf("%s: %zu examples, cross-validated in %u folds, cut at log odds %.2f\n", std::string(kind).c_str(),
                lesson.rows.size(), train::kFolds, static_cast<double>(cut));
    double mean = 0;
    const auto tallies = train::tally(question, examples, margins, cut);
    for (const auto& [dataset, one] : tallies) {
        std::printf("  %-24s balanced accuracy %.3f  precision %.3f  recall %.3f\n", dataset.c_str(),
                    one.balanced_accuracy(), one.precision(), one.recall());
        mean += one.balanced_accuracy();
    }
    std::printf("  mean balanced accuracy %.3f over %zu sets\n", mean / static_cast<double>(tallies.size()),
                tallies.size());
    const train::Booster booster(lesson.rows, train::options_for(question));
    print_gains(booster);
    const auto written = base::write_model_file(output + "/" + std::string(kind) + ".bin", kind,
                                                base::kBoostedTreesVersion, booster.payload(lesson.rows.columns, -cut));
    if (!written) return fail(written.error());
    for (float& margin : margins) margin -= cut;
    return margins;
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

struct Margins {
    std::vector<float> supported, contradicted, found;
};

// The answer of the cross-validated models to one claim as a line of JSON.
void write_answer(std::ostream& out, const Example& example, const train::Item& item, const judge::Decision& decision) {
    static constexpr std::array<std::string_view, 4> kLabels = {"supported", "partially_supported", "contradicted",
                                                                "not_supported"};
    out << R"({"id":")" << example.id << R"(","label":")" << kLabels[static_cast<std::size_t>(decision.verdict)]
        << R"(","score":)" << decision.probability << R"(,"bad_spans":[)";
    base::CodePointCounter counter(item.request.claim);
    bool first = true;
    for (const Span words : judge::wrong_words(example.words, decision.verdict)) {
        const auto span = counter.convert(words);
        out << (first ? "" : ",") << '[' << span.begin << ',' << span.end << ']';
        first = false;
    }
    out << "]}\n";
}

void write_answers(const std::string& path, const std::vector<Example>& examples, const std::vector<train::Item>& items,
                   const Margins& margins, const judge::Calibration& curve) {
    std::ofstream out(path);
    for (std::size_t number = 0; number < examples.size(); ++number) {
        const Example& example = examples[number];
        judge::Decision decision{Verdict::not_found, curve.apply(0), judge::Decider::nothing_found};
        if (example.traced) {
            const auto probability = [number](const std::vector<float>& odds) { return base::logistic(odds[number]); };
            decision = judge::decide(
                {probability(margins.supported), probability(margins.contradicted), probability(margins.found)},
                example.features, example.observed, curve);
        }
        write_answer(out, example, items[number], decision);
    }
}

// Of claims against articles and passages; pairs of sentences are another matter.
judge::Calibration calibration_of(const std::vector<Example>& examples, const std::vector<float>& odds) {
    std::vector<float> probabilities;
    std::vector<float> supported;
    for (std::size_t number = 0; number < examples.size(); ++number) {
        if (examples[number].sentence_pair) continue;
        probabilities.push_back(examples[number].traced ? base::logistic(odds[number]) : 0.0F);
        supported.push_back(examples[number].label == Label::supported ? 1.0F : 0.0F);
    }
    return judge::Calibration::measure(probabilities, supported);
}

struct Arguments {
    std::vector<std::string> positional;
    std::vector<std::string> words;
    std::vector<std::string> unseen_words;  // of a network that has seen none of `left_out`
    std::vector<std::string> left_out;
    std::string table, answers;
    bool compare = false;
};

Arguments parse(int argc, char** argv) {
    Arguments arguments;
    for (int number = 1; number < argc; ++number) {
        const std::string argument = argv[number];
        const bool has_value = number + 1 < argc;
        if (argument == "--table" && has_value)
            arguments.table = argv[++number];
        else if (argument == "--answers" && has_value)
            arguments.answers = argv[++number];
        else if (argument == "--compare")
            arguments.compare = true;
        else if (argument.starts_with("--left-out="))
            arguments.left_out.push_back(argument.substr(argument.find('=') + 1));
        else if (argument == "--unseen-words" && has_value)
            arguments.unseen_words.emplace_back(argv[++number]);
        else if (argument == "--words" && has_value)
            arguments.words.emplace_back(argv[++number]);
        else
            arguments.positional.push_back(argument);
    }
    return arguments;
}

int run(const Arguments& arguments) {
    auto items = train::read_folders(std::span(arguments.positional).subspan(2), train::sets_not_to_pass_on());
    if (!items) return train::report(items.error());
    train::assign_groups(*items);
    const auto scores = train::read_word_scores(arguments.words);
    if (!scores) return train::report(scores.error());
    const auto examples = train::make_examples(arguments.positional[0], *items, *scores);
    if (!examples) return train::report(examples.error());
    if (!arguments.table.empty()) write_table(arguments.table, *examples);
    if (!arguments.left_out.empty()) {
        std::erase_if(*items, [&](const train::Item& item) {
            const auto& sets = arguments.left_out;
            return std::find(sets.begin(), sets.end(), item.dataset) == sets.end();
        });
        const auto unseen_scores = train::read_word_scores(arguments.unseen_words);
        if (!unseen_scores) return train::report(unseen_scores.error());
        const auto unseen = train::make_examples(arguments.positional[0], *items, *unseen_scores);
        if (!unseen) return train::report(unseen.error());
        const auto odds = train::leave_out(*examples, *unseen, arguments.left_out);
        if (!arguments.answers.empty()) {
            const std::vector<float> nothing(odds.size(), -1.0F);
            write_answers(arguments.answers, *unseen, *items, {odds, nothing, nothing}, calibration_of(*unseen, odds));
        }
        return 0;
    }
    const std::string& output = arguments.positional[1];
    auto supported = train_question(Question::supported, judge::kSupportedKind, output, *examples);
    if (!supported) return train::report(supported.error());
    if (arguments.compare) train::print_comparison(*examples, *supported);
    auto contradicted = train_question(Question::contradicted, judge::kContradictedKind, output, *examples);
    if (!contradicted) return train::report(contradicted.error());
    auto found = train_question(Question::found, judge::kFoundKind, output, *examples);
    if (!found) return train::report(found.error());
    const auto curve = calibration_of(*examples, *supported);
    const auto written = base::write_model_file(output + "/" + std::string(judge::kCalibrationKind) + ".bin",
                                                judge::kCalibrationKind, judge::kCalibrationVersion, curve.payload());
    if (!written) return train::report(written.error());
    if (!arguments.answers.empty()) {
        write_answers(arguments.answers, *examples, *items, {*supported, *contradicted, *found}, curve);
    }
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    const Arguments arguments = parse(argc, argv);
    if (arguments.positional.size() < 3) {
        std::cerr
            << "usage: axray_train_judge MODELS_FOLDER OUTPUT_FOLDER DATA_FOLDER... --words FILE [--words FILE...] "
               "[--answers FILE] [--table FILE]\n";
        return 2;
    }
    return run(arguments);
}
