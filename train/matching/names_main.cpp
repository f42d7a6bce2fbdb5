// Teaches the matcher of names: axray_train_names TABLES NICKNAMES MODELS SCORES
//
// TABLES is what examples.py wrote, NICKNAMES the list nicknames.txt; writes name_rarity.bin,
// name_trees.bin and name_curve.bin into MODELS. SCORES takes what models say of pairs and questions of which they have
// seen no name: pairs.jsonl and hits.jsonl.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <string>

#include "../attribution/booster.hpp"
#include "../attribution/program.hpp"
#include "base/boosted_trees.hpp"
#include "base/model_file.hpp"
#include "matching/calibration_curve.hpp"
#include "name_lesson.hpp"

namespace axray::train {
namespace {

using matching::CalibrationCurve;
using matching::kMatchFeatures;
using matching::MatchFeature;

constexpr std::uint32_t kFolds = 4;
constexpr std::uint32_t kTreesVersion = base::kBoostedTreesVersion;
constexpr float kUnlistedWeight = 2;  // of questions that are not listed, for the probability: most screened names

void save(const std::string& path, std::string_view kind, std::uint32_t version, const std::string& payload) {
    (void)value_or_exit(base::write_model_file(path, kind, version, payload));
}

BoosterOptions options() {
    BoosterOptions made;
    made.rounds = 220;
    made.depth = 5;
    made.learning_rate = 0.08;
    made.least_child_weight = 3;
    made.leaf_penalty = 2;
    for (std::size_t feature = 0; feature < kMatchFeatures; ++feature) {
        made.monotone.push_back(matching::direction_of(static_cast<MatchFeature>(feature)));
    }
    return made;
}

using Examples = std::vector<NameExample>;

Rows rows_of(const Examples& examples, std::uint32_t left_out) {
    Rows rows;
    for (const NameExample& example : examples) {
        if (example.teaches && example.fold != left_out) rows.add(example.features, example.label, example.weight);
    }
    return rows;
}

// Log odds of each example, by trees that have seen nothing of its fold.
std::vector<float> cross_validated(const Examples& pairs, const Examples& questions, std::vector<float>& of_questions) {
    std::vector<float> of_pairs(pairs.size());
    of_questions.resize(questions.size());
    for (std::uint32_t fold = 0; fold < kFolds; ++fold) {
        Rows rows = rows_of(pairs, fold);
        for (const NameExample& example : questions) {
            if (example.teaches && example.fold != fold) rows.add(example.features, example.label, example.weight);
        }
        const Booster booster(rows, options());
        const auto judge = [&](const Examples& examples, std::vector<float>& odds) {
            Rows asked;
            std::vector<std::size_t> numbers;
            for (std::size_t number = 0; number < examples.size(); ++number) {
                if (examples[number].fold != fold) continue;
                asked.add(examples[number].features, 0, 1);
                numbers.push_back(number);
            }
            const auto margins = booster.margins(asked);
            for (std::size_t at = 0; at < numbers.size(); ++at) odds[numbers[at]] = margins[at];
        };
        judge(pairs, of_pairs);
        judge(questions, of_questions);
    }
    return of_pairs;
}

CalibrationCurve curve_of(const std::vector<Question>& questions, const Examples& examples,
                          const std::vector<float>& odds) {
    std::vector<CalibrationCurve::Seen> seen;
    for (std::size_t number = 0; number < examples.size(); ++number) {
        const Question& question = questions[examples[number].question];
        if (!question.labelled) continue;
        seen.push_back({odds[number], examples[number].label, question.expected.empty() ? kUnlistedWeight : 1});
    }
    return CalibrationCurve::measure(std::move(seen));
}

void write_pairs(const std::string& path, const std::vector<LabelledPair>& pairs, const Examples& examples,
                 const std::vector<float>& odds, const CalibrationCurve& curve) {
    std::ofstream file(path);
    for (std::size_t number = 0; number < pairs.size(); ++number) {
        file << R"({"id": ")" << pairs[number].id << R"(", "score": )"
             << examples[number].bounds.apply(curve.apply(odds[number])) << "}\n";
    }
}

void write_hits(const std::string& path, const std::vector<Question>& questions, const Examples& examples,
                const std::vector<float>& odds, const Register& names, const CalibrationCurve& curve) {
    constexpr std::size_t kHits = 10;
    std::vector<std::vector<std::pair<float, std::uint32_t>>> hits(questions.size());
    for (std::size_t number = 0; number < examples.size(); ++number) {
        const float probability = examples[number].bounds.apply(curve.apply(odds[number]));
        hits[examples[number].question].emplace_back(-probability, examples[number].entity);
    }
    std::ofstream file(path);
    for (std::size_t number = 0; number < questions.size(); ++number) {
        if (!questions[number].labelled) continue;
        std::sort(hits[number].begin(), hits[number].end());
        file << R"({"id": ")" << questions[number].id << R"(", "hits": [)";
        for (std::size_t at = 0; at < std::min(kHits, hits[number].size()); ++at) {
            const auto& [negative, entity] = hits[number][at];
            file << (at == 0 ? "" : ", ") << R"({"ref": ")" << names.entities[entity] << R"(", "score": )" << -negative
                 << "}";
        }
        file << "]}\n";
    }
}

void print_gains(const Booster& booster) {
    const auto gains = booster.gains(kMatchFeatures);
    double sum = 0;
    for (const double gain : gains) sum += gain;
    std::vector<std::pair<double, std::size_t>> order;
    for (std::size_t feature = 0; feature < gains.size(); ++feature) order.emplace_back(-gains[feature] / sum, feature);
    std::sort(order.begin(), order.end());
    std::printf("features with the largest shares of what was gained:\n");
    for (std::size_t at = 0; at < 12; ++at) {
        const auto name = matching::to_string(static_cast<MatchFeature>(order[at].second));
        std::printf("  %-18.*s %.3f\n", static_cast<int>(name.size()), name.data(), -order[at].first);
    }
}

int run(const std::string& tables, const std::string& nicknames, const std::string& models, const std::string& scores) {
    const auto preparer = value_or_exit(matching::NamePreparer::create());
    const Register names = read_register(tables + "/names.tsv", preparer);
    const auto known = known_words(names, tables + "/words.tsv", nicknames, preparer);
    save(models + "/name_rarity.bin", matching::kWordTableKind, matching::kWordTableVersion,
         matching::make_word_table(known));
    auto words = value_or_exit(matching::WordTable::open(models + "/name_rarity.bin"));
    words.use_names(value_or_exit(language::NameWords::open(models + "/name_words.bin")));
    const auto index = index_of(names, scores);
    const auto pairs = read_pairs(tables + "/pairs.tsv", preparer);
    const auto questions = read_questions(tables + "/queries.tsv", preparer);
    const Examples of_pairs = examples_of(pairs, words);
    const Examples of_questions = examples_of(questions, names, index, words);
    std::printf("%zu words, %zu listed names, %zu pairs, %zu questions with %zu candidates\n", known.size(),
                names.names.size(), pairs.size(), questions.size(), of_questions.size());

    std::vector<float> question_odds;
    const std::vector<float> pair_odds = cross_validated(of_pairs, of_questions, question_odds);
    const CalibrationCurve curve = curve_of(questions, of_questions, question_odds);
    write_pairs(scores + "/pairs.jsonl", pairs, of_pairs, pair_odds, curve);
    write_hits(scores + "/hits.jsonl", questions, of_questions, question_odds, names, curve);

    Rows all = rows_of(of_pairs, kFolds);
    for (const NameExample& example : of_questions) {
        if (example.teaches) all.add(example.features, example.label, example.weight);
    }
    const Booster booster(all, options());
    save(models + "/name_trees.bin", "name_trees", kTreesVersion, booster.payload(kMatchFeatures, 0));
    save(models + "/name_curve.bin", matching::kCurveKind, matching::kCurveVersion, curve.payload());
    print_gains(booster);
    return 0;
}

}  // namespace
}  // namespace axray::train

int main(int count, char** arguments) {
    if (count != 5) {
        std::cerr << "usage: axray_train_names TABLES NICKNAMES MODELS SCORES\n";
        return 2;
    }
    return axray::train::run(arguments[1], arguments[2], arguments[3], arguments[4]);
}
