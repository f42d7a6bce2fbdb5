// What a judgement rests on, in terms of a reader (Judgement -> reasons, compared values, open words).
//
// Reasons are the features of the model in groups, each with what it adds to the log odds of support along the paths of
// the trees (Saabas 2014, base/tree_contributions.hpp). Source of the rest: own.
#pragma once

#include <span>
#include <vector>

#include <axray/explanation.hpp>

#include "base/boosted_trees.hpp"
#include "judge/differences.hpp"
#include "judge/features.hpp"

namespace axray::judge {

// The group of a feature. Every feature has one: the table is checked when it is compiled.
[[nodiscard]] ReasonKind reason_of(Feature feature);

struct Reasons {
    double expected = 0;
    std::vector<Reason> all;  // by how much they count; those that add nothing are left out
};

[[nodiscard]] Reasons reasons_of(const base::BoostedTrees& supported, const Features& features);

// A value of the claim beside what stands in its place in the evidence, as tokens.
struct ComparedTokens {
    ComparedKind kind = ComparedKind::number;
    Comparison outcome = Comparison::missing;
    language::TokenSpan claim;  // empty when the claim lacks it
    PositionSpan source;        // empty when the source does
};

// Numbers, dates and names of the claim, and all differences; in order of the claim. O(words of the claim).
[[nodiscard]] std::vector<ComparedTokens> compare_values(const TracedClaim& claim,
                                                         const std::vector<Difference>& differences,
                                                         const trace::SourceIndex& index);

// The words of the claim that the evidence does not bear out, neighbours joined.
[[nodiscard]] std::vector<language::TokenSpan> open_phrases(const TracedClaim& claim);

}  // namespace axray::judge
