#include "language/quantities/agreement.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "language/quantities/agreement_weights.hpp"
#include "language/quantities/compare.hpp"
#include "language/quantities/units.hpp"
#include "language/words/lexicon.hpp"

namespace axray::language {
namespace {

constexpr std::size_t kMostStatementValues = 64;
constexpr std::size_t kMostTextValues = 256;
constexpr std::uint32_t kContext = 5;  // words on each side of a value

enum Feature : std::size_t {
    kConstant,
    kNoValue,
    kSupported,
    kConflict,
    kCompatible,
    kMissing,
    kSupportedSlot,
    kConflictSlot,
    kConflictUnit,
    kAnyConflict,
    kSwapped,
    kDatesAgree,
    kDatesDiffer,
    kDatesMissing,
    kYearsReckoned,
    kYearsDiffer,
    kCoverage,
    kSentenceCoverage,
    kNegation,
    kBounded,
    kOrdinals,
    kTextLength,
    kStatementLength,
    kNamesMissing,
    kConflictCovered,
    kSupportCovered,
};

constexpr std::array<std::string_view, kAgreementFeatures> kNames = {
    "constant",
    "no value in the statement",
    "share of values that the text bears out",
    "share of values that differ from the text's",
    "share of values that may agree",
    "share of values without a like in the text",
    "words that borne out values share with their like",
    "words that differing values share with their like",
    "share of values that differ and count the same",
    "any value differs",
    "a borne out value stands beside other words than one that differs",
    "share of dates that the text has",
    "share of dates that differ",
    "share of dates without a like",
    "lengths that are the distance of two years of the text",
    "lengths that are not",
    "share of words that the text has",
    "share of words that one sentence has",
    "negated on one side alone",
    "values said with a bound",
    "share of ordinals",
    "length of the text",
    "length of the statement",
    "share of names that the text lacks",
    "values differ, times share of words in one sentence",
    "values borne out, times share of words in one sentence",
};

bool is_value(const Tokens& tokens, std::uint32_t at) {
    return tokens.quantity[at] != kNone || tokens.date[at] != kNone || tokens.kind[at] == TokenKind::number;
}

// Stems of the content words around a value, values left out.
std::vector<std::uint64_t> context_of(const Tokens& tokens, TokenSpan value) {
    std::vector<std::uint64_t> context;
    std::uint32_t left = kContext;
    for (std::uint32_t at = value.begin; at-- > 0 && left > 0 && value.begin - at <= 3 * kContext;) {
        if (!tokens.is_content(at) || is_value(tokens, at)) continue;
        context.push_back(tokens.stem[at]);
        --left;
    }
    left = kContext;
    for (std::uint32_t at = value.end; at < tokens.size() && left > 0 && at - value.end <= 3 * kContext; ++at) {
        if (!tokens.is_content(at) || is_value(tokens, at)) continue;
        context.push_back(tokens.stem[at]);
        --left;
    }
    return context;
}

float shared(const std::vector<std::uint64_t>& one, const std::vector<std::uint64_t>& other) {
    if (one.empty()) return 0;
    const auto found = std::count_if(one.begin(), one.end(), [&other](std::uint64_t stem) {
        return std::find(other.begin(), other.end(), stem) != other.end();
    });
    return static_cast<float>(found) / static_cast<float>(one.size());
}

template <class Value>
struct Placed {
    const Value* value = nullptr;
    std::vector<std::uint64_t> context;
};

template <class Value, class Keep>
std::vector<Placed<Value>> placed(const Tokens& tokens, const std::vector<Value>& values, std::size_t most, Keep keep) {
    std::vector<Placed<Value>> result;
    for (const Value& value : values) {
        if (result.size() == most) break;
        if (keep(value)) result.push_back({&value, context_of(tokens, value.tokens)});
    }
    return result;
}

struct Share {
    float sum = 0;
    void add(float part) { sum += part; }
    [[nodiscard]] float of(std::size_t count) const { return count == 0 ? 0 : sum / static_cast<float>(count); }
};

void add_quantities(const AnnotatedText& text, const AnnotatedText& statement, AgreementFeatures& features) {
    const auto any = [](const Quantity&) { return true; };
    const auto mine = placed(statement.tokens, statement.quantities, kMostStatementValues, any);
    const auto theirs = placed(text.tokens, text.quantities, kMostTextValues, any);
    Share supported, conflict, compatible, missing, unit, bounded, ordinals, support_slot, conflict_slot, swapped;
    for (const auto& [value, context] : mine) {
        float best_support = -1;
        float best_conflict = -1;
        float best_compatible = -1;
        bool same_unit = false;
        bool open_support = false;
        bool closed_support = false;
        for (const auto& [other, other_context] : theirs) {
            const float slot = shared(context, other_context);
            const bool counts_same = value->unit != 0 && value->unit == other->unit;
            const Comparison comparison = compare_values(*value, *other);
            const bool near = counts_same || slot >= 0.3F || value->unit == 0 || other->unit == 0;
            if (comparison == Comparison::same || comparison == Comparison::entailed) {
                // "less than 105" is borne out by every small number; one nearby that differs outweighs it.
                const bool open = comparison == Comparison::entailed && value->comparator != Comparator::between;
                best_support = std::max(best_support, slot + (open ? 0.0F : 0.2F) + (counts_same ? 0.2F : 0.0F));
                (open ? open_support : closed_support) = true;
            } else if (comparison == Comparison::compatible) {
                best_compatible = std::max(best_compatible, slot);
            } else if (comparison == Comparison::contradictory && near) {
                best_conflict = std::max(best_conflict, slot + (counts_same ? 0.2F : 0.0F));
                same_unit = same_unit || counts_same;
            }
        }
        const bool outweighed = open_support && !closed_support && best_conflict > best_support;
        const bool borne_out = best_support >= 0 && !outweighed;
        const bool differs = !borne_out && best_compatible < 0 && best_conflict >= 0;
        supported.add(borne_out ? 1 : 0);
        support_slot.add(std::max(0.0F, best_support));
        conflict.add(differs ? 1 : 0);
        conflict_slot.add(differs ? best_conflict : 0);
        compatible.add(!borne_out && best_compatible >= 0 ? 1 : 0);
        missing.add(!borne_out && best_compatible < 0 && best_conflict < 0 ? 1 : 0);
        unit.add(differs && same_unit ? 1 : 0);
        swapped.add(borne_out && best_conflict > best_support + 0.3F ? 1 : 0);
        bounded.add(value->comparator != Comparator::exactly ? 1 : 0);
        ordinals.add(value->kind == QuantityKind::ordinal ? 1 : 0);
    }
    const std::size_t count = mine.size();
    features[kSupported] = supported.of(count);
    features[kConflict] = conflict.of(count);
    features[kCompatible] = compatible.of(count);
    features[kMissing] = missing.of(count);
    features[kSupportedSlot] = support_slot.of(count);
    features[kConflictSlot] = conflict_slot.of(count);
    features[kConflictUnit] = unit.of(count);
    features[kAnyConflict] = conflict.sum > 0 ? 1 : 0;
    features[kSwapped] = swapped.of(count);
    features[kBounded] = bounded.of(count);
    features[kOrdinals] = ordinals.of(count);
    features[kNoValue] = count == 0 ? 1 : 0;
}

bool differ(int left, int right) { return left != 0 && right != 0 && left != right; }

// Years that a date leaves open: all ten of "the 1970s", those after one of "after 1981".
bool years_differ(const Tokens& tokens, const Date& date, const Date& other) {
    if (date.year == 0 || other.year == 0) return false;
    static const std::uint64_t kBefore = hash_word("before");
    static const std::uint64_t kAfter = hash_word("after");
    const std::uint64_t form = date.tokens.begin > 0 ? tokens.form[date.tokens.begin - 1] : 0;
    if (form == kBefore) return other.year > date.year;
    if (form == kAfter) return other.year < date.year;
    const int last = std::max(date.year, date.last_year);
    const int other_last = std::max(other.year, other.last_year);
    return other_last < date.year || last < other.year;
}

void add_dates(const AnnotatedText& text, const AnnotatedText& statement, AgreementFeatures& features) {
    const auto calendar = [](const Date& date) { return date.year != 0 || date.month != 0; };
    const auto mine = placed(statement.tokens, statement.dates, kMostStatementValues, calendar);
    const auto theirs = placed(text.tokens, text.dates, kMostTextValues, calendar);
    Share agree, disagree, missing;
    for (const auto& [date, context] : mine) {
        bool borne_out = false;
        bool contradicted = false;
        for (const auto& [other, other_context] : theirs) {
            const bool clash = years_differ(statement.tokens, *date, *other) || differ(date->month, other->month) ||
                               differ(date->day, other->day);
            const bool meet = (date->year != 0 && other->year != 0) || (date->month != 0 && other->month != 0);
            borne_out = borne_out || (!clash && meet);
            contradicted = contradicted || (clash && (shared(context, other_context) >= 0.2F || mine.size() == 1));
        }
        agree.add(borne_out ? 1 : 0);
        disagree.add(!borne_out && contradicted ? 1 : 0);
        missing.add(!borne_out && !contradicted ? 1 : 0);
    }
    features[kDatesAgree] = agree.of(mine.size());
    features[kDatesDiffer] = disagree.of(mine.size());
    features[kDatesMissing] = missing.of(mine.size());
    if (!mine.empty()) features[kNoValue] = 0;
    // "lasted 71 years" of "(1824-1895)"
    for (const Quantity& quantity : statement.quantities) {
        const std::string_view name = unit_of(quantity.measure).name;
        const double factor = name == "year" ? 1 : name == "decade" ? 10 : name == "century" ? 100 : 0;
        if (factor == 0 || theirs.size() < 2) continue;
        bool found = false;
        for (std::size_t one = 0; one < theirs.size() && !found; ++one) {
            for (std::size_t two = one + 1; two < std::min(theirs.size(), one + 8) && !found; ++two) {
                const int first = theirs[one].value->year;
                const int second = theirs[two].value->year;
                if (first == 0 || second == 0 || first == second) continue;
                Quantity distance = quantity;
                distance.comparator = Comparator::exactly;
                distance.low = distance.high = std::abs(first - second) / factor;
                const Comparison comparison = compare_values(quantity, distance);
                found = comparison != Comparison::contradictory || std::abs(distance.low - quantity.low) <= 1 / factor;
            }
        }
        features[found ? kYearsReckoned : kYearsDiffer] = 1;
    }
}

void add_words(const AnnotatedText& text, const AnnotatedText& statement, AgreementFeatures& features) {
    std::vector<std::uint64_t> wanted;
    const Tokens& mine = statement.tokens;
    for (std::uint32_t at = 0; at < mine.size(); ++at) {
        if (mine.is_content(at) && !is_value(mine, at)) wanted.push_back(mine.stem[at]);
    }
    std::sort(wanted.begin(), wanted.end());
    wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
    std::vector<std::uint32_t> seen_in(wanted.size(), kNone);  // last sentence that has the word
    const Tokens& theirs = text.tokens;
    std::uint32_t best = 0;
    std::uint32_t best_sentence = kNone;
    for (std::uint32_t number = 0; number < text.sentences.size(); ++number) {
        std::uint32_t found = 0;
        const TokenSpan range = text.sentences[number].tokens;
        for (std::uint32_t at = range.begin; at < range.end; ++at) {
            const auto word = std::lower_bound(wanted.begin(), wanted.end(), theirs.stem[at]);
            if (word == wanted.end() || *word != theirs.stem[at]) continue;
            std::uint32_t& seen = seen_in[static_cast<std::size_t>(word - wanted.begin())];
            if (seen != number) ++found;
            seen = number;
        }
        if (best_sentence == kNone || found > best) {
            best = found;
            best_sentence = number;
        }
    }
    const auto size = static_cast<float>(std::max<std::size_t>(1, wanted.size()));
    const auto covered =
        std::count_if(seen_in.begin(), seen_in.end(), [](std::uint32_t seen) { return seen != kNone; });
    features[kCoverage] = static_cast<float>(covered) / size;
    features[kSentenceCoverage] = static_cast<float>(best) / size;
    const auto negations = [](const Tokens& tokens, TokenSpan range) {
        bool negated = false;
        for (std::uint32_t at = range.begin; at < range.end; ++at) negated = negated || tokens.has(at, kNegationCue);
        return negated;
    };
    const bool claim_negated = negations(mine, {0, mine.size()});
    const bool text_negated = best_sentence != kNone && negations(theirs, text.sentences[best_sentence].tokens);
    features[kNegation] = claim_negated != text_negated ? 1 : 0;
    features[kTextLength] = std::log2(1 + static_cast<float>(theirs.size())) / 8;
    features[kStatementLength] = std::log2(1 + static_cast<float>(mine.size())) / 4;
    float missing = 0;
    for (const Mention& mention : statement.mentions) {
        const bool found = std::any_of(text.mentions.begin(), text.mentions.end(),
                                       [&mention](const Mention& other) { return other.key == mention.key; });
        missing += found ? 0 : 1;
    }
    if (!statement.mentions.empty()) features[kNamesMissing] = missing / static_cast<float>(statement.mentions.size());
}

}  // namespace

std::string_view agreement_feature_name(std::size_t feature) { return feature < kNames.size() ? kNames[feature] : ""; }

AgreementFeatures agreement_features(const AnnotatedText& text, const AnnotatedText& statement) {
    AgreementFeatures features{};
    features[kConstant] = 1;
    add_quantities(text, statement, features);
    add_dates(text, statement, features);
    add_words(text, statement, features);
    features[kConflictCovered] = std::max(features[kAnyConflict], features[kDatesDiffer]) * features[kSentenceCoverage];
    features[kSupportCovered] = std::max(features[kSupported], features[kDatesAgree]) * features[kSentenceCoverage];
    return features;
}

std::array<float, 3> agreement_probabilities(const AgreementFeatures& features) {
    std::array<float, 3> scores{};
    for (std::size_t label = 0; label < scores.size(); ++label) {
        for (std::size_t feature = 0; feature < features.size(); ++feature) {
            scores[label] += kAgreementWeights[label][feature] * features[feature];
        }
    }
    const float most = *std::max_element(scores.begin(), scores.end());
    float sum = 0;
    for (float& score : scores) sum += score = std::exp(score - most);
    for (float& score : scores) score /= sum;
    return scores;
}

Agreement agreement(const AnnotatedText& text, const AnnotatedText& statement) {
    const std::array<float, 3> probabilities = agreement_probabilities(agreement_features(text, statement));
    const auto best = std::max_element(probabilities.begin(), probabilities.end());
    return static_cast<Agreement>(best - probabilities.begin());
}

}  // namespace axray::language
