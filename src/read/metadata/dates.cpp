#include "read/metadata/dates.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstdio>
#include <optional>
#include <string_view>
#include <utility>

#include <unicode/uchar.h>

#include "base/utf8.hpp"
#include "read/characters/ascii.hpp"
#include "read/metadata/folded_name.hpp"

namespace axray::read {
namespace {

constexpr int kWeekday = 13;  // in the table, in place of the month

struct MonthName {
    std::uint64_t hash;
    int month;
    std::string_view language;
};
#include <month_names.inc>  // made by axray_make_month_names

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2199;
constexpr int kBuddhistYears = 543;

using MonthNames = std::pair<const MonthName*, const MonthName*>;

MonthNames rows_of_word(std::string_view word) {
    return std::equal_range(std::begin(kMonthNames), std::end(kMonthNames), MonthName{fold_name(word).hash, 0, {}},
                            [](const MonthName& left, const MonthName& right) { return left.hash < right.hash; });
}

// 0 when the word is no month. A name that means two months in two languages counts in the page's language only.
int month_of_word(std::string_view word, std::string_view language) {
    const auto [first, last] = rows_of_word(word);
    if (first == last) return 0;
    const std::string_view wanted = language.substr(0, language.find('-'));
    const MonthName* english = nullptr;
    bool unanimous = true;
    for (const MonthName* row = first; row != last; ++row) {
        if (row->month == kWeekday) return 0;
        if (row->language == wanted) return row->month;
        if (row->language == "en") english = row;
        unanimous = unanimous && row->month == first->month;
    }
    if (english != nullptr) return english->month;
    return unanimous ? first->month : 0;
}

bool is_month_first(std::string_view language) {
    return std::find(std::begin(kMonthFirst), std::end(kMonthFirst), language) != std::end(kMonthFirst);
}

enum class TokenKind : std::uint8_t { number, word, mark };

struct Token {
    TokenKind kind = TokenKind::mark;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t digits = 0;
    std::int64_t value = 0;   // of a number
    bool after_blank = true;  // white space or nothing before it
};

// Numbers, words and marks; ideographs are words of their own. At most kMostTokens.
class Tokens {
public:
    explicit Tokens(std::string_view text) : text_(text) {
        while (at_ < text.size() && list_.size() < kMostTokens) step();
    }
    const std::vector<Token>& list() const { return list_; }

private:
    static constexpr std::size_t kMostTokens = 4000;
    static constexpr std::uint32_t kMostDigits = 15;

    void step() {
        const base::DecodedCodePoint point = base::decode_utf8(text_, at_);
        const auto character = static_cast<UChar32>(point.value);
        if (u_isUWhiteSpace(character)) {
            blank_ = true;
            at_ += point.size;
            return;
        }
        Token token;
        token.begin = static_cast<std::uint32_t>(at_);
        token.after_blank = std::exchange(blank_, false);
        if (u_isdigit(character)) {
            token.kind = TokenKind::number;
            read_number(token);
        } else if (u_isalpha(character)) {
            token.kind = TokenKind::word;
            read_word(u_hasBinaryProperty(character, UCHAR_IDEOGRAPHIC) != 0);
        } else {
            at_ += point.size;
        }
        token.end = static_cast<std::uint32_t>(at_);
        list_.push_back(token);
    }
    void read_number(Token& token) {
        while (at_ < text_.size()) {
            const base::DecodedCodePoint point = base::decode_utf8(text_, at_);
            const auto digit = u_charDigitValue(static_cast<UChar32>(point.value));
            if (digit < 0 || !u_isdigit(static_cast<UChar32>(point.value))) return;
            if (++token.digits <= kMostDigits) token.value = 10 * token.value + digit;
            at_ += point.size;
        }
    }
    void read_word(bool ideograph) {
        while (at_ < text_.size()) {
            const base::DecodedCodePoint point = base::decode_utf8(text_, at_);
            const auto character = static_cast<UChar32>(point.value);
            const auto type = u_charType(character);
            if (!u_isalpha(character) && type != U_NON_SPACING_MARK && type != U_COMBINING_SPACING_MARK) return;
            at_ += point.size;
            if (ideograph) return;
        }
    }

