// The words of a claim that evidence has to bear out, each with its weight (AnnotatedText -> ClaimWords).
//
// Function words, punctuation and connectives between sentences ("Moreover,") carry no weight and are left out. Names,
// numbers and dates weigh more than their rarity alone: a claim with the wrong name is a wrong claim.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "language/annotation.hpp"
#include "trace/word_weights.hpp"

namespace axray::trace {

struct ClaimWord {
    std::uint32_t token = 0;  // in the annotated text of the claim
    float weight = 0;         // above 0, at most 1.5
};

// One statement to be traced: some tokens of an annotated text, in order.
struct ClaimWords {
    const language::AnnotatedText* text = nullptr;  // must outlive this
    std::vector<ClaimWord> words;
    float total_weight = 0;
};

// At most this many words of one claim are traced; a longer claim is traced by its heaviest words.
inline constexpr std::size_t kMaxClaimWords = 400;

// The words to trace among the tokens of `ranges`, which are ordered and disjoint. O(tokens).
[[nodiscard]] ClaimWords collect_claim_words(const language::AnnotatedText& text,
                                             std::span<const language::TokenSpan> ranges, const WordWeights& weights);

}  // namespace axray::trace
