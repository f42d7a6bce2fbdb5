#include "language/quantities/compare.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "language/quantities/units.hpp"

namespace axray::language {
namespace {

constexpr double kSame = 1e-6;  // relative: conversions round
constexpr double kAbout = 0.1;  // "about 100" reaches from 90 to 110
constexpr double kInfinite = std::numeric_limits<double>::infinity();

struct Interval {
    double low = 0;
    double high = 0;
};

double slack(double value) { return std::isfinite(value) ? kSame * std::max(1e-9, std::abs(value)) : 0; }
bool equal(double left, double right) {
    return left == right || std::abs(left - right) <= slack(std::max(std::abs(left), std::abs(right)));
}

// The scale on which both are compared: the base unit of the dimension, hundredths as shares.
Interval scaled(const Quantity& quantity, bool shares) {
    if (shares) {
        const double factor = quantity.kind == QuantityKind::percent ? 0.01 : 1;
        return {quantity.low * factor, quantity.high * factor};
    }
    if (quantity.measure == 0) return {quantity.low, quantity.high};
    const Unit& unit = unit_of(quantity.measure);
    return {quantity.low * unit.factor + unit.offset, quantity.high * unit.factor + unit.offset};
}

// All values that the quantity leaves open.
Interval meant(const Quantity& quantity, Interval value) {
    switch (quantity.comparator) {
        case Comparator::about:
            return {value.low - kAbout * std::abs(value.low), value.high + kAbout * std::abs(value.high)};
        case Comparator::at_least:
        case Comparator::more_than: return {value.low, kInfinite};
        case Comparator::at_most:
        case Comparator::less_than: return {-kInfinite, value.high};
        case Comparator::between:
        case Comparator::exactly: break;
    }
    return value;
}

// Half of what the last digit of `value` stands for, that is not 0: 500,000 for "2 million", 0.05 for 2.3. Zero for
// values of one or two digits and for those with more than three: they are not rounded.
double rounding(double value) {
    const double size = std::abs(value);
    if (size < 100 || !std::isfinite(size)) return 0;
    double step = std::pow(10, std::floor(std::log10(size)));
    for (int digits = 1; digits <= 3; ++digits, step /= 10) {
        const double steps = size / step;
        if (std::abs(steps - std::round(steps)) < 1e-9 * steps) return step / 2;
    }
    return 0;
}

bool share_like(const Quantity& quantity) {
    return quantity.kind == QuantityKind::cardinal && quantity.measure == 0 && quantity.low > 0 && quantity.high < 1;
}

bool between_shares(const Quantity& left, const Quantity& right) {
    return (left.kind == QuantityKind::percent && share_like(right)) ||
           (right.kind == QuantityKind::percent && share_like(left));
}

bool comparable_measures(const Quantity& left, const Quantity& right) {
    if (left.measure == right.measure) return true;
    if (left.measure == 0 || right.measure == 0) return true;
    if (convertible(left.measure, right.measure)) return true;
    const auto plain_degree = [](UnitId id) { return unit_of(id).dimension == Dimension::angle; };
    const auto temperature = [](UnitId id) { return unit_of(id).dimension == Dimension::temperature; };
    return (plain_degree(left.measure) && temperature(right.measure)) ||
           (plain_degree(right.measure) && temperature(left.measure));
}

bool opposite(const Quantity& claim, const Quantity& source) {
    return claim.role == ChangeRole::by && source.role == ChangeRole::by && claim.direction != Direction::none &&
           source.direction != Direction::none && claim.direction != source.direction;
}

bool open_upwards(Comparator comparator) {
    return comparator == Comparator::at_least || comparator == Comparator::more_than;
}
bool open_downwards(Comparator comparator) {
    return comparator == Comparator::at_most || comparator == Comparator::less_than;
}

// Ends that touch belong to an interval or not: "over 10" and "10" exclude each other.
bool touch_excluded(const Quantity& left, Interval one, const Quantity& right, Interval other) {
    const auto excludes = [](const Quantity& strict, Interval wide, Interval point) {
        if (strict.comparator == Comparator::more_than) return equal(wide.low, point.high);
        return strict.comparator == Comparator::less_than && equal(wide.high, point.low);
    };
    return excludes(left, one, other) || excludes(right, other, one);
}

Comparison compare_intervals(const Quantity& claim, Interval claimed, const Quantity& source, Interval stated) {
    const bool vague = claim.kind == QuantityKind::vague || source.kind == QuantityKind::vague;
    const bool same_sense = claim.comparator == source.comparator ||
                            (open_upwards(claim.comparator) && open_upwards(source.comparator)) ||
                            (open_downwards(claim.comparator) && open_downwards(source.comparator));
    if (same_sense && equal(claimed.low, stated.low) && equal(claimed.high, stated.high)) {
        const bool weaker = claim.comparator == Comparator::more_than || claim.comparator == Comparator::less_than;
        return claim.comparator == source.comparator ? Comparison::same
               : weaker                              ? Comparison::compatible
                                                     : Comparison::entailed;
    }
    const Interval one = meant(claim, claimed);
    const Interval other = meant(source, stated);
    const bool apart = one.high < other.low - slack(other.low) || other.high < one.low - slack(one.low) ||
                       touch_excluded(claim, one, source, other);
    const bool inside = one.low - slack(one.low) <= other.low && other.high <= one.high + slack(one.high);
    if (!apart && inside && source.kind != QuantityKind::vague) return Comparison::entailed;
    if (!apart) return Comparison::compatible;
    // "millions" has no exact end, and "2 million" may be rounded from 2.03 million.
    if (vague && other.low >= one.low && claim.kind == QuantityKind::vague) return Comparison::compatible;
    if (claim.comparator == Comparator::exactly && source.comparator == Comparator::exactly &&
        claim.kind != QuantityKind::ordinal && claimed.low == claimed.high && stated.low == stated.high) {
        const double reach = std::max(rounding(claim.low), rounding(source.low)) *
                             (claim.measure != 0 ? unit_of(claim.measure).factor : 1);
        const bool near = std::abs(claimed.low - stated.low) <= std::min(reach, kAbout / 2 * std::abs(stated.low));
        if (near) return Comparison::compatible;
    }
    return Comparison::contradictory;
}

}  // namespace

Comparison compare_values(const Quantity& claim, const Quantity& source) {
    if ((claim.kind == QuantityKind::ordinal) != (source.kind == QuantityKind::ordinal)) return Comparison::unrelated;
    const bool shares = between_shares(claim, source);
    if (!shares && (claim.kind == QuantityKind::percent) != (source.kind == QuantityKind::percent))
        return Comparison::unrelated;
    if (!comparable_measures(claim, source)) return Comparison::unrelated;
    if (opposite(claim, source)) return Comparison::contradictory;
    const bool both = claim.measure != 0 && source.measure != 0 && convertible(claim.measure, source.measure);
    const bool plain = !both && !shares;
    const Interval claimed = plain ? Interval{claim.low, claim.high} : scaled(claim, shares);
    const Interval stated = plain ? Interval{source.low, source.high} : scaled(source, shares);
    return compare_intervals(claim, claimed, source, stated);
}

Comparison compare(const Quantity& claim, const Quantity& source) {
    const bool measured = claim.measure != 0 || source.measure != 0;
    if (measured) {
        const bool other_counts = (claim.measure == 0 && claim.unit != 0) || (source.measure == 0 && source.unit != 0);
        if (other_counts && !between_shares(claim, source)) return Comparison::unrelated;
        if (claim.measure != 0 && source.measure != 0 && claim.per != source.per) return Comparison::unrelated;
    } else if (claim.unit != 0 && source.unit != 0 && claim.unit != source.unit) {
        return Comparison::unrelated;
    }
    if ((claim.role == ChangeRole::from && source.role == ChangeRole::to) ||
        (claim.role == ChangeRole::to && source.role == ChangeRole::from))
        return Comparison::unrelated;
    const Comparison comparison = compare_values(claim, source);
    const bool scale_open = claim.measure != source.measure && claim.measure != 0 && source.measure != 0 &&
                            !convertible(claim.measure, source.measure);
    if (comparison != Comparison::same || !scale_open) return comparison;
    // "30 degrees" says less than "30 degrees Celsius".
    return unit_of(claim.measure).dimension == Dimension::angle ? Comparison::entailed : Comparison::compatible;
}

}  // namespace axray::language
