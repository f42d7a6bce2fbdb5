// Trains models/relevance.bin: does a candidate sentence belong to the evidence of a claim?
//
//     axray_train_relevance MODELS_FOLDER OUTPUT DATA_FOLDER... [--answers FILE]
//
// Cross-validated by groups of items with common sources; prints evidence F1 and recall at 5 for each data set, then
// trains on everything. The cut is placed where the mean F0.5 of the held-out folds is best. --answers writes the
// cross-validated evidence of every claim.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <set>

#include "base/model_file.hpp"
#include "booster.hpp"
#include "prepared.hpp"
#include "program.hpp"

namespace {

using namespace axray;

constexpr std::uint32_t kFolds = 5;
constexpr float kNoWeight = 1e-6F;

struct Question {
    std::string id;
    std::string dataset;
    std::uint32_t fold = 0;
    std::vector<std::set<std::uint32_t>> gold_sets;
    std::vector<std::uint32_t> sentences;       // of the candidate rows
    std::vector<SentenceReference> references;  // the same by source
    std::size_t first_row = 0;
};

struct Collection {
    train::Rows rows;
    std::vector<std::uint32_t> fold_of_row;
    std::vector<Question> questions;
};

enum class Truth { evidence, alternative, other };

// Of alternative sets the smallest is to be learned; sentences that only larger ones have teach nothing.
Truth truth_of(const std::vector<std::set<std::uint32_t>>& sets, std::uint32_t sentence) {
    const auto smallest = std::min_element(
        sets.begin(), sets.end(), [](const auto& left, const auto& right) { return left.size() < right.size(); });
    if (smallest->contains(sentence)) return Truth::evidence;
    const bool elsewhere =
        std::any_of(sets.begin(), sets.end(), [&](const auto& set) { return set.contains(sentence); });
    return elsewhere ? Truth::alternative : Truth::other;
}

void collect(const train::Item& item, const train::Prepared& prepared, const trace::WordWeights& weights,
             judge::Workspace& workspace, Collection& collection) {
    std::vector<std::set<std::uint32_t>> sets;
    for (const auto& references : item.evidence_sets) {
        const auto numbers = train::sentence_numbers(prepared.index, references);
        if (!numbers.empty()) sets.emplace_back(numbers.begin(), numbers.end());
    }
    if (sets.empty() || sets.front().size() >= prepared.index.sentences().size()) return;
    for (const auto& claim : judge::statement_claims(prepared.statement, weights)) {
        const auto trace = trace::rank_candidates(claim.words, prepared.index, {}, workspace.relations);
        Question question{item.id, item.dataset,          train::fold_of(item.group, kFolds), sets, {},
                          {},      collection.rows.size()};
        for (std::size_t number = 0; number < trace.candidates.size(); ++number) {
            const std::uint32_t sentence = trace.candidates[number].sentence;
            question.sentences.push_back(sentence);
            question.references.push_back(
                {prepared.index.sentences()[sentence].source, prepared.index.sentences()[sentence].sentence});
            const Truth truth = truth_of(sets, sentence);
            collection.rows.add(trace.features[number], truth == Truth::evidence ? 1.0F : 0.0F,
                                truth == Truth::alternative ? kNoWeight : 1.0F);
            collection.fold_of_row.push_back(question.fold);
        }
        collection.questions.push_back(std::move(question));
    }
}

// Every data set counts the same, but for very small ones.
void balance(Collection& collection) {
    std::map<std::string, std::size_t> sizes;
    for (const Question& question : collection.questions) ++sizes[question.dataset];
    for (const Question& question : collection.questions) {
        const auto size = static_cast<float>(sizes[question.dataset]);
        const float weight = 300.0F / std::max(300.0F, size);
        for (std::size_t row = 0; row < question.sentences.size(); ++row) {
            collection.rows.weights[question.first_row + row] *= weight;
        }
    }
}

train::BoosterOptions options() {
    train::BoosterOptions options;
    options.rounds = 250;
    options.depth = 4;
    return options;
}

std::vector<float> cross_validate(const Collection& collection) {
    std::vector<float> margins(collection.rows.size());
    for (std::uint32_t fold = 0; fold < kFolds; ++fold) {
        train::Rows training;
        train::Rows held_out;
        std::vector<std::size_t> numbers;
        for (std::size_t row = 0; row < collection.rows.size(); ++row) {
            auto& side = collection.fold_of_row[row] == fold ? held_out : training;
            side.add(collection.rows.row(row), collection.rows.labels[row], collection.rows.weights[row]);
            if (collection.fold_of_row[row] == fold) numbers.push_back(row);
        }
        if (held_out.size() == 0) continue;
        const auto predicted = train::Booster(training, options()).margins(held_out);
        for (std::size_t number = 0; number < numbers.size(); ++number) margins[numbers[number]] = predicted[number];
    }
    return margins;
}

struct Score {
    double f1 = 0;
    double f_half = 0;  // precision counts twice as much as recall: a reader looks at every sentence that is given
    double recall_at_5 = 0;
    std::size_t count = 0;
};

// F measure in which recall counts `beta` times as much as precision.
double f_measure(const std::set<std::uint32_t>& gold, const std::vector<std::uint32_t>& chosen, double beta) {
    double hits = 0;
    for (const std::uint32_t sentence : chosen) hits += static_cast<double>(gold.count(sentence));
    const double square = beta * beta;
    return (1 + square) * hits / (square * static_cast<double>(gold.size()) + static_cast<double>(chosen.size()));
}

std::map<std::string, Score> evaluate(const Collection& collection, const std::vector<float>& margins, float cut) {
    std::map<std::string, Score> scores;
    for (const Question& question : collection.questions) {
        std::vector<std::pair<float, std::uint32_t>> ranked;
        for (std::size_t row = 0; row < question.sentences.size(); ++row) {
            ranked.emplace_back(-margins[question.first_row + row], question.sentences[row]);
        }
        std::sort(ranked.begin(), ranked.end());
        std::vector<std::uint32_t> chosen;
        std::vector<std::uint32_t> top;
        for (const auto& [negative_margin, sentence] : ranked) {
            if (chosen.empty() || (-negative_margin >= cut && chosen.size() < trace::TraceOptions{}.evidence_limit)) {
                chosen.push_back(sentence);
            }
            if (top.size() < 5) top.push_back(sentence);
        }
        double best_f1 = 0;
        double best_f_half = 0;
        double best_recall = 0;
        for (const auto& gold : question.gold_sets) {
            best_f1 = std::max(best_f1, f_measure(gold, chosen, 1.0));
            best_f_half = std::max(best_f_half, f_measure(gold, chosen, 0.5));
            double hits = 0;
            for (const std::uint32_t sentence : top) hits += static_cast<double>(gold.count(sentence));
            best_recall = std::max(best_recall, hits / static_cast<double>(gold.size()));
        }
        Score& score = scores[question.dataset];
        score.f1 += best_f1;
        score.f_half += best_f_half;
        score.recall_at_5 += best_recall;
        ++score.count;
    }
    return scores;
}

double mean_f_half(const std::map<std::string, Score>& scores) {
    double sum = 0;
    for (const auto& [dataset, score] : scores) sum += score.f_half / static_cast<double>(score.count);
    return sum / static_cast<double>(scores.size());
}

float best_cut(const Collection& collection, const std::vector<float>& margins) {
    float best = 0;
    double best_score = -1;
    for (int step = -30; step <= 20; ++step) {
        const float cut = static_cast<float>(step) * 0.1F;
        const double score = mean_f_half(evaluate(collection, margins, cut));
        if (score > best_score) {
            best_score = score;
            best = cut;
        }
    }
    return best;
}

// What the cross-validated models call evidence of each item, as `axray check --jsonl --ranking` would.
void write_answers(const std::string& path, const Collection& collection, const std::vector<float>& margins,
                   float cut) {
    std::map<std::string, std::map<std::pair<std::uint32_t, std::uint32_t>, float>> items;
    for (const Question& question : collection.questions) {
        for (std::size_t row = 0; row < question.references.size(); ++row) {
            const auto& reference = question.references[row];
            const float margin = margins[question.first_row + row];
            const auto [place, fresh] = items[question.id].try_emplace({reference.source, reference.sentence}, margin);
            if (!fresh) place->second = std::max(place->second, margin);
        }
    }
    std::ofstream out(path);
    for (const auto& [id, sentences] : items) {
        std::vector<std::pair<float, std::pair<std::uint32_t, std::uint32_t>>> ranked;
        for (const auto& [reference, margin] : sentences) ranked.emplace_back(-margin, reference);
        std::sort(ranked.begin(), ranked.end());
        std::string evidence;
        std::string ranking;
        for (std::size_t rank = 0; rank < ranked.size(); ++rank) {
            const auto& [negative_margin, reference] = ranked[rank];
            const std::string pair =
                "[" + std::to_string(reference.first) + "," + std::to_string(reference.second) + "]";
            const bool chosen = -negative_margin >= cut && rank < trace::TraceOptions{}.evidence_limit;
            if (rank == 0 || chosen) evidence += (rank == 0 ? "" : ",") + pair;
            ranking += (rank == 0 ? "" : ",") + pair;
        }
        out << R"({"id":")" << id << R"(","evidence":[)" << evidence << R"(],"ranking":[)" << ranking << "]}\n";
    }
}

int train_all(const std::string& models, const std::string& output, const std::string& answers,
              const std::vector<train::Item>& items) {
    const auto lexicon = language::Lexicon::open(models + "/wordnet.bin");
    if (!lexicon) return train::report(lexicon.error());
    const auto weights = trace::WordWeights::open(models + "/word_weights.bin");
    if (!weights) return train::report(weights.error());
    const language::Annotator annotator(*lexicon);
    language::Workspace language_workspace;
    judge::Workspace workspace(*lexicon);
    Collection collection;
    for (const train::Item& item : items) {
        if (item.evidence_sets.empty()) continue;
        collect(item, *train::prepare(item, annotator, language_workspace), *weights, workspace, collection);
    }
    balance(collection);
    const auto margins = cross_validate(collection);
    const float cut = best_cut(collection, margins);
    for (const auto& [dataset, score] : evaluate(collection, margins, cut)) {
        std::printf("%-26s claims %5zu  evidence F1 %.3f  recall@5 %.3f\n", dataset.c_str(), score.count,
                    score.f1 / static_cast<double>(score.count), score.recall_at_5 / static_cast<double>(score.count));
    }
    std::printf("cross-validated in %u folds; cut at log odds %.2f\n", kFolds, static_cast<double>(cut));
    if (!answers.empty()) write_answers(answers, collection, margins, cut);
    const train::Booster booster(collection.rows, options());
    const auto written = base::write_model_file(output, trace::kRelevanceKind, base::kBoostedTreesVersion,
                                                booster.payload(collection.rows.columns, -cut));
    return written ? 0 : train::report(written.error());
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 4) {
        std::cerr << "usage: axray_train_relevance MODELS_FOLDER OUTPUT DATA_FOLDER... [--answers FILE]\n";
        return 2;
    }
    std::vector<std::string> folders(argv + 3, argv + argc);
    std::string answers;
    if (folders.size() > 2 && folders[folders.size() - 2] == "--answers") {
        answers = folders.back();
        folders.resize(folders.size() - 2);
    }
    auto items = train::read_folders(folders, train::sets_not_to_pass_on());
    if (!items) return train::report(items.error());
    train::assign_groups(*items);
    return train_all(argv[1], argv[2], answers, *items);
}
