#include "fetch/headers.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace axray::fetch {
namespace {

constexpr std::int64_t kLongestAge = 1LL << 31U;  // seconds; RFC 9111 has larger numbers mean this

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\0'; }

std::string lower(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), [](char c) { return lower(c); });
    return result;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    return text;
}

std::string unquoted(std::string_view text) {
    if (text.size() >= 2 && text.front() == '"' && text.back() == '"') text = text.substr(1, text.size() - 2);
    return std::string(text);
}

// The parts of a value between `separator`s that do not stand in quotation marks.
std::vector<std::string_view> parts_of(std::string_view value, char separator) {
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    bool quoted = false;
    for (std::size_t i = 0; i <= value.size(); ++i) {
        if (i < value.size() && value[i] == '"') quoted = !quoted;
        if (i < value.size() && (quoted || value[i] != separator)) continue;
        parts.push_back(trimmed(value.substr(begin, i - begin)));
        begin = i + 1;
    }
    return parts;
}

// A number of seconds, capped; nothing when there is anything but digits.
std::optional<std::int64_t> parse_seconds(std::string_view text) {
    if (text.empty() || !std::all_of(text.begin(), text.end(), is_digit)) return std::nullopt;
    std::int64_t number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    return fault == std::errc() ? std::min(number, kLongestAge) : kLongestAge;
}

std::optional<unsigned> month_of(std::string_view name) {
    static constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                                 "jul", "aug", "sep", "oct", "nov", "dec"};
    const auto place = std::find(kMonths.begin(), kMonths.end(), lower(name));
    if (place == kMonths.end()) return std::nullopt;
    return static_cast<unsigned>(place - kMonths.begin()) + 1;
}

// Words of a date: "Sun, 06-Nov-94 08:49:37 GMT" gives Sun 06 Nov 94 08 49 37 GMT.
std::vector<std::string_view> words_of_date(std::string_view text) {
    constexpr std::size_t kMostWords = 10;
    std::vector<std::string_view> words;
    for (std::size_t begin = 0; begin < text.size() && words.size() < kMostWords;) {
        const std::size_t end = std::min(text.find_first_of(" ,-:\t", begin), text.size());
        if (end > begin) words.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return words;
}

struct DateWords {
    std::string_view day, month, year, hour, minute, second;
};

std::optional<DateWords> order_of(const std::vector<std::string_view>& words) {
    if (words.size() == 8) return DateWords{words[1], words[2], words[3], words[4], words[5], words[6]};
    if (words.size() == 7) return DateWords{words[2], words[1], words[6], words[3], words[4], words[5]};  // asctime
    return std::nullopt;
}

std::int64_t full_year(std::int64_t year, std::size_t digits) {
    if (digits > 2) return year;
    return year < 70 ? 2000 + year : 1900 + year;
}

}  // namespace

bool equal_without_case(std::string_view left, std::string_view right) {
    return left.size() == right.size() &&
           std::equal(left.begin(), left.end(), right.begin(), [](char a, char b) { return lower(a) == lower(b); });
}

Headers parse_header_lines(std::string_view lines) {
    Headers headers;
    for (std::size_t begin = 0; begin < lines.size();) {
        const std::size_t end = std::min(lines.find('\n', begin), lines.size());
        const auto line = lines.substr(begin, end - begin);
        begin = end + 1;
        if (!line.empty() && (line.front() == ' ' || line.front() == '\t') && !headers.empty()) {
            headers.back().value += " " + std::string(trimmed(line));
            continue;
        }
        const std::size_t colon = line.find(':');
        const auto name = trimmed(line.substr(0, std::min(colon, line.size())));
        if (colon == std::string_view::npos || name.empty()) continue;
        headers.push_back({std::string(name), std::string(trimmed(line.substr(colon + 1)))});
    }
    return headers;
}

std::optional<std::string> first_value(const Headers& headers, std::string_view name) {
    for (const auto& header : headers) {
        if (equal_without_case(header.name, name)) return header.value;
    }
    return std::nullopt;
}

std::string joined_values(const Headers& headers, std::string_view name) {
    std::string joined;
    for (const auto& header : headers) {
        if (equal_without_case(header.name, name)) joined += (joined.empty() ? "" : ", ") + header.value;
    }
    return joined;
}

