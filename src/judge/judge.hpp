// Judges a statement against sources (Statement + SourceIndex -> Judgement): traces it, compares, and says how sure.
//
// Three trained models look at the same features: is it supported, is it contradicted, is any part of it found. A
// verdict "contradicted" needs a difference that shows both values, whatever a model says.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <axray/claim.hpp>
#include <axray/result.hpp>
#include <axray/verdict.hpp>

#include "base/boosted_trees.hpp"
#include "judge/decision.hpp"
#include "judge/differences.hpp"
#include "judge/features.hpp"
#include "language/words/lexicon.hpp"
#include "trace/trace.hpp"
#include "trace/word_weights.hpp"

namespace axray::judge {

inline constexpr std::string_view kSupportedKind = "supported";
inline constexpr std::string_view kContradictedKind = "contradicted";
inline constexpr std::string_view kFoundKind = "found";

// One sentence, or the part of it, that is stated: ordered, disjoint token ranges of one sentence.
using StatedRanges = std::vector<language::TokenSpan>;

// What is to be judged: one or several sentences of an annotated text. One verdict is given for all of them together.
struct Statement {
    const language::AnnotatedText* text = nullptr;  // must outlive the Judgement
    std::vector<StatedRanges> sentences;
};

// The tokens of an article that one of its claims is made of. O(tokens of the sentence).
[[nodiscard]] StatedRanges stated_ranges(const Claim& claim, const language::AnnotatedText& article);

// All sentences of a text as one statement.
[[nodiscard]] Statement whole_text(const language::AnnotatedText& text);

// A statement, traced and compared, before any model has judged it.
struct TracedStatement {
    std::vector<TracedClaim> claims;                   // one a sentence that has words to trace
    std::vector<std::vector<Difference>> differences;  // one list for each of `claims`
    WordPairs pairs;                                   // what the network over words is shown
    WordScores words;                                  // and what it says
    std::vector<DoubtfulWord> doubtful_words() const;  // of `pairs`, as it says
    Features features{};
};

struct Judgement : TracedStatement, Decision {};

// Scratch memory and caches of one thread; they change speed, never the result.
class Workspace {
public:
    explicit Workspace(const language::Lexicon& lexicon) : relations(lexicon) {}
    trace::LexicalRelations relations;
    WordJudge::Scratch words;
};

class Judge {
public:
    // Maps word_weights.bin, relevance.bin, words.bin, calibration.bin, supported.bin, contradicted.bin and found.bin
    // of `models_folder`. Errors: model_mismatch, naming the file.
    [[nodiscard]] static Result<Judge> open(const std::string& models_folder);

    // Linear in the statement's words times candidates. Constant: safe from any thread with a workspace of its own.
    [[nodiscard]] Judgement judge(const Statement& statement, const trace::SourceIndex& index,
                                  const trace::TraceOptions& options, Workspace& workspace) const;

    [[nodiscard]] const trace::WordWeights& word_weights() const { return weights_; }
    [[nodiscard]] const WordJudge& word_judge() const { return words_; }

    // The trees over Features, for explanations; valid as long as the Judge lives.
    [[nodiscard]] const base::BoostedTrees& supported_trees() const { return supported_; }

private:
    Judge(trace::WordWeights weights, trace::Tracer tracer, WordJudge words, Calibration calibration,
          base::BoostedTrees supported, base::BoostedTrees contradicted, base::BoostedTrees found);

    trace::WordWeights weights_;
    trace::Tracer tracer_;
    WordJudge words_;
    Calibration calibration_;
    base::BoostedTrees supported_;
    base::BoostedTrees contradicted_;
    base::BoostedTrees found_;
};

// Traces and compares without the judging models and the network over words: what the training program starts from.
[[nodiscard]] TracedStatement trace_statement(const Statement& statement, const trace::SourceIndex& index,
                                              const trace::WordWeights& weights, const trace::Tracer& tracer,
                                              const trace::TraceOptions& options, Workspace& workspace);

// True when some sentence of the sources was taken as evidence.
[[nodiscard]] bool found_anything(const TracedStatement& traced);

[[nodiscard]] Observed observed(const TracedStatement& traced);

// Claims of the statement with their words, not yet traced.
[[nodiscard]] std::vector<TracedClaim> statement_claims(const Statement& statement, const trace::WordWeights& weights);

}  // namespace axray::judge
