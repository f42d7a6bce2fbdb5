// Finds the sentences that could bear a claim out, through the inverted index (ClaimWords + SourceIndex -> candidates).
//
// Score of a sentence: the sum over the claim's words that it holds of weight times inverse sentence frequency over all
// sources; each word counts once. O(postings of the claim's words + sentences).
// Source: TF-IDF retrieval with binary term frequency, Robertson and Spaerck Jones 1976.
#pragma once

#include <cstdint>
#include <vector>

#include "trace/claim_words.hpp"
#include "trace/source_index.hpp"

namespace axray::trace {

struct Candidate {
    std::uint32_t sentence = 0;  // number over all sources
    float score = 0;             // 0..1: share of the best possible score
};

// The `limit` best candidates, best first; ties in order of the sources.
[[nodiscard]] std::vector<Candidate> find_candidates(const ClaimWords& claim, const SourceIndex& index,
                                                     std::size_t limit);

}  // namespace axray::trace
