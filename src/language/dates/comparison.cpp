#include "language/dates/comparison.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "language/dates/calendar.hpp"

namespace axray::language {
namespace {

constexpr std::int64_t kEver = std::numeric_limits<std::int64_t>::max() / 4;
constexpr double kAboutShare = 0.1;  // of a length that is told with "about"

// What a calendar date names; 0 what it does not.
struct Parts {
    int year = 0;
    int month = 0;
    int day = 0;
    int weekday = 0;
};

Parts parts_of(const Date& date) {
    Parts parts{date.year, date.month, date.day, date.weekday};
    const Moment& moment = date.moment;
    if (!is_placed(moment)) return parts;
    parts.year = moment.year;
    if (moment.unit <= TimeUnit::month) parts.month = moment.month;
    if (moment.unit <= TimeUnit::day) {
        parts.day = moment.day;
        parts.weekday = base::weekday_of(first_day(moment));
    }
    return parts;
}

// Counts what both name, what one names alone, and where they differ.
struct Shared {
    int same = 0;
    int claim_only = 0;
    bool differ = false;

    void add(int claim, int source) {
        if (claim == 0) return;
        if (source == 0)
            ++claim_only;
        else if (claim == source)
            ++same;
        else
            differ = true;
    }
};

Comparison compare_parts(const Parts& claim, const Parts& source) {
    Shared shared;
    Shared reverse;
    const auto add = [&](int mine, int theirs) {
        shared.add(mine, theirs);
        reverse.add(theirs, mine);
    };
    add(claim.year, source.year);
    add(claim.month, source.month);
    add(claim.day, source.day);
    // A weekday says nothing beside a day of the month that both name.
    if (claim.day == 0 || source.day == 0) add(claim.weekday, source.weekday);
    if (shared.differ) return Comparison::contradictory;
    if (shared.same == 0) return Comparison::unrelated;
    if (shared.claim_only == 0) return reverse.claim_only == 0 ? Comparison::same : Comparison::entailed;
    return Comparison::compatible;
}

TimeInterval with_bound(const Date& date) {
    TimeInterval interval = date.interval;
    switch (date.bound) {
        case DateBound::from: interval.end = kEver; break;
        case DateBound::after: interval = {interval.end, kEver}; break;
        case DateBound::until: interval.begin = -kEver; break;
        case DateBound::before: interval = {-kEver, interval.begin}; break;
        case DateBound::none: break;
    }
    if (date.modifier == DateModifier::about && date.bound == DateBound::none) {
        const std::int64_t length = interval.end - interval.begin;
        interval = {interval.begin - length, interval.end + length};
    }
    return interval;
}

Comparison compare_intervals(const Date& claim, const Date& source) {
    const TimeInterval mine = with_bound(claim);
    const TimeInterval theirs = with_bound(source);
    if (mine == theirs && claim.bound == source.bound) return Comparison::same;
    if (mine.end <= theirs.begin || theirs.end <= mine.begin) return Comparison::contradictory;
    // What began in 2014 did not begin in 2010, though it went on since then.
    if (claim.bound != DateBound::none && source.bound != DateBound::none) return Comparison::compatible;
    return mine.begin <= theirs.begin && theirs.end <= mine.end ? Comparison::entailed : Comparison::compatible;
}

double seconds_of(TimeUnit unit) {
    constexpr double kYear = 365.25 * 86400;
    switch (unit) {
        case TimeUnit::second: return 1;
        case TimeUnit::minute: return 60;
        case TimeUnit::hour: return 3600;
        case TimeUnit::day: return 86400;
        case TimeUnit::weekend: return 2 * 86400.0;
        case TimeUnit::week: return 7 * 86400.0;
        case TimeUnit::month: return kYear / 12;
        case TimeUnit::season:
        case TimeUnit::quarter: return kYear / 4;
        case TimeUnit::half_year: return kYear / 2;
        case TimeUnit::year: return kYear;
        case TimeUnit::decade: return 10 * kYear;
        case TimeUnit::century: return 100 * kYear;
        case TimeUnit::millennium: return 1000 * kYear;
        case TimeUnit::none: break;
    }
    return 0;
}

// Below zero when the number of units is not told.
double length_of(const Date& date) {
    double seconds = 0;
    for (const TimeAmount& amount : date.amount) {
        if (amount.count < 0) return -1;
        seconds += amount.count * seconds_of(amount.unit);
    }
    return seconds;
}

Comparison compare_lengths(const Date& claim, const Date& source) {
    const double mine = length_of(claim);
    const double theirs = length_of(source);
    if (mine < 0 || theirs < 0) {
        return claim.amount[0].unit == source.amount[0].unit ? Comparison::compatible : Comparison::unrelated;
    }
    if (mine == 0 || theirs == 0) return Comparison::unrelated;
    // Months and years have no fixed number of days.
    constexpr double kSlack = 0.02;
    const bool about = claim.modifier == DateModifier::about || source.modifier == DateModifier::about;
    const double apart = std::abs(mine - theirs) / std::max(mine, theirs);
    if (claim.amount == source.amount || apart < kSlack) return Comparison::same;
    return about && apart < kAboutShare ? Comparison::compatible : Comparison::contradictory;
}

// Hours and minutes, for times whose day is not said.
Comparison compare_clocks(const Moment& claim, const Moment& source) {
    if (claim.hour < 0 || source.hour < 0) return Comparison::unrelated;
    const int mine = std::max<int>(claim.minute, 0);
    const int theirs = std::max<int>(source.minute, 0);
    return claim.hour == source.hour && mine == theirs ? Comparison::same : Comparison::contradictory;
}

}  // namespace

Comparison compare(const Date& claim, const Date& source) {
    const bool sets = claim.type == DateType::set;
    const bool durations = claim.type == DateType::duration;
    if (sets != (source.type == DateType::set) || durations != (source.type == DateType::duration)) {
        return Comparison::unrelated;
    }
    if (claim.reference != DateReference::none || source.reference != DateReference::none) {
        return claim.reference == source.reference ? Comparison::same : Comparison::unrelated;
    }
    const bool lengths = claim.amount[0].unit != TimeUnit::none && source.amount[0].unit != TimeUnit::none;
    if ((sets || durations) && lengths) return compare_lengths(claim, source);
    if (sets) return claim.moment == source.moment ? Comparison::same : Comparison::unrelated;
    if (durations) return Comparison::unrelated;
    if (claim.day_assumed || source.day_assumed) return compare_clocks(claim.moment, source.moment);
    if (claim.interval.known() && source.interval.known()) return compare_intervals(claim, source);
    return compare_parts(parts_of(claim), parts_of(source));
}

}  // namespace axray::language
