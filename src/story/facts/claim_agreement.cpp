#include "story/facts/claim_agreement.hpp"

#include <algorithm>
#include <cmath>

#include "base/boosted_trees.hpp"
#include "language/dates/comparison.hpp"
#include "language/quantities/compare.hpp"
#include "trace/relation.hpp"

namespace axray::story {
namespace {

using language::Comparison;
using language::kNone;

constexpr float kSeat = 0.8F;        // "Beijing" for "China"
constexpr float kCompatible = 0.7F;  // "over a decade", "14 years"
constexpr float kOtherName = 0.5F;   // a word that two names share: "Typhoon"
constexpr float kCompound = 0.9F;    // "cyberattack" for "attack"
constexpr float kSureMeaning = 0.85F;
constexpr float kOneAct = 0.6F;       // likeness of predicates that makes two acts one
constexpr float kSureBySigns = 0.8F;  // chance that claims are one whose kind tells it
constexpr float kOfClash = 0.36F;     // what is left of the chance that look-alikes are the same
constexpr float kTooLittle = 0.2F;    // coverage by the same words below which meaning is not looked at
constexpr float kFarApart = 0.15F;    // closeness of two vectors
constexpr float kUnlike = 0.4F;       // closeness of two vectors below which the words have nothing in common
constexpr float kNotKnown = 0.5F;     // of what a claim does not have
constexpr float kLeastWeight = 0.01F;
constexpr std::size_t kRun = 3;  // words that are no chance

// Log odds that two claims say the same, a weight for each of AgreementFeature in its order. Fitted by logistic
// regression to labelled pairs of claims of news reports: train/facts/fit.py, models/facts.md.
constexpr AgreementFeatures kWeights = {0.64F, 0.76F, 0.61F, 0.87F, 0.33F, 0.09F,  1.29F,  1.24F, -0.98F, -0.04F,
                                        0.40F, 0.85F, 0.76F, 1.78F, 1.04F, -0.70F, -0.76F, 1.32F, 0.45F};
constexpr float kBias = -5.08F;

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

Comparison compare_as_said(const language::Quantity& one, const language::Quantity& other) {
    return language::compare(one, other);
}

// "June 28" of two reports is the same day, whatever year each was reckoned from.
Comparison compare_as_said(const language::Date& one, const language::Date& other) {
    const auto meant = language::compare(one, other);
    return meant == Comparison::contradictory && trace::agree(one, other) ? Comparison::compatible : meant;
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
    if ((word.tail != 0 && word.tail == other_tokens.form[other.token]) ||
        (other.tail != 0 && (other.tail == tokens.form[word.token] || other.tail == word.tail)))
        return kCompound;
    const auto quantity = tokens.quantity[word.token];
    const auto other_quantity = other_tokens.quantity[other.token];
    if (quantity != kNone && other_quantity != kNone)
        return of_values(compare_as_said(text.quantities[quantity], other_text.quantities[other_quantity]));
    const auto date = tokens.date[word.token];
    const auto other_date = other_tokens.date[other.token];
    if (date != kNone && other_date != kNone)
        return of_values(compare_as_said(text.dates[date], other_text.dates[other_date]));
    return 0;
}

// By the lexicon. Words that are alike by neither sense nor use are related in some sense that is not meant.
float ClaimComparer::related(const StatedClaim& mine, const StatedWord& word, const StatedClaim& theirs,
                             const StatedWord& other) const {
    const auto& tokens = texts_.report(mine.report).closely.tokens;
    if (tokens.kind[word.token] != language::TokenKind::word) return 0;
    const auto& other_tokens = texts_.report(theirs.report).closely.tokens;
    const auto relation = analyst_.judging.relations.relate(tokens.lemma[word.token], other_tokens.lemma[other.token]);
    return word.is_name && relation.strength < kSureMeaning ? 0 : relation.strength;
}

ClaimComparer::WordMatch ClaimComparer::match(const StatedClaim& mine, const StatedWord& word,
                                              const StatedClaim& theirs, Depth depth) const {
    WordMatch best;
    for (const auto& other : theirs.words) {
        best.strength = std::max(best.strength, strength(mine, word, theirs, other));
        if (best.strength == 1) return {1, 1};
    }
    for (const auto& other : theirs.words) {
        if (depth == Depth::surface || best.strength >= kSureMeaning) break;
        const bool known = word.meaning != kNone && other.meaning != kNone;
        const float closeness = known ? meanings_.closeness(word.meaning, other.meaning) : 0;
        if (known && closeness < kFarApart) continue;
        best.strength = std::max(best.strength, related(mine, word, theirs, other));
        if (!word.is_name && !other.is_name)
            best.likeness = std::max(best.likeness, (closeness - kUnlike) / (1 - kUnlike));
    }
    best.likeness = std::clamp(best.likeness, best.strength, 1.0F);
    return best;
}

ClaimComparer::Support ClaimComparer::support(const StatedClaim& mine, const StatedClaim& theirs, Depth depth) const {
    Support result;
    float names = 0;
    float content = 0;
    float subject = 0;
    float core = 0;
    bool predicate = false;
    for (const auto& word : mine.words) {
        const auto [best, like] = match(mine, word, theirs, depth);
        result.coverage += best * word.weight;
        result.soft += like * word.weight;
        const float sure = best >= kSureMeaning ? word.weight : 0;
        result.shared += sure;
        (word.is_name ? result.names : result.content) += best * word.weight;
        (word.is_name ? names : content) += word.weight;
        if (!word.is_name) result.shared_content += sure;
        if (word.is_name && best < kOtherName) result.missing_names += word.weight;
        if (word.is_core) {
            result.core += like * word.weight;
            core += word.weight;
        }
        if (word.is_subject) {
            result.subject += like * word.weight;
            subject += word.weight;
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
    result.content = content > 0 ? result.content / content : kNotKnown;
    result.core = core > 0 ? result.core / core : kNotKnown;
    result.subject = subject > 0 ? result.subject / subject : kNotKnown;
    if (!predicate) result.predicate = kNotKnown;
    return result;
}

float ClaimComparer::runs(const StatedClaim& first, const StatedClaim& second) const {
    const auto& shorter = first.forms.size() <= second.forms.size() ? first.forms : second.forms;
    const auto& longer = first.forms.size() <= second.forms.size() ? second.forms : first.forms;
    if (shorter.size() < kRun) return 0;
    std::size_t in_runs = 0;
    for (std::size_t at = 0; at < shorter.size();) {
        std::size_t longest = 0;
        for (std::size_t other = 0; other < longer.size(); ++other) {
            std::size_t run = 0;
            while (at + run < shorter.size() && other + run < longer.size() && shorter[at + run] == longer[other + run])
                ++run;
            longest = std::max(longest, run);
        }
        if (longest >= kRun) in_runs += longest;
        at += std::max<std::size_t>(1, longest >= kRun ? longest : 1);
    }
    return static_cast<float>(in_runs) / static_cast<float>(shorter.size());
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
                const auto said = compare_as_said(values[value], other_values[other_value]);
                contradicted = contradicted || said == Comparison::contradictory;
                agrees = agrees || of_values(said) > 0;
            }
            if (contradicted && !agrees) return true;
        }
        return false;
    };
    return differ(text.tokens.quantity, other_text.tokens.quantity, text.quantities, other_text.quantities) ||
           differ(text.tokens.date, other_text.tokens.date, text.dates, other_text.dates);
}

bool ClaimComparer::values_agree(const StatedClaim& mine, const StatedClaim& theirs) const {
    const auto is_value = [this](const StatedClaim& claim, const StatedWord& word) {
        const auto& tokens = texts_.report(claim.report).closely.tokens;
        return tokens.quantity[word.token] != kNone || tokens.date[word.token] != kNone;
    };
    for (const auto& word : mine.words) {
        if (!is_value(mine, word)) continue;
        for (const auto& other : theirs.words) {
            if (is_value(theirs, other) && strength(mine, word, theirs, other) >= kCompatible) return true;
        }
    }
    return false;
}

// Two names of one kind, two numbers of one thing or two dates that contradict each other.
bool ClaimComparer::cannot_be_one(const StatedClaim& mine, const StatedWord& word, const StatedClaim& theirs,
                                  const StatedWord& other) const {
    const auto& text = texts_.report(mine.report).closely;
    const auto& other_text = texts_.report(theirs.report).closely;
    const auto date = text.tokens.date[word.token];
    const auto other_date = other_text.tokens.date[other.token];
    if (date != kNone && other_date != kNone)
        return compare_as_said(text.dates[date], other_text.dates[other_date]) == Comparison::contradictory;
    const auto quantity = text.tokens.quantity[word.token];
    const auto other_quantity = other_text.tokens.quantity[other.token];
    if (date == kNone && other_date == kNone && quantity != kNone && other_quantity != kNone)
        return compare_as_said(text.quantities[quantity], other_text.quantities[other_quantity]) ==
               Comparison::contradictory;
    const auto mention = text.tokens.mention[word.token];
    const auto other_mention = other_text.tokens.mention[other.token];
    return mention != kNone && other_mention != kNone &&
           text.mentions[mention].type == other_text.mentions[other_mention].type;
}

// A name or value of each that the other lacks, of one kind and in one place beside the predicate.
bool ClaimComparer::clash(const StatedClaim& mine, const StatedClaim& theirs) const {
    const auto lacks = [&](const StatedClaim& one, const StatedWord& word, const StatedClaim& other) {
        return std::none_of(other.words.begin(), other.words.end(), [&](const StatedWord& candidate) {
            return strength(one, word, other, candidate) >= kOtherName;
        });
    };
    for (const auto& word : mine.words) {
        if (word.slot == Slot::none || !lacks(mine, word, theirs)) continue;
        for (const auto& other : theirs.words) {
            if (other.slot != word.slot || other.preposition != word.preposition) continue;
            if (cannot_be_one(mine, word, theirs, other) && lacks(theirs, other, mine)) return true;
        }
    }
    return false;
}

// Whether the predicates are one word or words of one meaning.
bool ClaimComparer::same_act(const StatedClaim& mine, const StatedClaim& theirs) const {
    const auto predicate = [](const StatedWord& word) { return word.is_predicate; };
    const auto word = std::find_if(mine.words.begin(), mine.words.end(), predicate);
    const auto other = std::find_if(theirs.words.begin(), theirs.words.end(), predicate);
    return word != mine.words.end() && other != theirs.words.end() &&
           std::max(strength(mine, *word, theirs, *other), related(mine, *word, theirs, *other)) >= kOneAct;
}

bool ClaimComparer::opposite_acts(const StatedClaim& mine, const StatedClaim& theirs) const {
    if (mine.predicate == kNone || theirs.predicate == kNone) return false;
    const auto& lemmas = texts_.report(mine.report).closely.tokens.lemma;
    const auto& other_lemmas = texts_.report(theirs.report).closely.tokens.lemma;
    return analyst_.judging.relations.antonyms(lemmas[mine.predicate], other_lemmas[theirs.predicate]);
}

float ClaimComparer::same_speaker(const StatedClaim& first, const StatedClaim& second) const {
    if (first.attribution == kNone || second.attribution == kNone) return kNotKnown;
    return first.speaker == kNone || second.speaker == kNone ? kNotKnown
           : first.speaker == second.speaker                 ? 1.0F
                                                             : 0.0F;
}

Agreement ClaimComparer::compare(const StatedClaim& first, const StatedClaim& second) const {
    Agreement result;
    const bool overlapping = first.report == second.report && first.claim.span.overlaps(second.claim.span);
    const bool sure = !overlapping && signs_agree(first.signs, second.signs);
    auto one = support(first, second, Depth::surface);
    auto other = support(second, first, Depth::surface);
    if (std::max(one.coverage, other.coverage) < kTooLittle && !sure) return result;
    one = support(first, second, Depth::meaning);
    other = support(second, first, Depth::meaning);
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
    set(AgreementFeature::least_content, std::min(one.content, other.content));
    set(AgreementFeature::most_content, std::max(one.content, other.content));
    set(AgreementFeature::shared_content, 1 - std::exp(-(one.shared_content + other.shared_content) / 4));
    set(AgreementFeature::subject, std::min(one.subject, other.subject));
    set(AgreementFeature::names_differ, 1 - std::exp(-std::min(one.missing_names, other.missing_names)));
    set(AgreementFeature::least_core, std::min(one.core, other.core));
    set(AgreementFeature::most_core, std::max(one.core, other.core));
    set(AgreementFeature::runs, runs(first, second));
    float log_odds = kBias;
    for (std::size_t number = 0; number < kAgreementFeatures; ++number)
        log_odds += kWeights[number] * result.features[number];
    result.score = overlapping ? 0 : base::logistic(log_odds);
    result.values_agree = values_agree(first, second);
    const bool one_act = same_act(first, second);
    const bool denied = first.denies != second.denies || (one_act && first.negated != second.negated);
    result.clash = denied || (one_act && clash(first, second)) || opposite_acts(first, second) ||
                   deniers_differ(first.signs, second.signs);
    if (sure && !denied) {
        result.clash = false;
        result.by_kind = true;
        result.score = std::max(result.score, kSureBySigns);
    }
    if (result.clash) result.score *= kOfClash;
    return result;
}

}  // namespace axray::story
