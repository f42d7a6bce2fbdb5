#include "story/facts/claim_agreement.hpp"

#include <algorithm>
#include <cmath>

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
constexpr float kUnlike = 0.4F;    // closeness of two vectors below which the words have nothing in common
constexpr float kNotKnown = 0.5F;  // of what a claim does not have
constexpr float kLeastWeight = 0.01F;

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

float ClaimComparer::likeness(const StatedWord& word, const StatedWord& other) const {
    if (word.meaning == kNone || other.meaning == kNone || word.is_name || other.is_name) return 0;
    const float closeness = meanings_.closeness(word.meaning, other.meaning);
    return std::clamp((closeness - kUnlike) / (1 - kUnlike), 0.0F, 1.0F);
}

ClaimComparer::Support ClaimComparer::support(const StatedClaim& mine, const StatedClaim& theirs) const {
    Support result;
    float names = 0;
    bool predicate = false;
    for (const auto& word : mine.words) {
        float best = 0;
        float like = 0;
        for (const auto& other : theirs.words) {
            best = std::max(best, strength(mine, word, theirs, other));
            if (best == 1) break;
            like = std::max(like, likeness(word, other));
        }
        like = std::max(best, like);
        result.coverage += best * word.weight;
        result.soft += like * word.weight;
        if (best >= kSureMeaning) result.shared += word.weight;
        if (word.is_name) {
            result.names += best * word.weight;
            names += word.weight;
        }
        if (word.is_predicate) {
            result.predicate = like;
            predicate = true;
        }
    }
    const float all = std::max(mine.total_weight, kLeastWeight);
    result.coverage /= all;
    result.soft /= all;
    result.names = names > 0 ? result.names / names : kNotKnown;
    if (!predicate) result.predicate = kNotKnown;
    return result;
}

// Each value of one kind that both have contradicts every one of the other.
bool ClaimComparer::values_differ(const StatedClaim& mine, const StatedClaim& theirs) const {
    const auto& text = texts_.report(mine.report).closely;
    const auto& other_text = texts_.report(theirs.report).closely;
    const auto differ = [&](const auto& of_token, const auto& other_of_token, const auto& values,
                            const auto& other_values) {
        for (const auto& word : mine.words) {
            const auto value = of_token[word.token];
            if (value == kNone) continue;
            bool contradicted = false;
            bool agrees = false;
            for (const auto& other : theirs.words) {
                const auto other_value = other_of_token[other.token];
                if (other_value == kNone) continue;
                const auto comparison = language::compare(values[value], other_values[other_value]);
                contradicted = contradicted || comparison == Comparison::contradictory;
                agrees = agrees || of_values(comparison) > 0;
            }
            if (contradicted && !agrees) return true;
        }
        return false;
    };
    return differ(text.tokens.quantity, other_text.tokens.quantity, text.quantities, other_text.quantities) ||
           differ(text.tokens.date, other_text.tokens.date, text.dates, other_text.dates);
}

float ClaimComparer::same_speaker(const StatedClaim& first, const StatedClaim& second) const {
    if (first.attribution == kNone || second.attribution == kNone) return kNotKnown;
    return first.speaker == kNone || second.speaker == kNone ? kNotKnown
           : first.speaker == second.speaker                 ? 1.0F
                                                             : 0.0F;
}

Agreement ClaimComparer::compare(const StatedClaim& first, const StatedClaim& second) const {
    const auto one = support(first, second);
    const auto other = support(second, first);
    Agreement result;
    result.of_first = one.coverage;
    result.of_second = other.coverage;
    const auto set = [&result](AgreementFeature which, float value) {
        result.features[static_cast<std::size_t>(which)] = value;
    };
    set(AgreementFeature::least_coverage, std::min(one.coverage, other.coverage));
    set(AgreementFeature::most_coverage, std::max(one.coverage, other.coverage));
    set(AgreementFeature::least_soft, std::min(one.soft, other.soft));
    set(AgreementFeature::most_soft, std::max(one.soft, other.soft));
    set(AgreementFeature::predicate, std::min(one.predicate, other.predicate));
    set(AgreementFeature::predicate_most, std::max(one.predicate, other.predicate));
    set(AgreementFeature::names, std::min(one.names, other.names));
    set(AgreementFeature::shared_weight, 1 - std::exp(-(one.shared + other.shared) / 4));
    set(AgreementFeature::values_differ, values_differ(first, second) || values_differ(second, first) ? 1.0F : 0.0F);
    set(AgreementFeature::polarity_differs,
        first.denies != second.denies || first.negated != second.negated ? 1.0F : 0.0F);
    set(AgreementFeature::same_speaker, same_speaker(first, second));
    set(AgreementFeature::same_report, first.report == second.report ? 1.0F : 0.0F);
    const float sum = one.coverage + other.coverage;
    result.score = sum > 0 ? 2 * one.coverage * other.coverage / sum : 0;
    if (result.feature(AgreementFeature::polarity_differs) > 0) result.score *= 0.5F;
    return result;
}

}  // namespace axray::story
