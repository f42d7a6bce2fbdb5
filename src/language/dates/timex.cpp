#include "language/dates/timex.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "language/dates/calendar.hpp"

namespace axray::language {
namespace {

std::string padded(int value, std::size_t width) {
    const std::string written = std::to_string(value);
    return written.size() < width ? std::string(width - written.size(), '0') + written : written;
}

std::string digits(int value, std::size_t width, bool known) {
    return known ? padded(value, width) : std::string(width, 'X');
}

std::string year_of(const Moment& moment) { return digits(moment.year, 4, moment.year != 0); }

std::string week_value(const Moment& moment, std::string_view tail) {
    if (moment.year == 0) return "XXXX-WXX" + std::string(tail);
    const base::Week week = base::week_of(first_day(moment));
    return padded(week.year, 4) + "-W" + padded(week.number, 2) + std::string(tail);
}

std::string_view season_name(Season season) {
    static constexpr std::array<std::string_view, 5> kNames = {"XX", "SP", "SU", "FA", "WI"};
    return kNames[static_cast<std::size_t>(season)];
}

std::string_view part_name(DayPart part) {
    static constexpr std::array<std::string_view, 7> kNames = {"", "TMO", "TMI", "TAF", "TEV", "TNI", "TDT"};
    return kNames[static_cast<std::size_t>(part)];
}

std::string day_value(const Moment& moment) {
    if (moment.year == 0 && moment.weekday != 0 && moment.day == 0) return "XXXX-WXX-" + std::to_string(moment.weekday);
    return year_of(moment) + "-" + digits(moment.month, 2, moment.month != 0) + "-" +
           digits(moment.day, 2, moment.day != 0);
}

std::string clock_value(const Moment& moment) {
    std::string value =
        "T" + padded(std::max<int>(moment.hour, 0), 2) + ":" + padded(std::max<int>(moment.minute, 0), 2);
    if (moment.second >= 0 && moment.unit == TimeUnit::second) value += ":" + padded(moment.second, 2);
    return value;
}

std::string number(double count) {
    if (count < 0) return "X";
    std::array<char, 32> written{};
    const auto end = std::to_chars(written.data(), written.data() + written.size(), std::round(count * 100) / 100,
                                   std::chars_format::fixed);
    return {written.data(), end.ptr};
}

std::string_view unit_letter(TimeUnit unit) {
    switch (unit) {
        case TimeUnit::second: return "S";
        case TimeUnit::minute: return "M";
        case TimeUnit::hour: return "H";
        case TimeUnit::day: return "D";
        case TimeUnit::weekend: return "WE";
        case TimeUnit::week: return "W";
        case TimeUnit::month: return "M";
        case TimeUnit::quarter: return "Q";
        case TimeUnit::half_year: return "H";
        case TimeUnit::season: return "M";
        case TimeUnit::year: return "Y";
        case TimeUnit::decade: return "DE";
        case TimeUnit::century: return "CE";
        case TimeUnit::millennium: return "ML";
        case TimeUnit::none: break;
    }
    return "";
}

std::string amount_value(const std::array<TimeAmount, 3>& amounts) {
    std::string value = "P";
    bool clock = false;
    for (const TimeAmount& amount : amounts) {
        if (amount.unit == TimeUnit::none) break;
        if (amount.unit < TimeUnit::day && !clock) {
            value += 'T';
            clock = true;
        }
        value += number(amount.count);
        value += unit_letter(amount.unit);
    }
    return value;
}

}  // namespace

std::string timex_value(const Moment& moment) {
    switch (moment.unit) {
        case TimeUnit::none: return "";
        case TimeUnit::second:
        case TimeUnit::minute:
        case TimeUnit::hour: return day_value(moment) + clock_value(moment);
        case TimeUnit::day: return day_value(moment) + std::string(part_name(moment.part));
        case TimeUnit::weekend: return week_value(moment, "-WE");
        case TimeUnit::week: return week_value(moment, "");
        case TimeUnit::month: return year_of(moment) + "-" + digits(moment.month, 2, moment.month != 0);
        case TimeUnit::quarter:
            return year_of(moment) + "-Q" + std::to_string((std::max<int>(moment.month, 1) - 1) / 3 + 1);
        case TimeUnit::half_year:
            return year_of(moment) + "-H" + std::to_string((std::max<int>(moment.month, 1) - 1) / 6 + 1);
        case TimeUnit::season: return year_of(moment) + "-" + std::string(season_name(moment.season));
        case TimeUnit::year: return year_of(moment);
        case TimeUnit::decade: return moment.year == 0 ? std::string(3, 'X') : padded(moment.year / 10, 3);
        case TimeUnit::century: return moment.year == 0 ? std::string(2, 'X') : padded(moment.year / 100, 2);
        case TimeUnit::millennium: return moment.year == 0 ? std::string(1, 'X') : std::to_string(moment.year / 1000);
    }
    return "";
}

std::string timex_value(const Date& date) {
    switch (date.reference) {
        case DateReference::past: return "PAST_REF";
        case DateReference::present: return "PRESENT_REF";
        case DateReference::future: return "FUTURE_REF";
        case DateReference::none: break;
    }
    const bool length = date.amount[0].unit != TimeUnit::none;
    if (date.type == DateType::duration || (date.type == DateType::set && length)) return amount_value(date.amount);
    return timex_value(date.moment);
}

std::string_view timex_type(DateType type) {
    switch (type) {
        case DateType::date: return "DATE";
        case DateType::time: return "TIME";
        case DateType::duration: return "DURATION";
        case DateType::set: return "SET";
    }
    return "";
}

}  // namespace axray::language
