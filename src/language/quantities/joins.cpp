#include "language/quantities/joins.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

#include "language/quantities/units.hpp"

namespace axray::language {
namespace {

enum class Link : std::uint8_t { none, nothing, dash, to, either, conjunction, comma };

// What stands between two quantities, if that can link them.
Link link_between(const QuantityView& view, std::uint32_t from, std::uint32_t to) {
    if (from == to) return Link::nothing;
    std::uint32_t at = from;
    if (view.is_joined(at, Sign::hyphen) && at + 1 < to)
        ++at;  // "8- to 16-meter"
    else if (view.is(at, Sign::hyphen) && view.touches(at) && at + 1 < to)
        ++at;
    Link link = Link::none;
    if (is_minus(view.view, at) || view.is(at, Sign::dash) || view.is(at, Sign::tilde)) link = Link::dash;
    if (view.any_word(at, "to", "through")) link = Link::to;
    if (view.word(at, "or")) link = Link::either;
    if (view.word(at, "and")) link = Link::conjunction;
    if (view.is(at, Sign::comma)) link = Link::comma;
    if (link == Link::none) return link;
    ++at;
    if (link == Link::comma && view.word(at, "and")) ++at;
    if (link == Link::to && view.is_joined(at, Sign::hyphen)) ++at;
    if (link != Link::comma && link != Link::dash && view.any_word(at, "about", "around", "nearly", "almost")) ++at;
    if (link == Link::to && view.word(at, "up") && view.word(at + 1, "to")) at += 2;
    return at == to ? link : Link::none;
}

// "2-3 million", "$10 to $12bn": the multiplier is said once.
void share_multiplier(const QuantityView& view, Quantity& first, const Quantity& last) {
    if (last.low < 1000 || first.low >= 1000 || first.low < 0) return;
    std::uint32_t at = last.tokens.begin;
    while (at < last.tokens.end && (view.view.is_sign(at) || !view.view.is_wordlike(at))) ++at;
    while (at < last.tokens.end && view.view.is_word(at) && view.uses(at, kUseCurrency)) ++at;
    const ParsedNumber number = parse_number(view.view, at, view.end);
    if (!number.multiplied || number.multiplier < 1000 || first.low >= number.low / number.multiplier) return;
    first.low *= number.multiplier;
    first.high *= number.multiplier;
}

bool is_spread(const QuantityView& view, std::uint32_t from) {
    return view.word(from, "aged") ||
           view.any_word(from - 1, "ranging", "ranges", "range", "ranged", "anywhere", "anything", "priced", "aged");
}

// True where the two stand for the ends of one range.
bool spans_range(const QuantityView& view, const Quantity& first, const Quantity& last, Link link) {
    const std::uint32_t before = first.tokens.begin - 1;
    const bool from = view.word(before, "from");
    switch (link) {
        case Link::dash: return true;
        case Link::to: {
            if (view.word(before, "by")) return false;  // "rose by 3% to 12%"
            const bool change = first.direction != Direction::none;
            const bool own_unit = first.measure != 0 || first.unit_tokens.size() > 0;
            return !(change && (from || own_unit)) || is_spread(view, before);
        }
        case Link::either: return last.low - first.low == 1;  // "eight or nine", not "25 or 40"
        case Link::conjunction: return view.word(before, "between") || (from && view.word(before - 1, "ranging"));
        default: return false;
    }
}

bool is_lower_bound(const Quantity& quantity) {
    return quantity.comparator == Comparator::more_than || quantity.comparator == Comparator::at_least;
}
bool is_upper_bound(const Quantity& quantity) {
    return quantity.comparator == Comparator::less_than || quantity.comparator == Comparator::at_most;
}

// "over 10 but under 20", "no more than 50 and no less than 20"
bool join_bounds(const QuantityView& view, const Quantity& first, Quantity& last) {
    const std::uint32_t at = whole_of(first).end;
    if (!view.any_word(at, "and", "but") || last.tokens.begin - at > 6 || first.kind != last.kind) return false;
    for (std::uint32_t token = at + 1; token < last.tokens.begin; ++token) {
        if (!view.any_word(token, "the", "a") && !view.view.is_word(token)) return false;
        if (view.view.can_be(token, kVerbFirst)) return false;
    }
    const bool rising = is_lower_bound(first) && is_upper_bound(last) && first.low < last.low;
    const bool falling = is_upper_bound(first) && is_lower_bound(last) && last.low < first.low;
    if (!rising && !falling) return false;
    if (first.unit != 0 && last.unit != 0 && first.unit != last.unit) return false;
    if (last.unit == 0) {
        last.unit = first.unit;
        last.measure = first.measure;
        last.per = first.per;
        last.unit_tokens = first.unit_tokens;
    }
    const double other = last.low;
    last.low = std::min(first.low, other);
    last.high = std::max(first.low, other);
    last.comparator = Comparator::between;
    return true;
}

bool join_range(const QuantityView& view, Quantity& first, Quantity& last, Link link) {
    if (first.comparator == Comparator::between || last.comparator == Comparator::between) return false;
    if (first.direction != Direction::none && view.word(first.tokens.begin - 1, "from") && first.unit == 0 &&
        first.kind == last.kind && link == Link::to) {
        first.unit = last.unit;  // "rose from 5 to 10 points"
        first.measure = last.measure;
        first.per = last.per;
    }
    if (link == Link::either && first.unit == 0 && first.kind == QuantityKind::cardinal &&
        last.kind != QuantityKind::ordinal && last.kind != QuantityKind::vague) {
        first.unit = last.unit;  // "8 or 12 euros"
        first.measure = last.measure;
        first.per = last.per;
        first.kind = last.kind;
    }
    if (!spans_range(view, first, last, link)) return false;
    const bool unitless = first.kind == QuantityKind::cardinal && (first.unit == 0 || first.unit == last.unit);
    if (first.kind != last.kind && !unitless) return false;
    if (last.kind == QuantityKind::ordinal || last.kind == QuantityKind::vague) return false;
    const auto as_written = std::pair(first.low, first.high);
    const auto leave_apart = [&] {
        std::tie(first.low, first.high) = as_written;
        return false;
    };
    share_multiplier(view, first, last);
    if (first.measure != 0 && last.measure != 0 && first.measure != last.measure) {
        if (!convertible(first.measure, last.measure)) return leave_apart();
        first.low = convert(first.low, first.measure, last.measure);
    } else if (first.unit != 0 && last.unit != 0 && first.unit != last.unit &&
               (first.measure != last.measure || first.measure == 0)) {
        return leave_apart();
    }
    if (first.low >= last.low) {
        const bool negative = last.low < 0 && first.low < 0 && link == Link::to;  // "from -18 to -34 degrees"
        if (!negative) return leave_apart();
        std::swap(first.low, last.low);
        last.high = first.low;
    }
    last.low = std::min(first.low, last.low);
    last.comparator = Comparator::between;
    if (last.unit == 0) {
        last.unit = first.unit;
        last.measure = first.measure;
        last.per = first.per;
        last.unit_tokens = first.unit_tokens;
    }
    return true;
}

double most_of(UnitId larger, UnitId smaller) { return unit_of(larger).factor / unit_of(smaller).factor; }

// "3 dollars and 20 cents", "$20.43": hundredths of any currency.
bool join_money(const QuantityView& view, const Quantity& first, Quantity& last, Link link) {
    if (link == Link::comma || first.per != 0 || first.low != std::floor(first.low) || first.low >= 1e6) return false;
    const Unit& smaller = unit_of(last.measure);
    const bool cents = smaller.dimension == Dimension::money && smaller.factor == 0.01;
    const bool bare = last.unit == 0 && last.measure == 0 && last.kind == QuantityKind::cardinal &&
                      (!view.inside(last.tokens.end) || view.view.is_sign(last.tokens.end)) &&
                      first.comparator != Comparator::between && !view.is(last.tokens.end, Sign::percent);
    if ((!cents && !bare) || last.low >= 100 || last.low < 1 || last.low != std::floor(last.low)) return false;
    if (link != Link::nothing && link != Link::conjunction) return false;
    const double value = first.low + last.low / 100;
    const TokenSpan tokens = last.tokens;
    last = first;
    last.low = last.high = value;
    last.tokens.end = tokens.end;
    last.unit_tokens.end = std::max(last.unit_tokens.end, tokens.end);
    return true;
}

// "5 feet 2 inches", "1 hour thirty", "two years and three months"
bool join_measure(const QuantityView& view, const Quantity& first, Quantity& last, Link link) {
    if (link == Link::either || link == Link::to || link == Link::dash || link == Link::none) return false;
    if (first.measure == 0 || first.per != 0 || first.low != first.high || last.low != last.high || first.low < 0)
        return false;
    if (unit_of(first.measure).dimension == Dimension::money) return join_money(view, first, last, link);
    UnitId unit = last.measure;
    if (unit == 0 && last.unit == 0 && last.kind == QuantityKind::cardinal && link != Link::comma) {
        const std::string_view name = unit_of(first.measure).name;
        const bool ends = !view.inside(last.tokens.end) || view.view.is_sign(last.tokens.end);
        if (name == "hour" && ends) unit = find_unit("minute");
        if (name == "foot" && link == Link::nothing) unit = find_unit("inch");
    }
    if (unit == 0 || last.per != 0 || !may_follow(first.measure, unit)) return false;
    const bool wholes = first.low == std::floor(first.low) && last.low >= 0;
    if (!wholes || last.low >= 4 * most_of(first.measure, unit)) return false;
    if (last.comparator != Comparator::exactly) return false;
    const double months = first.low * std::round(most_of(first.measure, unit));
    const double value = unit_of(unit).dimension == Dimension::length
                             ? std::round((convert(first.low, first.measure, unit) + last.low) * 1e9) / 1e9
                             : months + last.low;
    last.low = last.high = value;
    last.measure = unit;
    last.unit_tokens = {first.tokens.begin, whole_of(last).end};
    last.comparator = first.comparator;
    return true;
}

}  // namespace

bool join_last(const QuantityView& view, std::vector<Quantity>& quantities) {
    if (quantities.size() < 2) return false;
    Quantity& first = quantities[quantities.size() - 2];
    Quantity& last = quantities.back();
    const std::uint32_t from = whole_of(first).end;
    if (first.tokens.begin < view.begin || from > last.tokens.begin || last.tokens.begin - from > 6) return false;
    const Link link = link_between(view, from, last.tokens.begin);
    const bool joined_bounds = join_bounds(view, first, last);
    if (!joined_bounds &&
        (link == Link::none || (!join_range(view, first, last, link) && !join_measure(view, first, last, link))))
        return false;
    last.tokens.begin = first.tokens.begin;
    if (last.unit == 0) last.unit = first.unit;
    if (last.direction == Direction::none) {
        last.direction = first.direction;
        last.role = first.role;
    }
    const Quantity joined = last;
    quantities.pop_back();
    quantities.back() = joined;
    return true;
}

}  // namespace axray::language
