#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "language/quantities/number_cursor.hpp"

namespace axray::language {
namespace {

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

bool equals_ignoring_case(std::string_view left, std::string_view lower) {
    return left.size() == lower.size() && std::equal(left.begin(), left.end(), lower.begin(), [](char one, char other) {
               return static_cast<char>(one | 0x20) == other;
           });
}

// What letters right after digits multiply by, as a power of ten; 0 when they are a unit.
unsigned exponent_of(std::string_view letters, double value) {
    if (letters == "m" || letters == "M" || letters == "MM" || equals_ignoring_case(letters, "mn")) return 6;
    if (equals_ignoring_case(letters, "bn") || letters == "b" || letters == "B") return 9;
    if (letters == "k" || letters == "K") return 3;
    if (equals_ignoring_case(letters, "tn") || equals_ignoring_case(letters, "trn") || letters == "T") return 12;
    const bool network = value == 2 || value == 3 || value == 4 || value == 5 || value == 6;  // "5G"
    return letters == "G" && !network ? 9 : 0;
}

bool is_usual_denominator(double value) {
    static constexpr std::array<double, 15> kUsual = {2, 3, 4, 5, 6, 8, 10, 12, 16, 32, 40, 50, 64, 100, 1000};
    return std::find(kUsual.begin(), kUsual.end(), value) != kUsual.end();
}

// "3/4" at `at`, but neither "9/11" nor "24/7" nor a date: its value and the position behind; 0 for all others.
double slash_fraction(const NumberCursor& cursor, std::uint32_t at, std::uint32_t& after, std::uint32_t& suffix) {
    if (at >= cursor.end || !cursor.view.is_number(at) || !cursor.joined(at + 1, Sign::slash)) return 0;
    const std::uint32_t below = at + 2;
    if (below >= cursor.end || cursor.joined(at + 3, Sign::slash)) return 0;
    std::string_view digits = cursor.view.slice(below);
    std::size_t size = 0;
    while (size < digits.size() && is_digit(digits[size])) ++size;
    if (size == 0 || digits.size() - size > 4) return 0;
    const double numerator = parse_digits(cursor.view.slice(at));
    const double denominator = parse_digits(digits.substr(0, size));
    if (!is_usual_denominator(denominator) || numerator < 1 || numerator >= denominator) return 0;
    after = at + 3;
    suffix = static_cast<std::uint32_t>(digits.size() - size);
    return numerator / denominator;
}

// Digits in groups with blanks between: "10 000", "1 234 567.89". Blanks that break lines no more join any groups;
// plain ones only where the groups are many or zeros.
double spaced_groups(NumberCursor& cursor, double value) {
    const TokenView& view = cursor.view;
    const auto group = [&view](std::uint32_t at) {
        if (!view.is_number(at)) return false;
        const std::string_view digits = view.slice(at);
        return digits.size() >= 3 && is_digit(digits[0]) && is_digit(digits[1]) && is_digit(digits[2]) &&
               (digits.size() == 3 || digits[3] == '.');
    };
    if (view.slice(cursor.at).size() > 3 || value < 1) return -1;
    std::uint32_t last = cursor.at;
    bool sure = false;
    double total = value;
    while (last + 1 < cursor.end && group(last + 1) && view.slice(last).find('.') == std::string_view::npos) {
        const std::uint32_t from = view.tokens.span[last].end;
        const std::uint32_t to = view.tokens.span[last + 1].begin;
        if (to == from || to - from > 3) break;
        ++last;
        total = total * 1000 + std::max(0.0, parse_digits(view.slice(last)));
        sure = sure || to - from > 1 || view.slice(last) == "000" || last - cursor.at >= 2;
    }
    if (!sure) return -1;
    cursor.at = last + 1;
    return total;
}

// "12,34,567.89": Indian groups, of which the tokenizer cuts off the first.
double indian_groups(NumberCursor& cursor, double value) {
    const TokenView& view = cursor.view;
    if (!cursor.joined(cursor.at + 1, Sign::comma) || !view.is_number(cursor.at + 2) || value >= 100) return -1;
    const std::string_view rest = view.slice(cursor.at + 2);
    const std::size_t comma = rest.find(',');
    if (comma != 2) return -1;
    const double low = parse_digits(rest);
    if (low < 0) return -1;
    cursor.at += 3;
    return value * 1e5 + low;
}

// "4 . 8 %", "1 . 6 billion": digits of texts whose every sign stands alone. The value, or a negative number.
double loose_decimals(NumberCursor& cursor) {
    const TokenView& view = cursor.view;
    const std::uint32_t point = cursor.at + 1;
    const auto apart = [&view](std::uint32_t at) {
        return at < view.tokens.size() && view.tokens.span[at].begin == view.tokens.span[at - 1].end + 1;
    };
    const bool shape = point + 2 < cursor.end && view.sign(point) == Sign::full_stop && view.is_number(point + 1) &&
                       apart(point) && apart(point + 1) && view.slice(point + 1).size() <= 4;
    if (!shape) return -1;
    const bool followed = view.sign(point + 2) == Sign::percent || cursor.multiplier(point + 2) > 0 ||
                          view.uses(point + 2, kUsePercent | kUseCurrency);
    const std::string_view places = view.slice(point + 1);
    const double whole = parse_digits(view.slice(cursor.at));
    const double part = parse_digits(places);
    if (!followed || whole < 0 || part < 0 || places.find_first_of(".,") != std::string_view::npos) return -1;
    cursor.at = point + 2;
    return whole + part / power_of_ten(static_cast<unsigned>(places.size()));
}

// "x10^-5" after a number: what it multiplies by; 0 when there is none.
double scientific(NumberCursor& cursor) {
    const TokenView& view = cursor.view;
    const std::uint32_t times = cursor.at;
    if (times + 2 >= cursor.end || !view.is_sign(times) || view.slice(times) != "\xC3\x97") return 0;
    if (!view.is_number(times + 1) || view.slice(times + 1) != "10") return 0;
    std::uint32_t at = times + 2;
    if (view.is_sign(at) && view.slice(at) == "^" && view.touches_previous(at)) ++at;
    const bool minus = is_minus(view, at) && view.touches_previous(at);
    if (minus) ++at;
    if (at >= cursor.end || !view.is_number(at) || !view.touches_previous(at)) return 0;
    const double exponent = parse_digits(view.slice(at));
    if (exponent < 0 || exponent > 200) return 0;
    cursor.at = at + 1;
    return std::pow(10.0, minus ? -exponent : exponent);
}

// "1e10", "4.5E6": the digits and letters of one token.
double exponential(std::string_view written) {
    const std::size_t letter = written.find_first_of("eE");
    if (letter == std::string_view::npos || letter == 0 || written.size() - letter > 4 || letter > 20) return -1;
    const auto exponent = written.substr(letter + 1);
    if (exponent.empty() || !std::all_of(exponent.begin(), exponent.end(), is_digit)) return -1;
    const double value = parse_digits(written.substr(0, letter));
    const double power = parse_digits(exponent);
    return value < 0 || power > 200 ? -1 : value * std::pow(10.0, power);
}

ParsedNumber digits_with_letters(NumberCursor cursor) {
    const std::string_view written = cursor.view.slice(cursor.at);
    std::size_t size = 0;
    while (size < written.size() && (is_digit(written[size]) || written[size] == ',' || written[size] == '.')) ++size;
    const std::string_view letters = written.substr(size);
    if (size == 0 || letters.empty()) return {};
    ++cursor.at;
    if (const double value = exponential(written); value >= 0) return cursor.result(value, NumberKind::cardinal);
    const double value = parse_digits(written.substr(0, size));
    if (value < 0) return {};
    for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
        if (equals_ignoring_case(letters, ending)) return cursor.result(value, NumberKind::ordinal);
    }
    if (letters == "G" && exponent_of(letters, value) == 0) return {};  // a network: "5G"
    ParsedNumber number = cursor.result(value, NumberKind::cardinal);
    if (const unsigned exponent = exponent_of(letters, value); exponent != 0) {
        number.multiplier = power_of_ten(exponent);
        number.low = number.high = value * number.multiplier;
        number.multiplied = true;
        number.suffix = static_cast<std::uint32_t>(letters.size());
        return number;
    }
    if (letters == "s") return {};
    number.suffix = static_cast<std::uint32_t>(letters.size());
    return number;
}

}  // namespace