    std::string_view text_;
    std::size_t at_ = 0;
    bool blank_ = true;
    std::vector<Token> list_;
};

// Reads dates out of tokens, one after another.
class DateReader {
public:
    DateReader(std::string_view text, const DateHints& hints) : text_(text), hints_(hints), tokens_(text) {}

    std::vector<FoundDate> read(std::size_t limit) {
        std::vector<FoundDate> found;
        for (std::size_t i = 0; i < tokens_.list().size() && found.size() < limit; ++i) {
            std::size_t next = 0;
            std::optional<FoundDate> date = read_at(i, next);
            if (!date) continue;
            date->place = {tokens_.list()[i].begin, tokens_.list()[next - 1].end};
            read_time(*date, next);
            found.push_back(*std::move(date));
            i = next - 1;
        }
        return found;
    }

private:
    const Token* token(std::size_t i) const { return i < tokens_.list().size() ? &tokens_.list()[i] : nullptr; }
    std::string_view word(std::size_t i) const {
        const Token& found = tokens_.list()[i];
        return text_.substr(found.begin, found.end - found.begin);
    }
    bool is_word(std::size_t i, std::string_view wanted) const {
        return token(i) != nullptr && token(i)->kind == TokenKind::word && word(i) == wanted;
    }
    char mark(std::size_t i) const {
        return token(i) != nullptr && token(i)->kind == TokenKind::mark ? text_[tokens_.list()[i].begin] : '\0';
    }
    // A number of one or two digits, or -1.
    int small(std::size_t i) const {
        const Token* found = token(i);
        const bool fits = found != nullptr && found->kind == TokenKind::number && found->digits <= 2;
        return fits ? static_cast<int>(found->value) : -1;
    }
    // A year of four digits, or 0.
    int year(std::size_t i) const {
        const Token* found = token(i);
        if (found == nullptr || found->kind != TokenKind::number || found->digits != 4) return 0;
        auto value = static_cast<int>(found->value);
        if (hints_.language.substr(0, 2) == "th" && value > kLastYear) value -= kBuddhistYears;
        return value >= kFirstYear && value <= kLastYear ? value : 0;
    }
    int month(std::size_t i) const {
        const Token* found = token(i);
        return found != nullptr && found->kind == TokenKind::word ? month_of_word(word(i), hints_.language) : 0;
    }

    static std::optional<FoundDate> made(Day day, bool ambiguous = false) {
        if (!is_day(day)) return std::nullopt;
        FoundDate date;
        date.day = day;
        date.ambiguous = ambiguous;
        return date;
    }

    std::optional<FoundDate> read_at(std::size_t i, std::size_t& next) const {
        const Token& first = tokens_.list()[i];
        const bool glued = i > 0 && !first.after_blank && tokens_.list()[i - 1].kind == TokenKind::number;
        if (first.kind == TokenKind::word) return month_day_year(i, next);
        if (first.kind != TokenKind::number || glued) return std::nullopt;
        if (year(i) != 0) return year_first(i, next);
        if (first.digits == 8) return compact(i, next);
        if (auto date = day_month_year(i, next)) return date;
        return numeric(i, next);
    }

