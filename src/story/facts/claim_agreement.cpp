#include "story/facts/claim_agreement.hpp"

#include <algorithm>

#include "language/dates/comparison.hpp"
#include "language/quantities/compare.hpp"

namespace axray::story {
namespace {

using language::Comparison;
using language::kNone;

constexpr float kSeat = 0.8F;        // "Beijing" for "China"
constexpr float kCompatible = 0.7F;  // "over a decade", "14 years"
constexpr float kOtherName = 0.3F;   // a word that two names share: "Typhoon"
constexpr float kSureMeaning = 0.85F;

float of_values(Comparison comparison) {
    switch (comparison) {
        case Comparison::same: return 1;
        case Comparison::entailed:
        case Comparison::compatible: return kCompatible;
        case Comparison::contradictory:
        case Comparison::unrelated: break;
    }
    return 0;
}

}  // namespace

float ClaimComparer::strength(const StatedClaim& mine, const StatedWord& word, const StatedClaim& theirs,
                              const StatedWord& other) const {
    if (word.entity != kNone && word.entity == other.entity) return 1;
    if (word.country.country != kNone && word.country.country == other.country.country)
        return word.country.capital == other.country.capital ? 1.0F : kSeat;
    const auto& text = texts_.report(mine.report).closely;
    const auto& other_text = texts_.report(theirs.report).closely;
    const auto& tokens = text.tokens;
    const auto& other_tokens = other_text.tokens;
    if (tokens.stem[word.token] == other_tokens.stem[other.token] ||
        tokens.lemma[word.token] == other_tokens.lemma[other.token])
        return word.is_name && other.is_name ? kOtherName : 1.0F;
    const auto quantity = tokens.quantity[word.token];
    const auto other_quantity = other_tokens.quantity[other.token];
    if (quantity != kNone && other_quantity != kNone)
        return of_values(language::compare(text.quantities[quantity], other_text.quantities[other_quantity]));
    const auto date = tokens.date[word.token];
    const auto other_date = other_tokens.date[other.token];
    if (date != kNone && other_date != kNone)
        return of_values(language::compare(text.dates[date], other_text.dates[other_date]));
    if (tokens.kind[word.token] != language::TokenKind::word) return 0;
    const auto relation = analyst_.judging.relations.relate(tokens.lemma[word.token], other_tokens.lemma[other.token]);
    return word.is_name && relation.strength < kSureMeaning ? 0 : relation.strength;
}

float ClaimComparer::coverage(const StatedClaim& mine, const StatedClaim& theirs) const {
    float covered = 0;
    for (const auto& word : mine.words) {
        float best = 0;
        for (const auto& other : theirs.words) {
            best = std::max(best, strength(mine, word, theirs, other));
            if (best == 1) break;
        }
        covered += best * word.weight;
    }
    return mine.total_weight > 0 ? covered / mine.total_weight : 0;
}

Agreement ClaimComparer::compare(const StatedClaim& first, const StatedClaim& second) const {
    Agreement result;
    result.of_first = coverage(first, second);
    result.of_second = coverage(second, first);
    const float sum = result.of_first + result.of_second;
    result.score = sum > 0 ? 2 * result.of_first * result.of_second / sum : 0;
    if (first.denies != second.denies) result.score *= 0.5F;
    return result;
}

}  // namespace axray::story