ParsedNumber read_digits(NumberCursor cursor) {
    const TokenView& view = cursor.view;
    if (view.is_sign(cursor.at)) {
        const double fraction = fraction_sign(view.slice(cursor.at));
        if (fraction == 0) return {};
        ++cursor.at;
        ParsedNumber number = cursor.result(fraction, NumberKind::cardinal);
        number.fraction = true;
        return with_multipliers(cursor, number);
    }
    if (view.tokens.kind[cursor.at] == TokenKind::alphanumeric) return digits_with_letters(cursor);
    double value = parse_digits(view.slice(cursor.at));
    if (value < 0) return {};
    std::uint32_t after = 0;
    std::uint32_t suffix = 0;
    double fraction = slash_fraction(cursor, cursor.at, after, suffix);
    if (fraction > 0) {
        value = 0;
    } else if (const double grouped = spaced_groups(cursor, value); grouped >= 0) {
        value = grouped;
    } else if (const double indian = indian_groups(cursor, value); indian >= 0) {
        value = indian;
    } else if (const double loose = loose_decimals(cursor); loose >= 0) {
        value = loose;
    } else {
        ++cursor.at;
        if (cursor.at < cursor.end && view.is_sign(cursor.at) && view.touches_previous(cursor.at) &&
            (fraction = fraction_sign(view.slice(cursor.at))) > 0) {
            after = cursor.at + 1;
        } else if (!view.touches_previous(cursor.at)) {
            fraction = slash_fraction(cursor, cursor.at, after, suffix);  // "2 1/2"
        }
        if (fraction == 0) {
            const double power = scientific(cursor);
            if (power > 0) return cursor.result(value * power, NumberKind::cardinal);
        }
    }
    if (fraction > 0) {
        cursor.at = after;
        ParsedNumber number = cursor.result(value + fraction, NumberKind::cardinal);
        number.fraction = true;
        number.suffix = suffix;
        return suffix > 0 ? number : with_multipliers(cursor, number);
    }
    return with_groups(cursor, value);
}

}  // namespace axray::language
