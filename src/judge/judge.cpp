#include "judge/judge.hpp"

#include <algorithm>

namespace axray::judge {
namespace {

constexpr float kDecision = 0.5F;  // the training programs place the models' margins so that this is where to cut

constexpr float kBelowDecision = 0.49F;

// What a supported claim cannot have, however much of the rest is borne out: another number or date in the same place,
// a denial on one side, words of opposite meaning, a quotation that stands otherwise in the source. Names are left to
// the model: two names in one slot are as often two ways to name one thing.
bool excludes_support(const Features& features) {
    for (const Feature feature : {Feature::number_differs, Feature::date_differs, Feature::negated, Feature::antonyms,
                                  Feature::quotes_altered}) {
        if (features[static_cast<std::size_t>(feature)] > 0) return true;
    }
    return false;
}

// Two names that the source itself keeps apart are not two ways to name one thing.
bool names_another(const Judgement& judgement) {
    return std::any_of(judgement.differences.begin(), judgement.differences.end(), [](const auto& list) {
        return std::any_of(list.begin(), list.end(),
                           [](const Difference& one) { return one.certain && one.kind == FlagKind::name_differs; });
    });
}

// The evidence that is shown must carry the claim, not the sum of words that the story uses anyway: it bears out two
// fifths of the claim's weight at least, and some predicate of it or some of its words beside each other.
bool rests_on_too_little(const Features& features) {
    constexpr float kLeastCoverage = 0.4F;
    constexpr float kLeastNearPairs = 0.25F;
    const auto value = [&features](Feature feature) { return features[static_cast<std::size_t>(feature)]; };
    const bool no_predicate = value(Feature::missing_predicates) >= 1.0F;
    return value(Feature::evidence_coverage) < kLeastCoverage ||
           (no_predicate && value(Feature::near_pairs) < kLeastNearPairs);
}

bool shows_both_values(const Judgement& judgement) {
    return std::any_of(judgement.differences.begin(), judgement.differences.end(), [](const auto& list) {
        return std::any_of(list.begin(), list.end(), [](const Difference& one) { return excludes(one.kind); });
    });
}

}  // namespace

Statement whole_text(const language::AnnotatedText& text) {
    Statement statement{&text, {}};
    for (const auto& sentence : text.sentences) statement.sentences.push_back({sentence.tokens});
    return statement;
}

Judge::Judge(trace::WordWeights weights, trace::Tracer tracer, base::BoostedTrees supported,
             base::BoostedTrees contradicted, base::BoostedTrees found)
    : weights_(std::move(weights)),
      tracer_(std::move(tracer)),
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
    const auto open_judging = [&path](std::string_view kind) {
        return base::BoostedTrees::open(path(kind), kind, kFeatureCount);
    };
    auto supported = open_judging(kSupportedKind);
    if (!supported) return fail(supported.error());
    auto contradicted = open_judging(kContradictedKind);
    if (!contradicted) return fail(contradicted.error());
    auto found = open_judging(kFoundKind);
    if (!found) return fail(found.error());
    return Judge(std::move(*weights), trace::Tracer(std::move(*relevance)), std::move(*supported),
                 std::move(*contradicted), std::move(*found));
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
    return traced;
}

Judgement Judge::judge(const Statement& statement, const trace::SourceIndex& index, const trace::TraceOptions& options,
                       Workspace& workspace) const {
    Judgement judgement{trace_statement(statement, index, weights_, tracer_, options, workspace)};
    const bool found_anything = std::any_of(judgement.claims.begin(), judgement.claims.end(),
                                            [](const TracedClaim& claim) { return !claim.trace.evidence.empty(); });
    if (found_anything) decide(judgement);
    return judgement;
}

void Judge::decide(Judgement& judgement) const {
    judgement.probability = supported_.probability(judgement.features);
    judgement.decider = Decider::models;
    if (judgement.probability >= kDecision) {
        if (excludes_support(judgement.features) || names_another(judgement)) {
            judgement.decider = Decider::differing_value;
        } else if (rests_on_too_little(judgement.features)) {
            judgement.decider = Decider::thin_evidence;
        }
    }
    if (judgement.decider != Decider::models) judgement.probability = kBelowDecision;
    if (judgement.probability >= kDecision) {
        judgement.verdict = Verdict::supported;
    } else if (shows_both_values(judgement) && contradicted_.probability(judgement.features) >= kDecision) {
        judgement.verdict = Verdict::contradicted;
    } else if (found_.probability(judgement.features) >= kDecision) {
        judgement.verdict = Verdict::partly_supported;
    }
}

}  // namespace axray::judge
