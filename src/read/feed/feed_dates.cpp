#include "read/feed/feed_dates.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <vector>

#include <fmt/format.h>

#include "read/characters/ascii.hpp"
#include "read/metadata/dates.hpp"

namespace axray::read {
namespace {

struct Zone {
    std::string_view name;
    int minutes;  // east of Greenwich
};
constexpr Zone kZones[] = {
    {"gmt", 0},     {"ut", 0},      {"utc", 0},    {"z", 0},      {"wet", 0},    {"est", -300},
    {"edt", -240},  {"cdt", -300},  {"mst", -420}, {"mdt", -360}, {"pst", -480}, {"pdt", -420},
    {"akst", -540}, {"akdt", -480}, {"hst", -600}, {"cet", 60},   {"met", 60},   {"mez", 60},
    {"cest", 120},  {"mesz", 120},  {"eet", 120},  {"eest", 180}, {"msk", 180},  {"jst", 540},
    {"kst", 540},   {"hkt", 480},   {"sgt", 480},  {"aest", 600}, {"aedt", 660}, {"acst", 570},
    {"awst", 480},  {"nzst", 720},  {"nzdt", 780}, {"sast", 120}, {"west", 60},  {"cst", -360},
};
constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::array<std::string_view, 12> kMonthsInFull = {"january",   "february", "march",    "april",
                                                            "may",       "june",     "july",     "august",
                                                            "september", "october",  "november", "december"};

bool is_number(std::string_view word) {
    if (word.empty() || word.size() > 4) return false;
    for (const char character : word) {
        if (!is_ascii_digit(character)) return false;
    }
    return true;
}

int number_of(std::string_view word) {
    int value = 0;
    for (const char character : word) value = value * 10 + (character - '0');
    return value;
}

// 1 to 12; 0 for other words.
int month_of(std::string_view word) {
    if (word == "sept") return 9;
    for (std::size_t i = 0; i < kMonths.size(); ++i) {
        if (word == kMonths[i] || word == kMonthsInFull[i]) return static_cast<int>(i) + 1;
    }
    return 0;
}

// "+0200", "-05:30", "+2", "gmt+1", "est": minutes; "-0000" too, which says that nobody knows, is taken as 0.
std::optional<int> zone_of(std::string_view word) {
    for (const Zone& zone : kZones) {
        if (word == zone.name) return zone.minutes;
    }
    for (const std::string_view prefix : {"gmt", "utc"}) {
        if (word.starts_with(prefix)) word.remove_prefix(prefix.size());
    }
    if (word.size() < 2 || (word[0] != '+' && word[0] != '-')) return std::nullopt;
    std::string digits;
    for (const char character : word.substr(1)) {
        if (character == ':') continue;
        if (!is_ascii_digit(character)) return std::nullopt;
        digits.push_back(character);
    }
    if (digits.empty() || digits.size() > 4) return std::nullopt;
    const int value = number_of(digits);
    const int minutes = digits.size() <= 2 ? value * 60 : value / 100 * 60 + value % 100;
    if (minutes > 14 * 60) return std::nullopt;
    return word[0] == '-' ? -minutes : minutes;
}

struct Clock {
    int hour = 0;
    int minute = 0;
    int second = -1;  // not given
};

std::optional<Clock> clock_of(std::string_view word) {
    std::vector<int> parts;
    std::string_view rest = word.substr(0, word.find('.'));  // fractions of a second say nothing of a text
    while (true) {
        const std::size_t colon = std::min(rest.find(':'), rest.size());
        if (!is_number(rest.substr(0, colon)) || colon > 2) return std::nullopt;
        parts.push_back(number_of(rest.substr(0, colon)));
        if (colon == rest.size()) break;
        rest.remove_prefix(colon + 1);
    }
    if (parts.size() < 2 || parts.size() > 3) return std::nullopt;
    const Clock clock{parts[0], parts[1], parts.size() == 3 ? parts[2] : -1};
    if (clock.hour > 24 || clock.minute > 59 || clock.second > 60) return std::nullopt;
    if (clock.hour == 24 && (clock.minute > 0 || clock.second > 0)) return std::nullopt;
    return clock;
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    bool comment = false;
    for (const char character : text) {
        if (character == '(') comment = true;
        const bool gap = comment || is_ascii_blank(character) || character == ',';
        if (character == ')') comment = false;
        if (!gap) {
            word.push_back(lower_ascii(character));
        } else if (!word.empty()) {
            words.push_back(word);
            word.clear();
        }
    }
    if (!word.empty()) words.push_back(std::move(word));
    return words;
}

// A date of RFC 822, word by word in any order, as long as each part is there once.
struct MailDate {
    Day day;
    std::optional<Clock> clock;
    std::optional<int> zone;
    bool afternoon = false;
    bool morning = false;
};

int full_year(int year, std::size_t digits) {
    if (digits == 2) return year < 50 ? 2000 + year : 1900 + year;  // RFC 2822
    return digits == 3 ? 1900 + year : year;
}

std::optional<MailDate> read_mail_date(std::string_view text) {
    MailDate date;
    std::vector<std::string> words;
    for (std::string& word : words_of(text)) {
        // "02-Jan-2006" is three words.
        if (word.size() > 6 && is_ascii_digit(word.front()) && is_ascii_digit(word.back())) {
            const std::size_t first = word.find('-');
            const std::size_t second = first == std::string::npos ? first : word.find('-', first + 1);
            if (second != std::string::npos && month_of(word.substr(first + 1, second - first - 1)) > 0) {
                words.push_back(word.substr(0, first));
                words.push_back(word.substr(first + 1, second - first - 1));
                words.push_back(word.substr(second + 1));
                continue;
            }
        }
        words.push_back(std::move(word));
    }
    for (const std::string& word : words) {
        if (word.find(':') != std::string::npos && is_ascii_digit(word.front()) && !date.clock) {
            date.clock = clock_of(word);
            if (!date.clock) return std::nullopt;
        } else if (date.day.month == 0 && month_of(word) > 0) {
            date.day.month = month_of(word);
        } else if (is_number(word) && date.day.day == 0 && word.size() <= 2) {
            date.day.day = number_of(word);
        } else if (is_number(word) && date.day.year == 0 && word.size() >= 2) {
            date.day.year = full_year(number_of(word), word.size());
        } else if (word == "pm" || word == "am") {
            (word == "pm" ? date.afternoon : date.morning) = true;
        } else if (date.clock && !date.zone) {
            date.zone = zone_of(word);
        }
    }
    return is_day(date.day) ? std::optional(date) : std::nullopt;
}

std::string iso_of(MailDate date) {
    if (!date.clock) return fmt::format("{:04}-{:02}-{:02}", date.day.year, date.day.month, date.day.day);
    Clock clock = *date.clock;
    if (date.afternoon && clock.hour < 12) clock.hour += 12;
    if (date.morning && clock.hour == 12) clock.hour = 0;
    if (clock.hour == 24) {
        clock.hour = 0;
        date.day = day_of_number(day_number(date.day) + 1);
    }
    std::string iso = fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}", date.day.year, date.day.month, date.day.day,
                                  clock.hour, clock.minute);
    if (clock.second >= 0) iso += fmt::format(":{:02}", clock.second);
    if (!date.zone) return iso;
    if (*date.zone == 0) return iso + "Z";
    return iso + fmt::format("{}{:02}:{:02}", *date.zone < 0 ? '-' : '+', std::abs(*date.zone) / 60,
                             std::abs(*date.zone) % 60);
}