    std::optional<FoundDate> compact(std::size_t i, std::size_t& next) const {
        const std::int64_t value = tokens_.list()[i].value;
        const Day day{static_cast<int>(value / 10'000), static_cast<int>(value / 100 % 100),
                      static_cast<int>(value % 100)};
        if (day.year < kFirstYear || day.year > kLastYear) return std::nullopt;
        next = i + 1;
        return made(day);
    }

    // "2024-03-25", "2024/3/25", "2024. 03. 25.", "2024 m. kovo 25 d.", and with the signs of East Asia.
    std::optional<FoundDate> year_first(std::size_t i, std::size_t& next) const {
        std::size_t at = i + 1;
        const std::size_t limit = std::min(i + 5, tokens_.list().size());
        const char separator = mark(at);
        if (separator == '-' || separator == '/' || separator == '.') {
            const int month_number = small(at + 1);
            if (month_number > 0 && mark(at + 2) == separator && small(at + 3) > 0) {
                next = at + 4;
                return made({year(i), month_number, small(at + 3)});
            }
        }
        if (is_east_asian_sign(at, "\xE5\xB9\xB4", "\xEB\x85\x84")) return east_asian(i, next);
        for (; at < limit; ++at) {
            const int named = month(at);
            if (named == 0) {
                if (token(at)->kind == TokenKind::number) break;
                continue;
            }
            const std::size_t day = mark(at + 1) != '\0' ? at + 2 : at + 1;
            if (small(day) > 0) {
                next = day + 1;
                return made({year(i), named, small(day)});
            }
        }
        return std::nullopt;
    }
    bool is_east_asian_sign(std::size_t i, std::string_view chinese, std::string_view korean) const {
        const Token* found = token(i);
        return found != nullptr && found->kind == TokenKind::word &&
               (word(i) == chinese || word(i).substr(0, korean.size()) == korean);
    }
    std::optional<FoundDate> east_asian(std::size_t i, std::size_t& next) const {
        if (small(i + 2) <= 0 || !is_east_asian_sign(i + 3, "\xE6\x9C\x88", "\xEC\x9B\x94") || small(i + 4) <= 0)
            return std::nullopt;
        if (!is_east_asian_sign(i + 5, "\xE6\x97\xA5", "\xEC\x9D\xBC")) return std::nullopt;
        next = i + 6;
        return made({year(i), small(i + 2), small(i + 4)});
    }

    // "25 March 2024", "25. M\u00e4rz 2024", "25 de marzo de 2024", "25-Mar-2024", "25th of March, 2024".
    std::optional<FoundDate> day_month_year(std::size_t i, std::size_t& next) const {
        constexpr std::size_t kBetween = 2;  // points, ordinals, "of"
        const int day = small(i);
        if (day < 1 || day > 31) return std::nullopt;
        for (std::size_t at = i + 1; at <= i + 1 + kBetween && at < tokens_.list().size(); ++at) {
            if (tokens_.list()[at].kind == TokenKind::number) return vietnamese(i, at, next);
            const int named = month(at);
            if (named == 0) continue;
            return with_year({0, named, day}, at + 1, next);
        }
        return std::nullopt;
    }
    std::optional<FoundDate> vietnamese(std::size_t day, std::size_t at, std::size_t& next) const {
        if (!is_word(at - 1, "th\xC3\xA1ng") && !is_word(at - 1, "Th\xC3\xA1ng")) return std::nullopt;
        return with_year({0, small(at), small(day)}, at + 1, next);
    }
    // The year within the next few tokens: after a comma, "de", a point.
    std::optional<FoundDate> with_year(Day day, std::size_t at, std::size_t& next) const {
        constexpr std::size_t kBetween = 2;
        for (std::size_t i = at; i <= at + kBetween && i < tokens_.list().size(); ++i) {
            if (tokens_.list()[i].kind != TokenKind::number) continue;
            const int short_year = small(i);
            const bool quoted = short_year >= 0 && tokens_.list()[i].digits == 2 && (mark(i - 1) == '-' && i == at + 1);
            day.year = quoted ? 2000 + short_year : year(i);
            if (day.year == 0) return std::nullopt;
            next = i + 1;
            return made(day);
        }
        return std::nullopt;
    }

    // "March 25, 2024", "Mar. 25th 2024", "Mon Mar 25 14:30:00 UTC 2024".
    std::optional<FoundDate> month_day_year(std::size_t i, std::size_t& next) const {
        const int named = month(i);
        if (named == 0) return std::nullopt;
        const std::size_t at = mark(i + 1) != '\0' ? i + 2 : i + 1;
        const int day = small(at);
        if (day < 1 || day > 31) return std::nullopt;
        if (mark(at + 2) == ':' && small(at + 1) >= 0) {
            for (std::size_t after = at + 3; after < at + 9 && after < tokens_.list().size(); ++after) {
                if (year(after) == 0) continue;
                next = after + 1;
                return made({year(after), named, day});
            }
            return std::nullopt;
        }
        return with_year({0, named, day}, at + 1, next);
    }

    // "25.03.2024", "3/25/2024", "25/03/24": the order is the language's, unless only one makes a day.
    std::optional<FoundDate> numeric(std::size_t i, std::size_t& next) const {
        const char separator = mark(i + 1);
        if (separator != '.' && separator != '/' && separator != '-') return std::nullopt;
        const int first = small(i);
        const int second = small(i + 2);
        if (first < 1 || second < 1 || mark(i + 3) != separator) return std::nullopt;
        int of_year = year(i + 4);
        const bool two_digits = small(i + 4) >= 0 && tokens_.list()[i + 4].digits == 2;
        if (of_year == 0 && two_digits && separator != '-') of_year = 2000 + small(i + 4);
        if (of_year == 0 || mark(i + 5) == separator) {
            const bool goes_on = mark(i + 5) == separator && token(i + 6) != nullptr && !token(i + 6)->after_blank;
            if (of_year == 0 || goes_on) return std::nullopt;
        }
        next = i + 5;
        const Day day_first{of_year, second, first};
        const Day month_first{of_year, first, second};
        if (!is_day(day_first)) return made(month_first);
        if (!is_day(month_first) || first == second || separator == '.') return made(day_first);
        return made(is_month_first(hints_.language) ? month_first : day_first, !hints_.order_known);
    }

    // "T14:30:05.123+01:00", " 14:30 GMT" straight after the date.
    void read_time(FoundDate& date, std::size_t i) const {
        if (is_word(i, "T") || mark(i) == ',') ++i;
        if (token(i) == nullptr || small(i) < 0 || small(i) > 23 || mark(i + 1) != ':' || small(i + 2) < 0 ||
            small(i + 2) > 59)
            return;
        std::array<char, 16> buffer{};
        int hour = small(i);
        const int minute = small(i + 2);
        std::size_t at = i + 3;
        int second = -1;
        if (mark(at) == ':' && small(at + 1) >= 0 && small(at + 1) <= 60) {
            second = small(at + 1);
            at += 2;
            if (mark(at) == '.' && token(at + 1) != nullptr && token(at + 1)->kind == TokenKind::number) at += 2;
        }
        if (const int half = half_of_day(at); half >= 0) {
            if (hour < 1 || hour > 12) return;
            hour = hour % 12 + 12 * half;
            ++at;
        }
        if (second >= 0)
            std::snprintf(buffer.data(), buffer.size(), "%02d:%02d:%02d", hour, minute, second);
        else
            std::snprintf(buffer.data(), buffer.size(), "%02d:%02d", hour, minute);
        date.time = buffer.data();
        date.zone = zone_at(at);
    }
    int half_of_day(std::size_t i) const {
        if (token(i) == nullptr || token(i)->kind != TokenKind::word) return -1;
        const std::string lower = lower_ascii(word(i));
        if (lower == "am") return 0;
        return lower == "pm" ? 1 : -1;
    }
    // "Z", "+0100", "+01:00", and the names of RFC 822.
    std::string zone_at(std::size_t i) const {
        struct Zone {
            std::string_view name;
            std::string_view offset;
        };
        constexpr std::array kZones{
            Zone{"Z", "Z"},        Zone{"UTC", "Z"},      Zone{"GMT", "Z"},      Zone{"UT", "Z"},
            Zone{"EST", "-05:00"}, Zone{"EDT", "-04:00"}, Zone{"CST", "-06:00"}, Zone{"CDT", "-05:00"},
            Zone{"MST", "-07:00"}, Zone{"MDT", "-06:00"}, Zone{"PST", "-08:00"}, Zone{"PDT", "-07:00"},
        };
        for (const Zone& zone : kZones) {
            if (is_word(i, zone.name)) return std::string(zone.offset);
        }
        const char sign = mark(i);
        const Token* number = token(i + 1);
        if ((sign != '+' && sign != '-') || number == nullptr || number->kind != TokenKind::number) return {};
        std::int64_t hours = number->value;
        std::int64_t minutes = 0;
        if (number->digits == 4) {
            hours = number->value / 100;
            minutes = number->value % 100;
        } else if (number->digits != 2) {
            return {};
        } else if (mark(i + 2) == ':' && small(i + 3) >= 0) {
            minutes = small(i + 3);
        }
        if (hours > 14 || minutes > 59) return {};
        std::array<char, 16> buffer{};
        std::snprintf(buffer.data(), buffer.size(), "%c%02d:%02d", sign, static_cast<int>(hours),
                      static_cast<int>(minutes));
        return buffer.data();
    }

    std::string_view text_;
    const DateHints& hints_;
    Tokens tokens_;
};

// Seconds or milliseconds since 1970, of the years 1990 to 2100.
std::optional<FoundDate> seconds_since_1970(std::string_view text) {
    constexpr std::int64_t kDay = 86'400;
    if ((text.size() != 9 && text.size() != 10 && text.size() != 13) ||
        !std::all_of(text.begin(), text.end(), [](char character) { return is_ascii_digit(character); }))
        return std::nullopt;
    std::int64_t seconds = 0;
    for (const char character : text.substr(0, text.size() == 13 ? 10 : text.size()))
        seconds = 10 * seconds + (character - '0');
    FoundDate date;
    date.day = day_of_number(seconds / kDay);
    if (date.day.year < 1990 || date.day.year > 2100) return std::nullopt;
    std::array<char, 16> buffer{};
    const auto rest = static_cast<int>(seconds % kDay);
    std::snprintf(buffer.data(), buffer.size(), "%02d:%02d:%02d", rest / 3600, rest / 60 % 60, rest % 60);
    date.time = buffer.data();
    date.zone = "Z";
    date.place = {0, static_cast<std::uint32_t>(text.size())};
    return date;
}

// Minutes since 1970 in universal time, when the date has a time and a zone ("Z", "+02:00", "+0200").
std::optional<std::int64_t> minute_of(const FoundDate& date) {
    if (date.time.size() < 5 || date.zone.empty()) return std::nullopt;
    const auto number = [](std::string_view text) {
        int value = 0;
        std::from_chars(text.data(), text.data() + text.size(), value);
        return value;
    };
    const std::string_view time(date.time);
    std::int64_t minute = day_number(date.day) * 1440 + number(time.substr(0, 2)) * 60 + number(time.substr(3, 2));
    const std::string_view zone(date.zone);
    if (zone.size() >= 5 && (zone[0] == '+' || zone[0] == '-')) {
        const int ahead = number(zone.substr(1, 2)) * 60 + number(zone.substr(zone.size() - 2));
        minute -= zone[0] == '+' ? ahead : -ahead;
    }
    return minute;
}

}  // namespace

bool is_after(const FoundDate& date, const FoundDate& moment) {
    const auto minute = minute_of(date);
    const auto last = minute_of(moment);
    return minute && last ? *minute > *last : day_number(date.day) > day_number(moment.day);
}

std::string FoundDate::iso() const {
    std::array<char, 32> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%04d-%02d-%02d", day.year, day.month, day.day);
    std::string text = buffer.data();
    if (!time.empty()) text += "T" + time + zone;
    return text;
}

std::optional<FoundDate> read_date_value(std::string_view text, const DateHints& hints) {
    constexpr std::size_t kLongest = 200;
    constexpr std::size_t kMostDates = 2;
    if (text.size() > kLongest) return std::nullopt;
    if (auto date = seconds_since_1970(trim_ascii(text))) return date;
    std::vector<FoundDate> dates = DateReader(text, hints).read(kMostDates);
    if (dates.empty() || (dates.size() > 1 && dates[0].day != dates[1].day)) return std::nullopt;
    return std::move(dates.front());
}

std::vector<FoundDate> find_dates(std::string_view text, const DateHints& hints, std::size_t limit) {
    return DateReader(text, hints).read(limit);
}

bool is_calendar_word(std::string_view word) {
    const auto [first, last] = rows_of_word(word);
    return first != last;
}

std::optional<FoundDate> date_in_address(std::string_view address) {
    constexpr std::size_t kLongest = 2000;
    const DateHints none;
    std::vector<FoundDate> dates = DateReader(address.substr(0, kLongest), none).read(1);
    if (dates.empty()) return std::nullopt;
    dates.front().time.clear();
    dates.front().zone.clear();
    return std::move(dates.front());
}

}  // namespace axray::read
