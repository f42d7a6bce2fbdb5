// What tells whether a candidate belongs to the evidence of a claim (SentenceAlignment -> RelevanceFeatures).
//
// One row of numbers a candidate: how much of the claim it bears out, alone and on top of those ordered before it; how
// that compares with the best; whether it has the claim's names and values; how close together the linked words stand;
// how long it is and where it stands in its source. The trained trees of models/relevance.bin read the row by column,
// and train/ makes its rows with the same function: a change here calls for training again. Own features.
#pragma once

#include "trace/trace.hpp"

namespace axray::trace {

// Where a candidate stands in the order of all candidates of its claim.
struct Standing {
    std::uint32_t rank = 0;       // 0 is best
    float gain = 0;               // share of the claim's weight that it adds to those before it
    float covered_before = 0;     // share that those before it bear out
    float best_coverage = 0;      // of any single candidate
    float best_retrieval = 0;     // of any single candidate
    bool beside_earlier = false;  // next to a sentence that stands before it in the order
    float coverage_before = 0;    // of the sentence before it in its source; 0 where that is no candidate
    float coverage_behind = 0;
    float coverage_joined = 0;  // share that it bears out together with the sentence before it
    float source_coverage = 0;  // share that all candidates of its source bear out
    float near_candidates = 0;  // candidates among the ten sentences around it
};

// 0..1: the longest chain of the claim's words that stand near each other in the sentence, in order, over all its
// words.
[[nodiscard]] float longest_run(const ClaimWords& claim, const SentenceAlignment& candidate);

[[nodiscard]] RelevanceFeatures relevance_features(const ClaimWords& claim, const SourceIndex& index,
                                                   const SentenceAlignment& candidate, const Standing& standing);

}  // namespace axray::trace
