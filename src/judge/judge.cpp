#include "judge/judge.hpp"

#include <algorithm>

#include "judge/value_differences.hpp"
#include "judge/word_differences.hpp"

namespace axray::judge {

Observed observed(const TracedStatement& traced) {
    Observed found;
    for (const auto& list : traced.differences) {
        for (const Difference& one : list) {
            found.both_values = found.both_values || excludes(one.kind);
            found.another_name = found.another_name || (one.certain && one.kind == FlagKind::name_differs);
        }
    }
    return found;
}

std::vector<DoubtfulWord> TracedStatement::doubtful_words() const {
    std::vector<DoubtfulWord> found;
    for (std::size_t word = 0; word < words.wrong.size(); ++word) {
        const Span span = claims.front().words.text->tokens.span[pairs.claim[word].token];
        found.push_back({span, words.wrong[word], without_counterpart(pairs, word)});
    }
    return found;
}

bool found_anything(const TracedStatement& traced) {
    return std::any_of(traced.claims.begin(), traced.claims.end(),
                       [](const TracedClaim& claim) { return !claim.trace.evidence.empty(); });
}

namespace {

// Each to the part of the claim that it is of.
void add_differences(const std::vector<Difference>& found, Judgement& judgement) {
    for (const Difference& one : found) {
        for (std::size_t part = 0; part < judgement.claims.size(); ++part) {
            if (judgement.claims[part].tokens.contains(one.claim.begin)) judgement.differences[part].push_back(one);
        }
    }
}

}  // namespace

StatedRanges stated_ranges(const Claim& claim, const language::AnnotatedText& article) {
    const auto& tokens = article.tokens;
    const auto sentence = article.sentences[claim.sentence].tokens;
    const auto tokens_in = [&](Span span) {
        language::TokenSpan range{sentence.begin, sentence.begin};
        while (range.begin < sentence.end && tokens.span[range.begin].begin < span.begin) ++range.begin;
        range.end = range.begin;
        while (range.end < sentence.end && tokens.span[range.end].end <= span.end) ++range.end;
        return range;
    };
    StatedRanges ranges = {tokens_in(claim.span)};
    for (const auto span : claim.context) ranges.push_back(tokens_in(span));
    std::erase_if(ranges, [](language::TokenSpan range) { return range.size() == 0; });
    std::sort(ranges.begin(), ranges.end(), [](auto left, auto right) { return left.begin < right.begin; });
    return ranges;
}

Statement whole_text(const language::AnnotatedText& text) {
    Statement statement{&text, {}};
    for (const auto& sentence : text.sentences) statement.sentences.push_back({sentence.tokens});
    return statement;
}

Judge::Judge(trace::WordWeights weights, trace::Tracer tracer, WordJudge words, Calibration calibration,
             base::BoostedTrees supported, base::BoostedTrees contradicted, base::BoostedTrees found)
    : weights_(std::move(weights)),
      tracer_(std::move(tracer)),
      words_(std::move(words)),
      calibration_(calibration),
      supported_(std::move(supported)),
      contradicted_(std::move(contradicted)),
      found_(std::move(found)) {}

Result<Judge> Judge::open(const std::string& models_folder) {
    const auto path = [&models_folder](std::string_view kind) {
        return models_folder + "/" + std::string(kind) + ".bin";
    };
    auto weights = trace::WordWeights::open(path(trace::kWordWeightsKind));
    if (!weights) return fail(weights.error());
    auto relevance =
        base::BoostedTrees::open(path(trace::kRelevanceKind), trace::kRelevanceKind, trace::kRelevanceFeatureCount);
    if (!relevance) return fail(relevance.error());
    auto words = WordJudge::open(path(kWordsKind));
    if (!words) return fail(words.error());
    const auto calibration = Calibration::open(path(kCalibrationKind));
    if (!calibration) return fail(calibration.error());
    const auto open_judging = [&path](std::string_view kind) {
        return base::BoostedTrees::open(path(kind), kind, kFeatureCount);
    };
    auto supported = open_judging(kSupportedKind);
    if (!supported) return fail(supported.error());
    auto contradicted = open_judging(kContradictedKind);
    if (!contradicted) return fail(contradicted.error());
    auto found = open_judging(kFoundKind);
    if (!found) return fail(found.error());
    return Judge(std::move(*weights), trace::Tracer(std::move(*relevance)), std::move(*words), *calibration,
                 std::move(*supported), std::move(*contradicted), std::move(*found));
}

std::vector<TracedClaim> statement_claims(const Statement& statement, const trace::WordWeights& weights) {
    std::vector<TracedClaim> claims;
    for (const StatedRanges& ranges : statement.sentences) {
        TracedClaim claim;
        claim.words = trace::collect_claim_words(*statement.text, ranges, weights);
        if (claim.words.words.empty()) continue;
        claim.tokens = {ranges.front().begin, ranges.back().end};
        claim.stated = ranges;
        claims.push_back(std::move(claim));
    }
    return claims;
}

TracedStatement trace_statement(const Statement& statement, const trace::SourceIndex& index,
                                const trace::WordWeights& weights, const trace::Tracer& tracer,
                                const trace::TraceOptions& options, Workspace& workspace) {
    TracedStatement traced;
    traced.claims = statement_claims(statement, weights);
    for (TracedClaim& claim : traced.claims) {
        claim.trace = tracer.trace(claim.words, index, options, workspace.relations);
        traced.differences.push_back(find_differences(claim, index, workspace.relations));
    }
    traced.features = judge_features(traced.claims, traced.differences, index);
    traced.pairs = pair_words(traced.claims, index, workspace.relations);
    return traced;
}

Judgement Judge::judge(const Statement& statement, const trace::SourceIndex& index, const trace::TraceOptions& options,
                       Workspace& workspace) const {
    Judgement judgement{trace_statement(statement, index, weights_, tracer_, options, workspace), {}};
    judgement.words = words_.judge(judgement.pairs, workspace.words);
    add_word_features(judgement.pairs, judgement.words, judgement.features);
    judgement.probability = calibration_.apply(0);
    if (!found_anything(judgement)) return judgement;
    const Chances chances{supported_.probability(judgement.features), contradicted_.probability(judgement.features),
                          found_.probability(judgement.features)};
    auto by_words = word_differences(judgement.pairs, judgement.words);
    drop_dates_that_may_agree(judgement.claims.front(), index, by_words);
    Observed seen = observed(judgement);
    const bool by_rules = seen.both_values;
    seen.both_values = by_rules || !by_words.empty();
    static_cast<Decision&>(judgement) = decide(chances, judgement.features, seen, calibration_);
    if (judgement.verdict == Verdict::contradicted && !by_rules) add_differences(by_words, judgement);
    return judgement;
}

}  // namespace axray::judge
