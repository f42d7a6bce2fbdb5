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

}  // namespace axray::base
