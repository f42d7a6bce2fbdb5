// Traces a claim to the sentences of the sources that it rests on (ClaimWords + SourceIndex -> Trace).
//
// Three steps: the inverted index gives candidates; each is aligned with the claim and the candidates are ordered so
// that each next one bears out most of what those before it leave open; a trained model says which belong to the
// evidence. Sources that share no word with the claim never take part, so adding them changes nothing.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "base/boosted_trees.hpp"
#include "trace/align.hpp"
#include "trace/candidates.hpp"
#include "trace/claim_words.hpp"
#include "trace/relation.hpp"
#include "trace/source_index.hpp"

namespace axray::trace {

inline constexpr std::string_view kRelevanceKind = "relevance";
inline constexpr std::uint32_t kRelevanceFeatureCount = 24;
inline constexpr std::size_t kPrecisionColumn = 8;  // share of the sentence's content words that the claim uses
using RelevanceFeatures = std::array<float, kRelevanceFeatureCount>;

struct Trace {
    std::vector<SentenceAlignment> candidates;  // in the order described above, best first
    std::vector<RelevanceFeatures> features;    // one row a candidate; see relevance_features.cpp for the columns
    std::vector<float> relevance;               // 0..1, one a candidate: that it belongs to the evidence
    std::vector<std::uint32_t> evidence;        // positions in `candidates`, best first; empty when nothing was found
};

struct TraceOptions {
    std::uint32_t candidate_limit = 20;  // sentences that are aligned by their words
    std::uint32_t lexical_limit = 8;     // of these, sentences that are aligned through the lexicon too
    std::uint32_t evidence_limit = 6;
};

// Candidates, aligned and ordered, with their features; relevance and evidence are left empty.
[[nodiscard]] Trace rank_candidates(const ClaimWords& claim, const SourceIndex& index, const TraceOptions& options,
                                    LexicalRelations& relations);

class Tracer {
public:
    explicit Tracer(base::BoostedTrees relevance) : relevance_(std::move(relevance)) {}

    [[nodiscard]] Trace trace(const ClaimWords& claim, const SourceIndex& index, const TraceOptions& options,
                              LexicalRelations& relations) const;

private:
    base::BoostedTrees relevance_;
};

// The strongest link of each word of the claim over the given candidates.
[[nodiscard]] std::vector<WordLink> best_links(const Trace& trace, const std::vector<std::uint32_t>& candidates,
                                               std::size_t word_count);

}  // namespace axray::trace
