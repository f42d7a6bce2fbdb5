#include "judge/decision.hpp"

#include <algorithm>

namespace axray::judge {
namespace {

constexpr float kDecision = 0.5F;  // the training programs place the models' margins so that this is where to cut

// What a rule holds back stands just below the cut, in the order that the models give.
float held_back(float probability) {
    constexpr float kLeast = 0.4F;
    constexpr float kWidth = 0.19F;
    return kLeast + kWidth * (probability - kDecision);
}

// What a supported claim cannot have, however much of the rest is borne out: another number or date in the same place,
// a denial on one side, words of opposite meaning. Names are left to the model, save those that the source itself keeps
// apart.
bool excludes_support(const Features& features) {
    for (const Feature feature :
         {Feature::number_differs, Feature::date_differs, Feature::negated, Feature::antonyms}) {
        if (features[static_cast<std::size_t>(feature)] > 0) return true;
    }
    return false;
}

// The evidence that is shown must carry the claim, not the sum of words that the story uses anyway. Where it names
// nobody and nothing that the claim names, it has to bear out most of the rest; where it has no counterpart of what
// happens in the claim, and no words of it beside each other, two fifths of it.
bool rests_on_too_little(const Features& features) {
    constexpr float kLeastCoverage = 0.2F;
    constexpr float kLeastWithoutPredicate = 0.4F;
    constexpr float kLeastWithoutNames = 0.7F;
    constexpr float kBesideEachOther = 0.25F;
    const auto value = [&features](Feature feature) { return features[static_cast<std::size_t>(feature)]; };
    float least = kLeastCoverage;
    if (value(Feature::missing_predicates) >= 1.0F && value(Feature::near_pairs) < kBesideEachOther) {
        least = kLeastWithoutPredicate;
    }
    if (value(Feature::names_missing) >= 1.0F) least = kLeastWithoutNames;
    return value(Feature::evidence_coverage) < least;
}

// A contradiction that needs no model: the claim differs from the evidence in numbers or dates and in nothing else, in
// words of opposite meaning, or in a denial of the same words in the same order.
bool differs_in_one_thing(const Features& features) {
    constexpr float kSameOrder = 0.8F;
    const auto value = [&features](Feature feature) { return features[static_cast<std::size_t>(feature)]; };
    const float values = value(Feature::number_differs) + value(Feature::date_differs);
    return value(Feature::antonyms) > 0 || (values > 0 && value(Feature::missing_words) <= values) ||
           (value(Feature::negated) > 0 && value(Feature::ordered_pairs) >= kSameOrder);
}

// A quotation that stands otherwise in the source may still be true in the main; then the models must be surer of it.
bool altered_and_doubtful(const Chances& chances, const Features& features) {
    constexpr float kSureOfAltered = 0.75F;
    return features[static_cast<std::size_t>(Feature::quotes_altered)] > 0 && chances.supported < kSureOfAltered;
}

// Log odds from which a word is marked: chosen for the F1 of words over the sets that mark them, cross-validated.
constexpr float kWrongWord = -1.1F;

}  // namespace

Decision decide(const Chances& chances, const Features& features, const Observed& observed, const Calibration& curve) {
    Decision decision{Verdict::not_found, chances.supported, Decider::models};
    if (chances.supported >= kDecision) {
        if (excludes_support(features) || observed.another_name || altered_and_doubtful(chances, features)) {
            decision.decider = Decider::differing_value;
        } else if (rests_on_too_little(features)) {
            decision.decider = Decider::thin_evidence;
        }
    }
    if (decision.decider != Decider::models) decision.probability = held_back(chances.supported);
    if (decision.probability >= kDecision) {
        decision.verdict = Verdict::supported;
    } else if (observed.both_values && (chances.contradicted >= kDecision || differs_in_one_thing(features))) {
        decision.verdict = Verdict::contradicted;
    } else if (chances.found >= kDecision) {
        decision.verdict = Verdict::partly_supported;
    }
    decision.probability = curve.apply(decision.probability);
    return decision;
}

std::vector<Span> wrong_words(std::span<const DoubtfulWord> words, Verdict verdict) {
    std::vector<Span> spans;
    if (verdict == Verdict::supported) return spans;
    bool joins = false;
    for (const DoubtfulWord& word : words) {
        const bool marked = word.without || word.wrong >= kWrongWord;
        if (marked && joins)
            spans.back().end = word.span.end;
        else if (marked)
            spans.push_back(word.span);
        joins = marked;
    }
    return spans;
}

}  // namespace axray::judge
