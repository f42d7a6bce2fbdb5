#include "registers/import/printed_dates.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

#include "base/days.hpp"

namespace axray::registers {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"january",   "february", "march",    "april",
                                                      "may",       "june",     "july",     "august",
                                                      "september", "october",  "november", "december"};

struct Token {
    int number = -1;       // of at most four digits
    int month = 0;         // of a name of a month
    bool span = false;     // "to", "and", "-": may join two dates to a span of time
    bool between = false;  // "between", "from"
    std::size_t digits = 0;
    char before = ' ';  // the character between it and the token before
};

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }
bool is_letter(char letter) { return std::isalpha(static_cast<unsigned char>(letter)) != 0 && (letter & 0x80) == 0; }

int month_of(std::string_view word) {
    if (word.size() < 3) return 0;
    for (std::size_t i = 0; i < kMonths.size(); ++i) {
        if (kMonths[i].starts_with(word) || (word == "sept" && i == 8)) return static_cast<int>(i) + 1;
    }
    return 0;
}

Token word_token(std::string_view word) {
    std::string lower(word);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return std::tolower(c); });
    Token token;
    token.month = month_of(lower);
    token.span = lower == "to" || lower == "and" || lower == "until";
    token.between = lower == "between" || lower == "from";
    return token;
}

std::vector<Token> tokens_of(std::string_view text) {
    std::vector<Token> tokens;
    char before = ' ';
    for (std::size_t i = 0; i < text.size();) {
        std::size_t end = i + 1;
        if (is_digit(text[i])) {
            while (end < text.size() && is_digit(text[end])) ++end;
            Token token;
            token.digits = end - i;
            token.before = before;
            if (token.digits <= 4) token.number = std::stoi(std::string(text.substr(i, end - i)));
            tokens.push_back(token);
            before = ' ';
            // "1st", "1970s": letters that belong to the number
            while (end < text.size() && is_letter(text[end]) && end - i < token.digits + 2) ++end;
            if (end < text.size() && is_letter(text[end])) end = i + token.digits;
        } else if (is_letter(text[i])) {
            while (end < text.size() && is_letter(text[end])) ++end;
            tokens.push_back(word_token(text.substr(i, end - i)));
            tokens.back().before = before;
            before = ' ';
        } else if (text.substr(i).starts_with("\u2013") || text.substr(i).starts_with("\u2014")) {
            before = '-';
            end = i + 3;
        } else if (text[i] != ' ' || before == ',') {
            before = text[i];
        }
        i = end;
    }
    return tokens;
}

struct FoundDate {
    base::Day day;  // month and day 0 when they are not told
    std::size_t tokens = 0;
};

// Lists print years of other calendars too, 1343 and 1402, which are none of ours.
bool is_year(const Token& token) { return token.digits == 4 && token.number >= 1600; }
bool is_small(const Token& token, int limit) { return token.digits >= 1 && token.digits <= 2 && token.number <= limit; }
bool joined(const Token& token) { return token.before == '.' || token.before == '/' || token.before == '-'; }

// A date of the tokens that begin at `at`.
std::optional<FoundDate> date_at(const std::vector<Token>& tokens, std::size_t at, DayOrder order) {
    const auto token = [&](std::size_t i) { return at + i < tokens.size() ? tokens[at + i] : Token{}; };
    const Token first = token(0);
    const Token second = token(1);
    const Token third = token(2);
    if (is_year(first)) {
        if (joined(second) && is_small(second, 12)) {
            if (joined(third) && is_small(third, 31)) return FoundDate{{first.number, second.number, third.number}, 3};
            return FoundDate{{first.number, second.number, 0}, 2};
        }
        return FoundDate{{first.number, 0, 0}, 1};
    }
    if (first.month > 0) {
        if (is_small(second, 31) && is_year(third)) return FoundDate{{third.number, first.month, second.number}, 3};
        if (is_year(second)) return FoundDate{{second.number, first.month, 0}, 2};
        return std::nullopt;
    }
    if (!is_small(first, 31)) return std::nullopt;
    if (second.month > 0 && is_year(third)) return FoundDate{{third.number, second.month, first.number}, 3};
    if (is_small(second, 31) && joined(second) && joined(third) && is_year(third)) {
        const bool swap = second.number > 12 || (order == DayOrder::month_first && first.number <= 12);
        const int month = swap ? first.number : second.number;
        return FoundDate{{third.number, month, swap ? second.number : first.number}, 3};
    }
    if (is_small(second, 31) && joined(second) && joined(third) && third.digits == 2) {
        // "13.07.23": years of two digits as POSIX reads them.
        const bool swap = second.number > 12 || (order == DayOrder::month_first && first.number <= 12);
        const int year = third.number + (third.number < 69 ? 2000 : 1900);
        return FoundDate{{year, swap ? first.number : second.number, swap ? second.number : first.number}, 3};
    }
    if (is_small(first, 12) && joined(second) && is_year(second)) {
        return FoundDate{{second.number, first.number, 0}, 2};
    }
    return std::nullopt;
}

std::string padded(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string printed_iso(base::Day day) {
    std::string text = std::to_string(day.year);
    if (day.month < 1 || day.month > 12) return text;
    text += "-" + padded(day.month);
    return base::is_day(day) ? text + "-" + padded(day.day) : text;
}

}  // namespace

std::vector<std::string> iso_dates(std::string_view printed, DayOrder order) {
    const auto tokens = tokens_of(printed);
    std::vector<std::string> dates;
    bool between = false;
    bool span = false;  // the word before joins the date before to the next
    for (std::size_t i = 0; i < tokens.size();) {
        const auto found = date_at(tokens, i, order);
        if (!found) {
            between = between || tokens[i].between;
            span = tokens[i].span;
            ++i;
            continue;
        }
        const std::string date = printed_iso(found->day);
        const bool dash = found->day.month == 0 && tokens[i].before == '-';
        if (!dates.empty() && (span || dash) && dates.back().size() >= 4 &&
            dates.back().find('/') == std::string::npos && dates.back() < date) {
            dates.back() += "/" + date;
        } else {
            dates.push_back(date);
        }
        span = false;
        i += found->tokens;
    }
    return dates;
}

std::string iso_date(std::string_view printed, DayOrder order) {
    auto dates = iso_dates(printed, order);
    return dates.empty() ? std::string() : std::move(dates.front());
}

}  // namespace axray::registers
