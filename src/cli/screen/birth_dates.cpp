#include "cli/screen/birth_dates.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "base/days.hpp"

namespace axray::cli {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"january",   "february", "march",    "april",
                                                      "may",       "june",     "july",     "august",
                                                      "september", "october",  "november", "december"};
constexpr std::size_t kMostParts = 8;

// A run of digits or of letters.
struct Part {
    std::string text;
    int number = -1;  // of digits
    char before = ' ';
};

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }
bool is_letter(char letter) { return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z'); }

std::vector<Part> parts_of(std::string_view text) {
    std::vector<Part> parts;
    char before = ' ';
    for (std::size_t at = 0; at < text.size() && parts.size() < kMostParts;) {
        const auto begin = at;
        const auto run = [&](bool (*belongs)(char)) {
            while (at < text.size() && belongs(text[at])) ++at;
            return std::string(text.substr(begin, at - begin));
        };
        Part part;
        part.before = before;
        if (is_digit(text[at])) {
            part.text = run(is_digit);
            if (part.text.size() <= 8)
                std::from_chars(part.text.data(), part.text.data() + part.text.size(), part.number);
        } else if (is_letter(text[at])) {
            part.text = run(is_letter);
            for (auto& letter : part.text) letter = letter < 'a' ? static_cast<char>(letter - 'A' + 'a') : letter;
        } else {
            before = text[at++];
            continue;
        }
        before = ' ';
        parts.push_back(std::move(part));
    }
    return parts;
}

// 1 to 12; 0 when the word is no month.
int month_of(const Part& part) {
    if (part.text.size() < 3 || part.number >= 0) return 0;
    for (std::size_t i = 0; i < kMonths.size(); ++i) {
        if (kMonths[i].starts_with(part.text) || (i == 8 && part.text == "sept")) return static_cast<int>(i) + 1;
    }
    return 0;
}

bool is_year(const Part& part) { return part.text.size() == 4 && part.number >= 1000; }

std::string padded(int number, std::size_t digits) {
    auto text = std::to_string(number);
    return std::string(digits - std::min(digits, text.size()), '0') + text;
}

std::string iso(int year, int month) { return padded(year, 4) + "-" + padded(month, 2); }

void add_day(std::vector<std::string>& births, base::Day day) {
    if (!base::is_day(day)) return;
    const auto text = iso(day.year, day.month) + "-" + padded(day.day, 2);
    if (std::find(births.begin(), births.end(), text) == births.end()) births.push_back(text);
}

// "T00:00:00" and " 00:00" behind a date.
bool is_time(const std::vector<Part>& parts, std::size_t from) {
    return from < parts.size() &&
           (parts[from].text == "t" || (from + 1 < parts.size() && parts[from + 1].before == ':'));
}

std::vector<std::string> one_birth(std::string_view text) {
    auto parts = parts_of(text);
    for (const std::size_t end : {std::size_t{1}, std::size_t{3}}) {
        if (is_time(parts, end)) parts.resize(end);
    }
    std::vector<std::string> births;
    const auto count = parts.size();
    if (count == 1) {
        if (is_year(parts[0])) return {parts[0].text};
        const int all = parts[0].number;
        if (parts[0].text.size() == 8 && all > 0) add_day(births, {all / 10000, all / 100 % 100, all % 100});
        return births;
    }
    if (count == 2) {
        const auto year = is_year(parts[0]) ? 0U : 1U;
        const auto& other = parts[1 - year];
        const int month = other.number >= 0 ? other.number : month_of(other);
        if (is_year(parts[year]) && month >= 1 && month <= 12) births.push_back(iso(parts[year].number, month));
        return births;
    }
    if (count != 3) return births;
    const int first = parts[0].number;
    const int second = parts[1].number;
    const int third = parts[2].number;
    if (is_year(parts[0])) {
        add_day(births, {first, second >= 0 ? second : month_of(parts[1]), third});
    } else if (is_year(parts[2]) && month_of(parts[1]) > 0) {
        add_day(births, {third, month_of(parts[1]), first});
    } else if (is_year(parts[2]) && month_of(parts[0]) > 0) {
        add_day(births, {third, month_of(parts[0]), second});
    } else if (is_year(parts[2])) {
        add_day(births, {third, second, first});
        if (parts[1].before != '.') add_day(births, {third, first, second});
    }
    return births;
}

}  // namespace

std::vector<std::string> iso_births(std::string_view text) {
    std::vector<std::string> births;
    for (std::size_t at = 0; at <= text.size();) {
        const auto end = std::min(text.find_first_of(";|", at), text.size());
        const auto part = text.substr(at, end - at);
        at = end + 1;
        if (part.find_first_not_of(" \t") == std::string_view::npos) continue;
        auto found = one_birth(part);
        if (found.empty()) return {};
        births.insert(births.end(), found.begin(), found.end());
    }
    return births;
}

}  // namespace axray::cli