ContentType parse_content_type(std::string_view value) {
    const auto parts = parts_of(value, ';');
    ContentType type;
    type.media_type = lower(parts.front());
    for (std::size_t i = 1; i < parts.size(); ++i) {
        const std::size_t equals = parts[i].find('=');
        if (equals == std::string_view::npos) continue;
        if (!equal_without_case(trimmed(parts[i].substr(0, equals)), "charset")) continue;
        if (type.charset.empty()) type.charset = lower(unquoted(trimmed(parts[i].substr(equals + 1))));
    }
    return type;
}

bool is_readable_type(std::string_view media_type) {
    const auto ends_with = [&](std::string_view end) {
        return media_type.size() > end.size() && media_type.substr(media_type.size() - end.size()) == end;
    };
    if (media_type.empty()) return true;
    if (media_type == "text/css" || media_type == "text/javascript") return false;
    if (media_type.substr(0, 5) == "text/") return true;
    static constexpr std::string_view kApplications[] = {"application/pdf", "application/x-pdf", "application/xml",
                                                         "application/json"};
    return std::find(std::begin(kApplications), std::end(kApplications), media_type) != std::end(kApplications) ||
           (media_type.substr(0, 12) == "application/" && (ends_with("+xml") || ends_with("+json")));
}

std::optional<Seconds> parse_http_date(std::string_view text) {
    const auto words = order_of(words_of_date(trimmed(text)));
    if (!words) return std::nullopt;
    const auto month = month_of(words->month);
    const auto day = parse_seconds(words->day);
    const auto year = parse_seconds(words->year);
    const auto hour = parse_seconds(words->hour);
    const auto minute = parse_seconds(words->minute);
    const auto second = parse_seconds(words->second);
    if (!month || !day || !year || !hour || !minute || !second) return std::nullopt;
    if (*day > 31 || *year > 9999 || *hour > 23 || *minute > 59 || *second > 60) return std::nullopt;
    const std::chrono::year_month_day date(std::chrono::year(static_cast<int>(full_year(*year, words->year.size()))),
                                           std::chrono::month(*month), std::chrono::day(static_cast<unsigned>(*day)));
    if (!date.ok()) return std::nullopt;
    return std::chrono::sys_days(date) + std::chrono::seconds((*hour * 60 + *minute) * 60 + *second);
}

std::optional<std::int64_t> parse_retry_after(std::string_view text, Seconds now) {
    if (const auto seconds = parse_seconds(trimmed(text))) return seconds;
    const auto date = parse_http_date(text);
    if (!date) return std::nullopt;
    return std::max<std::int64_t>((*date - now).count(), 0);
}

CacheControl parse_cache_control(std::string_view value) {
    CacheControl control;
    for (const auto part : parts_of(value, ',')) {
        const std::size_t equals = std::min(part.find('='), part.size());
        const auto name = trimmed(part.substr(0, equals));
        if (equal_without_case(name, "no-cache")) control.no_cache = true;
        if (equal_without_case(name, "no-store")) control.no_store = true;
        if (!equal_without_case(name, "max-age") || equals == part.size()) continue;
        const auto age = parse_seconds(unquoted(trimmed(part.substr(equals + 1))));
        // Where two are given, or one that is no number, the answer is the older one: it is asked for again.
        control.max_age = std::min(control.max_age.value_or(kLongestAge), age.value_or(0));
    }
    return control;
}

bool is_fresh(const Headers& headers, Seconds received, Seconds now) {
    const auto control = parse_cache_control(joined_values(headers, "Cache-Control"));
    if (control.no_cache || control.no_store || joined_values(headers, "Vary").find('*') != std::string::npos) {
        return false;
    }
    const auto date = parse_http_date(first_value(headers, "Date").value_or("")).value_or(received);
    std::int64_t lifetime = 0;
    if (control.max_age) {
        lifetime = *control.max_age;
    } else if (const auto expires = first_value(headers, "Expires")) {
        const auto time = parse_http_date(*expires);
        if (!time) return false;  // "0" and the like mean: already expired
        lifetime = (*time - date).count();
    }
    const auto age_sent = parse_seconds(first_value(headers, "Age").value_or("")).value_or(0);
    const std::int64_t age_then = std::max<std::int64_t>((received - date).count(), age_sent);
    const std::int64_t resident = (now - received).count();
    return resident >= 0 && age_then + resident < lifetime;
}

}  // namespace axray::fetch
