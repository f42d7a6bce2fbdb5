#include "examples.hpp"

#include <fstream>
#include <sstream>

#include "judge/judge.hpp"
#include "judge/word_differences.hpp"
#include "prepared.hpp"

namespace axray::train {

Result<WordScoresByName> read_word_scores(const std::vector<std::string>& paths) {
    WordScoresByName scores;
    for (const std::string& path : paths) {
        std::ifstream file(path);
        if (!file) return fail(Error{ErrorCode::unreadable, "the file cannot be opened", {path}});
        std::string line;
        for (std::size_t number = 1; std::getline(file, line); ++number) {
            std::istringstream fields(line);
            std::string name;
            judge::WordScores one;
            if (!std::getline(fields, name, '\t') || !(fields >> one.supported >> one.contradicted)) {
                return fail(Error{ErrorCode::malformed,
                                  "expected a name and log odds, separated by tabs",
                                  {"line " + std::to_string(number), path}});
            }
            for (float odds = 0; fields >> odds;) one.wrong.push_back(odds);
            scores.insert_or_assign(name, std::move(one));
        }
    }
    return scores;
}

Result<std::vector<Example>> make_examples(const std::string& models, const std::vector<Item>& items,
                                           const WordScoresByName& scores) {
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
    for (const Item& item : items) {
        const auto prepared = prepare(item, annotator, language_workspace);
        auto traced = judge::trace_statement(prepared->statement, prepared->index, *weights, tracer, {}, workspace);
        const auto found = scores.find(item.id);
        if (found == scores.end() || found->second.wrong.size() != traced.pairs.claim.size()) {
            return fail(Error{ErrorCode::not_found, "no scores of the network over words that fit it", {item.id}});
        }
        judge::add_word_features(traced.pairs, found->second, traced.features);
        Example example{item.id,
                        item.dataset,
                        item.label,
                        item.two_labels,
                        item.sentence_pair,
                        item.weak_label,
                        fold_of(item.group, kFolds),
                        traced.features,
                        false,
                        {},
                        {}};
        example.traced = judge::found_anything(traced);
        example.observed = judge::observed(traced);
        const bool by_words = !judge::word_differences(traced.pairs, found->second).empty();
        example.observed.both_values = example.observed.both_values || by_words;
        traced.words = found->second;
        example.words = traced.doubtful_words();
        examples.push_back(std::move(example));
    }
    return examples;
}

}  // namespace axray::train
