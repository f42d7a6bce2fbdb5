#include "report/time_words.hpp"

#include <array>
#include <cstddef>

namespace axray::report {
namespace {

struct Named {
    std::string_view code;
    std::string_view name;
};

constexpr std::array<Named, 3> kReferences = {{{"PAST_REF", "past"}, {"PRESENT_REF", "now"}, {"FUTURE_REF", "future"}}};
constexpr std::array<Named, 6> kDayParts = {
    {{"MO", "morning"}, {"MI", "midday"}, {"AF", "afternoon"}, {"EV", "evening"}, {"NI", "night"}, {"DT", "daytime"}}};
constexpr std::array<Named, 4> kSeasons = {{{"SP", "spring"}, {"SU", "summer"}, {"FA", "autumn"}, {"WI", "winter"}}};
constexpr std::array<Named, 7> kCalendarUnits = {{{"D", "day"},
                                                  {"W", "week"},
                                                  {"M", "month"},
                                                  {"Q", "quarter"},
                                                  {"Y", "year"},
                                                  {"DE", "decade"},
                                                  {"CE", "century"}}};
constexpr std::array<Named, 3> kClockUnits = {{{"S", "second"}, {"M", "minute"}, {"H", "hour"}}};
constexpr std::array<std::string_view, 7> kWeekdays = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                       "Friday", "Saturday", "Sunday"};
constexpr std::array<std::string_view, 12> kMonths = {"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};

template <std::size_t size>
std::string_view find(const std::array<Named, size>& names, std::string_view code) {
    for (const auto& named : names) {
        if (named.code == code) return named.name;
    }
    return {};
}

bool is_digits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

std::size_t number_of(std::string_view digits) {
    std::size_t value = 0;
    for (const char digit : digits.substr(0, 9)) value = value * 10 + static_cast<std::size_t>(digit - '0');
    return value;
}

// "2 years" of "2Y".
std::string amount_of(std::string_view written, bool clock) {
    const auto end = written.find_first_not_of("0123456789.X");
    if (end == 0 || end == std::string_view::npos) return {};
    const auto count = written.substr(0, end);
    const auto name = clock ? find(kClockUnits, written.substr(end)) : find(kCalendarUnits, written.substr(end));
    if (name.empty()) return {};
    if (count == "1") return "1 " + std::string(name);
    const std::string many = name == "century" ? "centuries" : std::string(name) + "s";
    return (count == "X" ? "some" : std::string(count)) + " " + many;
}

std::string words_for_duration(std::string_view value) {
    const bool clock = value.size() > 1 && value[1] == 'T';
    return amount_of(value.substr(clock ? 2 : 1), clock);
}

// "Monday", "25 March", "March": a day of a year that is not known.
std::string words_for_yearless(std::string_view value) {
    if (value.size() == 10 && value.substr(4, 5) == "-WXX-" && value[9] >= '1' && value[9] <= '7') {
        return std::string(kWeekdays[static_cast<std::size_t>(value[9] - '1')]);
    }
    if (value.size() < 7 || !is_digits(value.substr(5, 2))) return {};
    const auto month = number_of(value.substr(5, 2));
    if (month < 1 || month > 12) return {};
    const std::string name(kMonths[month - 1]);
    if (value.size() == 7) return name;
    const auto day = value.substr(8);
    return value.size() == 10 && is_digits(day) ? std::to_string(number_of(day)) + " " + name : std::string();
}

// "week 13 of 2024", "third quarter of 2024", "spring 2024".
std::string words_for_part_of_year(std::string_view value) {
    if (value.size() < 7 || !is_digits(value.substr(0, 4)) || value[4] != '-') return {};
    const std::string year(value.substr(0, 4));
    const auto part = value.substr(5);
    if (const auto season = find(kSeasons, part); !season.empty()) return std::string(season) + " " + year;
    if (part.size() == 3 && part[0] == 'W' && is_digits(part.substr(1))) {
        return "week " + std::to_string(number_of(part.substr(1))) + " of " + year;
    }
    constexpr std::array<std::string_view, 4> kQuarters = {"first", "second", "third", "fourth"};
    if (part.size() == 2 && (part[0] == 'Q' || part[0] == 'H') && part[1] >= '1' && part[1] <= '4') {
        return std::string(kQuarters[static_cast<std::size_t>(part[1] - '1')]) +
               (part[0] == 'Q' ? " quarter of " : " half of ") + year;
    }
    return {};
}

std::string words_for_day(std::string_view value) {
    auto words = value.substr(0, 5) == "XXXX-" ? words_for_yearless(value) : words_for_part_of_year(value);
    return words.empty() ? std::string(value) : words;
}

}  // namespace

std::string words_for_time(std::string_view value) {
    if (const auto reference = find(kReferences, value); !reference.empty()) return std::string(reference);
    if (value.substr(0, 1) == "P") {
        auto words = words_for_duration(value);
        return words.empty() ? std::string(value) : words;
    }
    const auto clock = value.find('T');
    if (clock == std::string_view::npos) return words_for_day(value);
    const auto time = value.substr(clock + 1);
    const auto part = find(kDayParts, time);
    return words_for_day(value.substr(0, clock)) + " " + std::string(part.empty() ? time : part);
}

}  // namespace axray::report
