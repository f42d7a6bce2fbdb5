#include "language/dates/date_resolver.hpp"

#include <algorithm>

namespace axray::language {
namespace {

constexpr int kNoon = 12 * 60;
// What is announced or recalled lies within some months: a day named without its year is rarely farther away.
constexpr std::int64_t kAhead = 75;
constexpr std::int64_t kBack = 200;

Moment unplaced(TimeUnit unit) {
    Moment moment;
    moment.unit = unit;
    return moment;
}

// The year of something that is `days` days from today in today's year (above zero: ahead), and as often in others.
int years_to(std::int64_t days, Which which, Tense tense) {
    switch (which) {
        case Which::this_one: return 0;
        case Which::last: return days < 0 ? 0 : -1;
        case Which::next: return days > 0 ? 0 : 1;
        case Which::open: break;
    }
    if (tense == Tense::past) return days <= kAhead ? 0 : -1;
    return days >= -(tense == Tense::future ? kAhead : kBack) ? 0 : 1;
}

int month_of(Season season) { return season == Season::winter ? 12 : 3 * static_cast<int>(season); }

}  // namespace

DateResolver::DateResolver(ReferenceTime reference) : minutes_(reference.minutes) {
    if (reference.known()) today_ = day_moment(reference.day);
}

Moment DateResolver::now() const {
    Moment moment = today_;
    if (!moment.known()) return moment;
    const int minutes = minutes_ >= 0 ? minutes_ : kNoon;
    moment.unit = TimeUnit::minute;
    moment.hour = static_cast<std::int8_t>(minutes / 60);
    moment.minute = static_cast<std::int8_t>(minutes % 60);
    return moment;
}

void DateResolver::remember(const Moment& moment) {
    if (!is_placed(moment) || moment.unit < TimeUnit::day) return;
    narrative_ = moment;
    if (moment.unit == TimeUnit::quarter || moment.unit == TimeUnit::half_year) period_ = moment;
}

Moment DateResolver::day(int month, int day, Which which, Tense tense) const {
    Moment moment = unplaced(TimeUnit::day);
    moment.month = static_cast<std::int8_t>(month);
    moment.day = static_cast<std::int8_t>(day);
    if (!knows_today()) return moment;
    const std::int64_t here = base::day_number({today_.year, month, std::min(day, 28)});
    const int years = years_to(here - first_day(today_), which, tense);
    const Moment placed = day_moment(base::Day{today_.year + years, month, day});
    return placed.known() ? placed : moment;
}

Moment DateResolver::on_weekday(const Moment& day, int weekday) const {
    for (const int years : {0, 1, -1, 2, -2}) {
        const Moment found = day_moment(base::Day{day.year + years, day.month, day.day});
        if (found.known() && base::weekday_of(first_day(found)) == weekday) return found;
    }
    return day;
}

Moment DateResolver::day_of_month(int day, int weekday, Tense tense) const {
    Moment moment = unplaced(TimeUnit::day);
    moment.day = static_cast<std::int8_t>(day);
    moment.weekday = static_cast<std::int8_t>(weekday);
    if (!knows_today()) return moment;
    constexpr int kMonths = 18;
    const int step = tense == Tense::past ? -1 : 1;
    for (int months = 0; months < kMonths; ++months) {
        const Moment first = shift(month_moment(today_.year, today_.month), months * step, TimeUnit::month);
        if (!first.known()) break;
        const Moment found = day_moment(base::Day{first.year, first.month, day});
        if (!found.known()) continue;
        const std::int64_t number = first_day(found);
        if (weekday != 0 && base::weekday_of(number) != weekday) continue;
        const std::int64_t ahead = number - first_day(today_);
        if (ahead == 0 || (ahead > 0) == (step > 0)) return found;
    }
    return moment;
}

Moment DateResolver::month(int month, Which which, Tense tense) const {
    if (!knows_today()) {
        Moment moment = unplaced(TimeUnit::month);
        moment.month = static_cast<std::int8_t>(month);
        return moment;
    }
    int years = 0;
    const int ahead = month - today_.month;
    switch (which) {
        case Which::this_one: break;
        case Which::last: years = ahead < 0 ? 0 : -1; break;
        case Which::next: years = ahead > 0 ? 0 : 1; break;
        case Which::open:
            if (tense == Tense::past) {
                years = ahead <= 1 ? 0 : -1;
            } else {
                years = ahead >= (tense == Tense::future ? -1 : -7) ? 0 : 1;
            }
            break;
    }
    return month_moment(today_.year + years, month);
}

Moment DateResolver::weekday(int weekday, Which which, Tense tense) const {
    if (!knows_today()) {
        Moment moment = unplaced(TimeUnit::day);
        moment.weekday = static_cast<std::int8_t>(weekday);
        return moment;
    }
    const std::int64_t here = first_day(today_);
    const int mine = base::weekday_of(here);
    const std::int64_t back = (mine - weekday + 7) % 7;
    const std::int64_t ahead = (weekday - mine + 7) % 7;
    switch (which) {
        case Which::last: return day_moment(here - (back == 0 ? 7 : back));
        case Which::next: return day_moment(here - mine + 7 + weekday);
        case Which::this_one: return day_moment(here + ahead);
        case Which::open: break;
    }
    return day_moment(tense == Tense::past ? here - back : here + ahead);
}

Moment DateResolver::season(Season season, Which which, Tense tense) const {
    if (!knows_today()) {
        Moment moment = unplaced(TimeUnit::season);
        moment.season = season;
        return moment;
    }
    int month = month_of(season);
    int years = 0;
    if (season == Season::winter && today_.month <= 2 && which != Which::last) years = -1;
    const int ahead = month - today_.month;
    if (which == Which::last) years = ahead + 2 < 0 ? 0 : -1;
    if (which == Which::next) years = ahead > 0 ? 0 : 1;
    if (which == Which::open && tense == Tense::past && ahead > 1) years = -1;
    if (which == Which::open && tense != Tense::past && ahead < -3) years = 1;
    return season_of(season, today_.year + years);
}

Moment DateResolver::part_of_year(TimeUnit unit, int number, Tense tense) const {
    if (!knows_today()) return {};
    const int length = unit == TimeUnit::quarter ? 3 : 6;
    const int mine = (today_.month - 1) / length + 1;
    int years = 0;
    if (tense == Tense::past && number > mine) years = -1;
    return part_of_year_of(unit, number, today_.year + years);
}

Moment DateResolver::weekend(Which which, Tense tense) const {
    int weeks = which == Which::last ? -1 : which == Which::next ? 1 : 0;
    if (which == Which::open && tense == Tense::past && knows_today() && base::weekday_of(first_day(today_)) < 5) {
        weeks = -1;
    }
    return unit(TimeUnit::weekend, weeks);
}

Moment DateResolver::holiday(const Holiday& holiday, Which which, Tense tense) const {
    if (!knows_today()) {
        Moment moment = unplaced(TimeUnit::day);
        if (holiday.rule == HolidayRule::fixed) {
            moment.month = static_cast<std::int8_t>(holiday.month);
            moment.day = static_cast<std::int8_t>(holiday.day);
        }
        return moment;
    }
    const std::int64_t here = first_day(today_);
    const bool back = which == Which::last || (which == Which::open && tense == Tense::past);
    const int step = back ? -1 : 1;
    for (int years = -step; years != 3 * step; years += step) {
        const std::optional<base::Day> day = holiday_in(holiday, today_.year + years);
        if (!day) continue;
        const std::int64_t ahead = base::day_number(*day) - here;
        const bool today = ahead == 0 && which != Which::last && which != Which::next;
        if (today || (back ? ahead < 0 : ahead > 0)) return day_moment(*day);
    }
    return {};
}

Moment DateResolver::unit(TimeUnit unit, int offset) const {
    if (!knows_today()) return {};
    if (unit < TimeUnit::day) return widen(shift(now(), offset, unit), unit);
    return widen(shift(today_, offset, unit), unit);
}

Moment season_of(Season season, int year) {
    if (year < kFirstYear || year > kLastYear) return {};
    Moment moment = unplaced(TimeUnit::season);
    moment.year = year;
    moment.month = static_cast<std::int8_t>(month_of(season));
    moment.day = 1;
    moment.season = season;
    return moment;
}

Moment part_of_year_of(TimeUnit unit, int number, int year) {
    const int length = unit == TimeUnit::quarter ? 3 : 6;
    if (number < 1 || number > 12 / length) return {};
    return widen(month_moment(year, (number - 1) * length + 1), unit);
}

}  // namespace axray::language