// "20060102T150405Z" with the marks that read_date_value asks for.
std::string with_marks(std::string_view text) {
    const std::size_t time = text.find_first_of("Tt");
    const bool compact = time == 8 && text.size() >= 13 && text.find(':') == std::string_view::npos &&
                         is_number(text.substr(0, 4)) && is_number(text.substr(4, 4)) && is_number(text.substr(9, 4));
    if (!compact) return std::string(text);
    std::string marked = fmt::format("{}-{}-{}T{}:{}", text.substr(0, 4), text.substr(4, 2), text.substr(6, 2),
                                     text.substr(9, 2), text.substr(11, 2));
    std::string_view rest = text.substr(13);
    if (rest.size() >= 2 && is_number(rest.substr(0, 2))) {
        marked += fmt::format(":{}", rest.substr(0, 2));
        rest.remove_prefix(2);
    }
    return marked + std::string(rest);
}

}  // namespace

std::string feed_date(std::string_view text) {
    constexpr std::size_t kLongest = 100;
    text = trim_ascii(text);
    if (text.empty() || text.size() > kLongest) return {};
    if (const auto date = read_mail_date(text)) return iso_of(*date);
    const auto date = read_date_value(with_marks(text), {});
    if (!date || date->ambiguous) return {};
    std::string iso = date->iso();
    if (iso.ends_with("+00:00") || iso.ends_with("-00:00")) iso.replace(iso.size() - 6, 6, "Z");
    return iso;
}

bool is_after(std::string_view date, std::string_view now) {
    const auto left = read_date_value(date, {});
    const auto right = read_date_value(now, {});
    return left && right && day_number(left->day) > day_number(right->day) + 1;
}

}  // namespace axray::read
