#include "judge/value_differences.hpp"

#include <algorithm>
#include <cmath>

namespace axray::judge {
namespace {

using language::Comparator;
using language::Date;
using language::kNone;
using language::Mention;
using language::Quantity;
using language::QuantityKind;
using language::TokenSpan;

constexpr float kSameMatter = 0.5F;         // share of the rest of the claim that a sentence must bear out
constexpr float kSameMatterOfNames = 0.7F;  // the same for names, which share a slot more easily than numbers
constexpr double kAboutTolerance = 0.1;     // "about 100" is borne out by 90 to 110

bool inside(TokenSpan outer, TokenSpan inner) { return outer.begin <= inner.begin && inner.end <= outer.end; }

// The members of a layer that lie within `tokens`; the layer is ordered by position.
template <class Layer>
std::vector<const Layer*> within(const std::vector<Layer>& layer, TokenSpan tokens) {
    auto first = std::partition_point(layer.begin(), layer.end(),
                                      [tokens](const Layer& item) { return item.tokens.begin < tokens.begin; });
    std::vector<const Layer*> found;
    for (; first != layer.end() && first->tokens.begin < tokens.end; ++first) {
        if (inside(tokens, first->tokens)) found.push_back(&*first);
    }
    return found;
}

// The members that belong to the claim: at least one of their words is among the words to trace.
template <class Layer>
std::vector<const Layer*> claimed(const std::vector<Layer>& layer, const TracedClaim& claim) {
    auto found = within(layer, claim.tokens);
    std::erase_if(found, [&claim](const Layer* item) {
        return std::none_of(claim.words.words.begin(), claim.words.words.end(),
                            [item](const trace::ClaimWord& word) { return item->tokens.contains(word.token); });
    });
    return found;
}

// Times told by their distance from others ("last week", "two years") are not compared.
std::vector<const Date*> of_the_calendar(std::vector<const Date*> dates) {
    std::erase_if(dates, [](const Date* date) { return !date->is_calendar(); });
    return dates;
}

bool comparable(const Quantity& claim, const Quantity& source) {
    if (claim.kind == QuantityKind::vague || source.kind == QuantityKind::vague) return false;
    return claim.kind == source.kind;
}

bool same_unit(const Quantity& claim, const Quantity& source) { return claim.unit != 0 && claim.unit == source.unit; }

// Two numbers count the same thing, or stand beside the same words on every side.
bool same_number_slot(const EvidenceView& view, const Quantity& claim, const Quantity& source) {
    const EvidenceView::Slot slot = view.slot(claim.tokens, source.tokens);
    return same_unit(claim, source) || slot.all();
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
    const bool went_before = quantity.tokens.begin >= 2 && is_mark(tokens, quantity.tokens.begin - 1) &&
                             tokens.kind[quantity.tokens.begin - 2] == language::TokenKind::number;
    return !goes_on && !went_before;
}

// False for decades ("1980s") and other words that are not one year, month or day.
bool states_a_day_or_year(const language::Tokens& tokens, const Date& date) {
    for (std::uint32_t token = date.tokens.begin; token < date.tokens.end; ++token) {
        if (tokens.kind[token] == language::TokenKind::alphanumeric && date.day == 0) return false;
    }
    return true;
}

bool clash(const Date& claim, const Date& source) {
    const auto differ = [](int left, int right) { return left != 0 && right != 0 && left != right; };
    return differ(claim.year, source.year) || differ(claim.month, source.month) || differ(claim.day, source.day);
}

bool share_word(const language::Tokens& tokens, TokenSpan span, const language::Tokens& others, TokenSpan other_span) {
    for (std::uint32_t token = span.begin; token < span.end; ++token) {
        for (std::uint32_t other = other_span.begin; other < other_span.end; ++other) {
            if (tokens.stem[token] == others.stem[other]) return true;
        }
    }
    return false;
}

// One end of a period ("from 2014 to 2022"): periods overlap and lie within each other without excluding anything.
bool ends_a_period(std::span<const Date* const> dates, const Date& date) {
    constexpr std::uint32_t kGap = 2;  // tokens between the ends: "to", "-", "and"
    return std::any_of(dates.begin(), dates.end(), [&date](const Date* other) {
        if (other->tokens == date.tokens) return false;
        const bool behind = other->tokens.begin >= date.tokens.end && other->tokens.begin - date.tokens.end <= kGap;
        const bool before = date.tokens.begin >= other->tokens.end && date.tokens.begin - other->tokens.end <= kGap;
        return behind || before;
    });
}

}  // namespace

bool compatible(const Quantity& claim, const Quantity& source) {
    if (claim.kind == QuantityKind::vague || source.kind == QuantityKind::vague) return true;
    const double tolerance = kAboutTolerance * std::abs(claim.low);
    switch (claim.comparator) {
        case Comparator::at_least:
        case Comparator::more_than: return source.high >= claim.low;
        case Comparator::at_most:
        case Comparator::less_than: return source.low <= claim.high;
        case Comparator::about: return source.high >= claim.low - tolerance && source.low <= claim.high + tolerance;
        case Comparator::between: return source.high >= claim.low && source.low <= claim.high;
        case Comparator::exactly: break;
    }
    switch (source.comparator) {
        case Comparator::at_least:
        case Comparator::more_than: return claim.low >= source.low;
        case Comparator::at_most:
        case Comparator::less_than: return claim.high <= source.high;
        case Comparator::about: return std::abs(claim.low - source.low) <= kAboutTolerance * std::abs(source.low);
        case Comparator::between: return claim.high >= source.low && claim.low <= source.high;
        case Comparator::exactly: break;
    }
    return claim.low == source.low && claim.high == source.high;
}

std::vector<Difference> number_differences(const TracedClaim& claim, std::span<const EvidenceView> evidence) {
    std::vector<Difference> found;
    const auto mine = claimed(claim.words.text->quantities, claim);
    for (const Quantity* quantity : mine) {
        if (!states_a_value(claim.words.text->tokens, *quantity)) continue;
        const Quantity* other = nullptr;
        const EvidenceView* where = nullptr;
        bool borne_out = false;
        for (const EvidenceView& view : evidence) {
            for (const Quantity* candidate : within(view.source().quantities, view.local_tokens())) {
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

std::vector<Difference> date_differences(const TracedClaim& claim, std::span<const EvidenceView> evidence) {
    std::vector<Difference> found;
    const auto mine = of_the_calendar(claimed(claim.words.text->dates, claim));
    for (const Date* date : mine) {
        if (!states_a_day_or_year(claim.words.text->tokens, *date) || ends_a_period(mine, *date)) continue;
        const Date* other = nullptr;
        const EvidenceView* where = nullptr;
        bool borne_out = false;
        for (const EvidenceView& view : evidence) {
            const auto theirs = of_the_calendar(within(view.source().dates, view.local_tokens()));
            // With several dates on a side each belongs to a thing of its own: "data of 2014 to 2022", stolen in 2021.
            const bool single = mine.size() == 1 && theirs.size() == 1;
            for (const Date* candidate : theirs) {
                if (trace::agree(*date, *candidate)) {
                    borne_out = true;
                } else if (other == nullptr && clash(*date, *candidate) &&
                           states_a_day_or_year(view.source().tokens, *candidate) &&
                           (single || view.slot(date->tokens, candidate->tokens).all()) &&
                           view.coverage_without(date->tokens) >= kSameMatter &&
                           std::none_of(mine.begin(), mine.end(),
                                        [&](const Date* one) { return trace::agree(*one, *candidate); })) {
                    other = candidate;
                    where = &view;
                }
            }
        }
        if (!borne_out && other != nullptr) {
            found.push_back({FlagKind::date_differs, date->tokens, where->positions(other->tokens)});
        }
    }
    return found;
}

std::vector<Difference> name_differences(const TracedClaim& claim, std::span<const EvidenceView> evidence) {
    std::vector<Difference> found;
    for (const Mention* mention : claimed(claim.words.text->mentions, claim)) {
        const bool linked = std::any_of(evidence.begin(), evidence.end(),
                                        [&](const EvidenceView& view) { return view.links_any(mention->tokens); });
        if (linked) continue;
        for (const EvidenceView& view : evidence) {
            if (view.coverage_without(mention->tokens) < kSameMatterOfNames) continue;
            const auto theirs = within(view.source().mentions, view.local_tokens());
            const auto other = std::find_if(theirs.begin(), theirs.end(), [&](const Mention* candidate) {
                return !view.uses(candidate->tokens) && view.slot(mention->tokens, candidate->tokens).all() &&
                       !share_word(view.claim_tokens(), mention->tokens, view.source().tokens, candidate->tokens);
            });
            if (other == theirs.end()) continue;
            found.push_back({FlagKind::name_differs, mention->tokens, view.positions((*other)->tokens)});
            break;
        }
    }
    return found;
}

}  // namespace axray::judge
