#include "language/dates/calendar.hpp"

#include <algorithm>

namespace axray::language {
namespace {

constexpr std::int64_t kDay = 86400;
constexpr std::int64_t kFarthest = 20000LL * 366 * kDay;  // units of any length that a moment is moved by

Moment of_day(base::Day day, TimeUnit unit) {
    Moment moment;
    if (day.year < kFirstYear || day.year > kLastYear) return moment;
    moment.year = day.year;
    moment.month = static_cast<std::int8_t>(day.month);
    moment.day = static_cast<std::int8_t>(day.day);
    moment.unit = unit;
    return moment;
}

base::Day day_of(const Moment& moment) {
    return {moment.year, std::max<int>(moment.month, 1), std::max<int>(moment.day, 1)};
}

int floor_to(int value, int step) { return value - ((value % step) + step) % step; }

std::int64_t seconds_at(const Moment& moment) {
    return first_day(moment) * kDay + std::max<int>(moment.hour, 0) * 3600LL + std::max<int>(moment.minute, 0) * 60LL +
           std::max<int>(moment.second, 0);
}

Moment at_seconds(std::int64_t seconds, TimeUnit unit) {
    const std::int64_t day = (seconds >= 0 ? seconds : seconds - kDay + 1) / kDay;
    Moment moment = of_day(base::day_of_number(day), unit);
    const std::int64_t rest = seconds - day * kDay;
    moment.hour = static_cast<std::int8_t>(rest / 3600);
    moment.minute = static_cast<std::int8_t>(rest / 60 % 60);
    moment.second = static_cast<std::int8_t>(rest % 60);
    return moment;
}

Moment shift_clock(const Moment& moment, std::int64_t seconds) {
    Moment shifted = at_seconds(seconds_at(moment) + seconds, moment.unit);
    shifted.part = moment.part;
    if (!shifted.known()) return {};
    return shifted;
}

Moment shift_days(const Moment& moment, std::int64_t days) {
    const base::Day day = base::day_of_number(first_day(moment) + days);
    Moment shifted = moment;
    if (day.year < kFirstYear || day.year > kLastYear) return {};
    shifted.year = day.year;
    shifted.month = static_cast<std::int8_t>(day.month);
    shifted.day = static_cast<std::int8_t>(day.day);
    return shifted;
}

Moment shift_months(const Moment& moment, std::int64_t months) {
    const std::int64_t count = moment.year * 12LL + std::max<int>(moment.month, 1) - 1 + months;
    const std::int64_t year = count / 12;
    if (count < 12LL * kFirstYear || year > kLastYear) return {};
    Moment shifted = moment;
    shifted.year = static_cast<std::int32_t>(year);
    shifted.month = static_cast<std::int8_t>(count % 12 + 1);
    const int last = base::days_of_month(shifted.year, shifted.month);
    shifted.day = static_cast<std::int8_t>(std::min<int>(moment.day, last));
    return shifted;
}

int months_of(TimeUnit unit) {
    switch (unit) {
        case TimeUnit::month: return 1;
        case TimeUnit::quarter:
        case TimeUnit::season: return 3;
        case TimeUnit::half_year: return 6;
        case TimeUnit::year: return 12;
        case TimeUnit::decade: return 120;
        case TimeUnit::century: return 1200;
        case TimeUnit::millennium: return 12000;
        default: return 0;
    }
}

struct Hours {
    int begin = 0;
    int end = 24;
};

Hours hours_of(DayPart part) {
    switch (part) {
        case DayPart::morning: return {5, 12};
        case DayPart::midday: return {11, 14};
        case DayPart::afternoon: return {12, 18};
        case DayPart::evening: return {17, 23};
        case DayPart::night: return {18, 30};
        case DayPart::daytime: return {6, 18};
        case DayPart::none: break;
    }
    return {};
}

int first_month_of(const Moment& moment) {
    const int month = std::max<int>(moment.month, 1);
    switch (moment.unit) {
        case TimeUnit::quarter: return floor_to(month - 1, 3) + 1;
        case TimeUnit::half_year: return floor_to(month - 1, 6) + 1;
        default: return month;
    }
}

// The first day of moments longer than a week.
base::Day first_day_of_long(const Moment& moment) {
    switch (moment.unit) {
        case TimeUnit::month:
        case TimeUnit::quarter:
        case TimeUnit::half_year: return {moment.year, first_month_of(moment), 1};
        case TimeUnit::season: {
            const int month = moment.season == Season::winter ? 12 : 3 * static_cast<int>(moment.season);
            return {moment.year, std::max(month, 1), 1};
        }
        case TimeUnit::year: return {moment.year, 1, 1};
        case TimeUnit::decade: return {floor_to(moment.year, 10), 1, 1};
        case TimeUnit::century: return {floor_to(moment.year, 100), 1, 1};
        case TimeUnit::millennium: return {floor_to(moment.year, 1000), 1, 1};
        default: return day_of(moment);
    }
}

}  // namespace

Moment day_moment(base::Day day) {
    if (day.year < kFirstYear || day.year > kLastYear || day.day < 1 ||
        day.day > base::days_of_month(day.year, day.month)) {
        return {};
    }
    return of_day(day, TimeUnit::day);
}

Moment day_moment(std::int64_t number) { return of_day(base::day_of_number(number), TimeUnit::day); }

Moment month_moment(int year, int month) { return of_day({year, month, 1}, TimeUnit::month); }

Moment year_moment(int year) { return of_day({year, 1, 1}, TimeUnit::year); }

std::int64_t first_day(const Moment& moment) { return base::day_number(day_of(moment)); }

Moment widen(const Moment& moment, TimeUnit unit) {
    if (!is_placed(moment)) return {};
    Moment wide = moment;
    wide.unit = unit;
    if (unit >= TimeUnit::day) {
        wide.hour = wide.minute = wide.second = -1;
        wide.part = DayPart::none;
    }
    if (unit != TimeUnit::season) wide.season = Season::none;
    return wide;
}

Moment shift(const Moment& moment, std::int64_t count, TimeUnit unit) {
    if (!is_placed(moment) || count > kFarthest || count < -kFarthest) return {};
    switch (unit) {
        case TimeUnit::second: return shift_clock(moment, count);
        case TimeUnit::minute: return shift_clock(moment, count * 60);
        case TimeUnit::hour: return shift_clock(moment, count * 3600);
        case TimeUnit::none: return moment;
        default: break;
    }
    constexpr std::int64_t kFarthestYears = 10000;
    if (const int months = months_of(unit); months != 0) {
        if (count > kFarthestYears * 12 || count < -kFarthestYears * 12) return {};
        return shift_months(moment, count * months);
    }
    if (count > kFarthestYears * 366 || count < -kFarthestYears * 366) return {};
    return shift_days(moment, unit == TimeUnit::day ? count : count * 7);
}

Moment in_year(const Moment& moment, int year) {
    if (year < kFirstYear || year > kLastYear) return {};
    Moment moved = moment;
    moved.year = year;
    moved.month = std::max<std::int8_t>(moment.month, 1);
    const int last = base::days_of_month(year, moved.month);
    moved.day = static_cast<std::int8_t>(std::clamp<int>(moment.day, 1, last));
    return moved;
}

TimeInterval interval_of(const Moment& moment) {
    if (!is_placed(moment)) return {};
    if (moment.unit < TimeUnit::day) {
        const std::int64_t begin = seconds_at(moment);
        return {begin, begin + (moment.unit == TimeUnit::hour ? 3600 : moment.unit == TimeUnit::minute ? 60 : 1)};
    }
    if (moment.unit == TimeUnit::day) {
        const Hours hours = hours_of(moment.part);
        const std::int64_t begin = first_day(moment) * kDay;
        return {begin + hours.begin * 3600LL, begin + hours.end * 3600LL};
    }
    if (moment.unit == TimeUnit::week || moment.unit == TimeUnit::weekend) {
        const std::int64_t day = first_day(moment);
        const std::int64_t monday = day - base::weekday_of(day) + 1;
        const std::int64_t begin = moment.unit == TimeUnit::week ? monday : monday + 5;
        return {begin * kDay, (monday + 7) * kDay};
    }
    const base::Day begin = first_day_of_long(moment);
    const std::int64_t months = begin.year * 12LL + begin.month - 1 + months_of(moment.unit);
    const base::Day end{static_cast<int>(months / 12), static_cast<int>(months % 12) + 1, 1};
    return {base::day_number(begin) * kDay, base::day_number(end) * kDay};
}

TimeInterval part_of(const Moment& moment, DateModifier modifier) {
    const TimeInterval whole = interval_of(moment);
    const bool start = modifier == DateModifier::start;
    const bool middle = modifier == DateModifier::middle;
    if (!whole.known() || (!start && !middle && modifier != DateModifier::end)) return whole;
    const auto days = [&](std::int64_t begin, std::int64_t end) {
        return TimeInterval{whole.begin + begin * kDay, end == 0 ? whole.end : whole.begin + end * kDay};
    };
    switch (moment.unit) {
        case TimeUnit::week: return start ? days(0, 3) : middle ? days(2, 4) : days(4, 0);
        case TimeUnit::month: return start ? days(0, 10) : middle ? days(10, 20) : days(20, 0);
        case TimeUnit::year: {
            const auto month = [&](int number) { return base::day_number({moment.year, number, 1}) * kDay; };
            return start    ? TimeInterval{whole.begin, month(4)}
                   : middle ? TimeInterval{month(5), month(9)}
                            : TimeInterval{month(9), whole.end};
        }
        default: {
            const std::int64_t third = (whole.end - whole.begin) / 3;
            return {start ? whole.begin : whole.end - (middle ? 2 : 1) * third,
                    start ? whole.begin + third : whole.end - (middle ? third : 0)};
        }
    }
}

base::Day nth_weekday(int year, int month, int weekday, int count) {
    const int days = base::days_of_month(year, month);
    if (days == 0 || count == 0 || count > 5 || count < -5) return {year, month, 0};
    const int edge = base::weekday_of(base::day_number({year, month, count > 0 ? 1 : days}));
    const int day =
        count > 0 ? 1 + (weekday - edge + 7) % 7 + 7 * (count - 1) : days - (edge - weekday + 7) % 7 + 7 * (count + 1);
    return {year, month, day >= 1 && day <= days ? day : 0};
}

}  // namespace axray::language
