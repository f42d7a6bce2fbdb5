#include "base/days.hpp"

#include <chrono>

namespace axray::base {
namespace {

std::chrono::year_month_day date_of(Day day) {
    return {std::chrono::year(day.year), std::chrono::month(static_cast<unsigned>(day.month)),
            std::chrono::day(static_cast<unsigned>(day.day))};
}

}  // namespace

std::int64_t day_number(Day day) { return std::chrono::sys_days(date_of(day)).time_since_epoch().count(); }

Day day_of_number(std::int64_t number) {
    const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(number))};
    return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
            static_cast<int>(static_cast<unsigned>(date.day()))};
}

bool is_day(Day day) {
    const bool in_range =
        day.year >= 1000 && day.year <= 9999 && day.month >= 1 && day.month <= 12 && day.day >= 1 && day.day <= 31;
    return in_range && date_of(day).ok();
}

int days_of_month(int year, int month) {
    if (month < 1 || month > 12) return 0;
    const std::chrono::year_month_day_last last{
        std::chrono::year(year), std::chrono::month_day_last{std::chrono::month(static_cast<unsigned>(month))}};
    return static_cast<int>(static_cast<unsigned>(last.day()));
}

int weekday_of(std::int64_t number) {
    constexpr std::int64_t kThursday = 3;  // what 1970-01-01 was, counted from Monday
    return static_cast<int>(((number + kThursday) % 7 + 7) % 7) + 1;
}

Week week_of(std::int64_t number) {
    const std::int64_t thursday = number - weekday_of(number) + 4;
    const int year = day_of_number(thursday).year;
    return {year, static_cast<int>((thursday - day_number({year, 1, 1})) / 7) + 1};
}

std::int64_t first_day_of(Week week) {
    const std::int64_t fourth = day_number({week.year, 1, 4});
    return fourth - weekday_of(fourth) + 1 + static_cast<std::int64_t>(week.number - 1) * 7;
}

}  // namespace axray::base
