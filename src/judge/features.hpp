// What the judge knows of a claim, as numbers (TracedClaims -> Features).
//
// A claim of several sentences is traced sentence by sentence; shares are averaged by weight and the worst sentence is
// kept beside the average, since one wrong sentence makes the claim wrong. No feature counts sources or sentences that
// say nothing of the claim, so adding them changes no verdict.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "judge/differences.hpp"
#include "judge/word_judge.hpp"

namespace axray::judge {

enum class Feature : std::uint8_t {
    best_coverage,        // share of the claim's weight that the best sentence bears out
    evidence_coverage,    // ... that the evidence bears out
    candidate_coverage,   // ... that all candidate sentences bear out
    source_coverage,      // ... whose stems stand anywhere in the source of the best sentence
    exact_share,          // ... that stands in the evidence in the same form
    meaning_share,        // ... that rests on synonyms and derived words
    related_share,        // ... that rests on more general or special words
    worst_best_coverage,  // the same two for the claim's worst sentence
    worst_evidence_coverage,
    worst_source_coverage,
    near_pairs,     // share of neighbouring words that stand near each other in one candidate sentence
    ordered_pairs,  // ... and in the same order, in the best sentence
    worst_near_pairs,
    run_of_three,  // share of the claim's tokens in runs of three or more that stand in a source word for word
    run_of_five,
    longest_run,        // over the claim's tokens
    missing_weight,     // heaviest word that the evidence lacks
    missing_in_source,  // heaviest word that the source lacks altogether
    missing_words,      // number of words that the evidence lacks
    missing_words_in_source,
    missing_predicates,  // share of the verb-like words that the evidence lacks; -1 without such words
    names,               // number of words in names
    names_missing,       // share of them that the evidence lacks; -1 without names
    names_missing_in_source,
    name_slots,  // share of names that stand beside the same words as in the claim; -1 without names
    values,      // number of words in numbers and dates
    values_missing,
    values_missing_in_source,
    value_slots,
    number_differs,  // counts of differences
    date_differs,
    name_differs,
    negated,
    antonyms,
    attribution_dropped,
    certainty_raised,
    certainty_lowered,
    quotes_altered,
    claim_negated,     // share of the claim's words under a negation
    evidence_negated,  // share of the linked source words under a negation
    hedged,            // certainty cues in the claim
    best_relevance,    // of the evidence sentences, by the model of the tracer
    second_relevance,
    evidence_sentences,
    words,              // natural logarithm of the number of words to trace
    sentences,          // of the claim
    coverage_gain,      // evidence_coverage - best_coverage
    window_coverage,    // share of four neighbouring words that one sentence bears out, on average
    worst_window,       // ... and the least
    best_precision,     // share of the best sentence's content words that the claim uses
    word_supported,     // of the network over words (word_judge.hpp): log odds that the claim is supported
    word_contradicted,  // ... that it is contradicted where it is not
    word_wrong_most,    // ... that its most doubtful word is not borne out
    word_wrong_share,   // share of the claim's weight in words that the network calls not borne out
    count,
};

inline constexpr std::size_t kFeatureCount = static_cast<std::size_t>(Feature::count);
using Features = std::array<float, kFeatureCount>;

// The stable name of a feature, for explanations and for the model cards.
[[nodiscard]] std::string_view to_string(Feature feature);

// The four features of the network over words. `scores` are of `pairs`.
void add_word_features(const WordPairs& pairs, const WordScores& scores, Features& features);

// `differences` has one list for each of `claims`; those of the network are left at 0. O(words * candidates).
[[nodiscard]] Features judge_features(std::span<const TracedClaim> claims,
                                      std::span<const std::vector<Difference>> differences,
                                      const trace::SourceIndex& index);

}  // namespace axray::judge
