#include "judge/value_differences.hpp"

#include <algorithm>

#include "judge/layer_members.hpp"
#include "language/quantities/compare.hpp"

namespace axray::judge {
namespace {

using language::Comparison;
using language::kNone;
using language::Quantity;
using language::QuantityKind;
using language::TokenSpan;

constexpr float kSameMatter = 0.5F;        // share of the rest of the claim that a sentence must bear out
constexpr float kSameSurroundings = 0.6F;  // share of a value's surroundings that make another one stand in its place
constexpr float kSomeSurroundings = 0.3F;  // ... where both count the same, or are the only ones of their kind

// "More than half" and "47%".
bool between_shares(const Quantity& claim, const Quantity& source) {
    const bool percent = (claim.kind == QuantityKind::percent) != (source.kind == QuantityKind::percent);
    return percent && language::compare_values(claim, source) != Comparison::unrelated;
}

bool comparable(const Quantity& claim, const Quantity& source) {
    if (claim.kind == QuantityKind::vague || source.kind == QuantityKind::vague) return false;
    return claim.kind == source.kind || between_shares(claim, source);
}

bool same_unit(const Quantity& claim, const Quantity& source) { return claim.unit != 0 && claim.unit == source.unit; }

// Two numbers count the same thing among some of the same words, or stand beside the same words on every side. A
// number that says which one of a row is meant ("the fifth season") needs more, since there are others in the row.
bool same_number_slot(const EvidenceView& view, const Quantity& claim, const Quantity& source) {
    const float surroundings = view.surroundings(claim.tokens, source.tokens);
    if (claim.kind == QuantityKind::ordinal) return surroundings >= kSameSurroundings;
    if (same_unit(claim, source)) return surroundings >= kSomeSurroundings;
    const bool nothing_to_compare =
        !between_shares(claim, source) && language::compare(claim, source) == Comparison::unrelated;
    return (surroundings >= kSameSurroundings && !nothing_to_compare) || view.slot(claim.tokens, source.tokens).all();
}

// "two Chinese and one Briton" makes three: the numbers of a row that are joined by small words and marks.
bool is_a_sum(const language::Tokens& tokens, std::span<const Quantity* const> theirs, const Quantity& claim) {
    constexpr std::uint32_t kGap = 4;  // tokens from one number to the next
    double sum = 0;
    std::uint32_t count = 0;
    std::uint32_t last = 0;
    for (const Quantity* one : theirs) {
        if (one->kind != QuantityKind::cardinal || one->measure != 0 || tokens.date[one->tokens.begin] != kNone)
            continue;
        const bool joined = count > 0 && one->tokens.begin - last <= kGap;
        sum = joined ? sum + one->low : one->low;
        count = joined ? count + 1 : 1;
        last = one->tokens.end;
        if (count > 1 && sum == claim.low && claim.low == claim.high) return true;
    }
    return false;
}

bool none_has(std::span<const Quantity* const> quantities, const Quantity& value) {
    return std::none_of(quantities.begin(), quantities.end(),
                        [&value](const Quantity* one) { return trace::same_value(*one, value); });
}

bool is_mark(const language::Tokens& tokens, std::uint32_t token) {
    return token < tokens.size() && tokens.kind[token] == language::TokenKind::punctuation;
}

// False for numbers that are part of a name ("Ligue 1"), of a score or of a number that its text has torn apart
// ("2 - 0", "13, 000"), and for those whose multiplier cannot be told from a unit ("46m").
bool states_a_value(const language::Tokens& tokens, const Quantity& quantity) {
    const std::uint32_t last = quantity.tokens.end - 1;
    if (tokens.mention[quantity.tokens.begin] != kNone || tokens.kind[last] == language::TokenKind::alphanumeric) {
        return false;
    }
    const bool goes_on =
        is_mark(tokens, last + 1) && last + 2 < tokens.size() && tokens.kind[last + 2] == language::TokenKind::number;
    // "covid-19", "A-10"
    const std::uint32_t first = quantity.tokens.begin;
    if (first >= 1 && tokens.kind[first - 1] == language::TokenKind::punctuation && first >= 2 &&
        tokens.span[first - 1].end == tokens.span[first].begin &&
        tokens.span[first - 2].end == tokens.span[first - 1].begin &&
        tokens.kind[first - 2] == language::TokenKind::word) {
        return false;
    }
    const bool went_before = quantity.tokens.begin >= 2 && is_mark(tokens, quantity.tokens.begin - 1) &&
                             tokens.kind[quantity.tokens.begin - 2] == language::TokenKind::number;
    return !goes_on && !went_before;
}

}  // namespace

bool compatible(const Quantity& claim, const Quantity& source) {
    return language::compare_values(claim, source) != Comparison::contradictory;
}

std::vector<Difference> number_differences(const TracedClaim& claim, std::span<const EvidenceView> evidence) {
    std::vector<Difference> found;
    const auto mine = members_of(claim.words.text->quantities, claim);
    for (const Quantity* quantity : mine) {
        if (!states_a_value(claim.words.text->tokens, *quantity)) continue;
        const Quantity* other = nullptr;
        const EvidenceView* where = nullptr;
        bool borne_out = false;
        for (const EvidenceView& view : evidence) {
            const auto theirs = members_within(view.source().quantities, view.local_tokens());
            borne_out = borne_out || is_a_sum(view.source().tokens, theirs, *quantity);
            for (const Quantity* candidate : theirs) {
                if (!comparable(*quantity, *candidate)) continue;
                if (compatible(*quantity, *candidate)) {
                    borne_out = true;
                } else if (other == nullptr && states_a_value(view.source().tokens, *candidate) &&
                           same_number_slot(view, *quantity, *candidate) && none_has(mine, *candidate) &&
                           view.coverage_without(quantity->tokens) >= kSameMatter) {
                    other = candidate;
                    where = &view;
                }
            }
        }
        if (!borne_out && other != nullptr) {
            found.push_back({FlagKind::number_differs, quantity->tokens, where->positions(other->tokens)});
        }
    }
    return found;
}

}  // namespace axray::judge
