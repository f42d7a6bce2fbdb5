#include "base/days.hpp"

#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>

namespace axray::base {
namespace {

std::chrono::year_month_day date_of(Day day) {
    return {std::chrono::year(day.year), std::chrono::month(static_cast<unsigned>(day.month)),
            std::chrono::day(static_cast<unsigned>(day.day))};
}

// Of digits alone; -1 for anything else.
int number_at(std::string_view text, std::size_t at, std::size_t size) {
    if (text.size() < at + size || text[at] == '-') return -1;
    const char* begin = text.data() + at;
    int value = 0;
    const auto [end, fault] = std::from_chars(begin, begin + size, value);
    return fault == std::errc{} && end == begin + size ? value : -1;
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

std::string written_day(Day day) {
    if (!date_of(day).ok()) return {};
    std::array<char, 48> text{};
    const int size = std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", day.year, day.month, day.day);
    return {text.data(), static_cast<std::size_t>(size)};
}

Day day_of(std::string_view text) {
    if (text.size() < 10 || text[4] != '-' || text[7] != '-') return {};
    const Day day{number_at(text, 0, 4), number_at(text, 5, 2), number_at(text, 8, 2)};
    return is_day(day) ? day : Day();
}

int minute_of(std::string_view text) {
    if (text.size() < 16 || text[10] != 'T' || text[13] != ':') return -1;
    const int hour = number_at(text, 11, 2);
    const int minute = number_at(text, 14, 2);
    return hour >= 0 && hour < 24 && minute >= 0 && minute < 60 ? 60 * hour + minute : -1;
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
