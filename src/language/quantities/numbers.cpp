#include "language/quantities/numbers.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "language/quantities/number_cursor.hpp"

namespace axray::language {
namespace {

constexpr std::uint32_t kMostTokens = 24;  // of one number in words
constexpr double kLargest = 1e18;          // of one said with multipliers: beyond it there is no value

constexpr std::string_view kMinusSign = "\xE2\x88\x92";

// The number of digits, or of words, that stands at `at`.
ParsedNumber read_plain(NumberCursor cursor) {
    if (cursor.at >= cursor.end) return {};
    switch (cursor.view.tokens.kind[cursor.at]) {
        case TokenKind::number:
        case TokenKind::alphanumeric: return read_digits(cursor);
        case TokenKind::word: return read_words(cursor);
        default: return read_digits(cursor);  // U+00BD
    }
}

ParsedNumber negative(ParsedNumber number, std::uint32_t begin) {
    if (!number || number.kind != NumberKind::cardinal) return {};
    const double low = number.low;
    number.low = -number.high;
    number.high = -low;
    number.tokens.begin = begin;
    return number;
}

bool in_reach(const ParsedNumber& number) {
    return std::isfinite(number.low) && std::isfinite(number.high) && std::abs(number.low) <= kLargest * 1e300 &&
           std::abs(number.high) <= 1e300;
}

}  // namespace

double power_of_ten(unsigned exponent) {
    static constexpr std::array<double, 16> kPowers = {1,   1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                                       1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    return kPowers[std::min<std::size_t>(exponent, kPowers.size() - 1)];
}

double NumberCursor::multiplier(std::uint32_t position) const {
    if (uses(position, kUseMultiplier)) return power_of_ten(view.value(position));
    if (word(position, "dozen") || word(position, "dozens")) return 12;
    if (uses(position, kUseVague) && !word(position, "scores")) return power_of_ten(view.value(position));
    return 0;
}

double NumberCursor::denominator(std::uint32_t position) const {
    if (position >= end || !view.is_word(position)) return 0;
    if (word(position, "quarter") || word(position, "quarters")) return 4;
    if (word(position, "half") || word(position, "halves")) return 2;
    if (uses(position, kUseOrdinal) && !word(position, "second") && !word(position, "first"))
        return view.value(position);
    if (uses(position, kUseMultiplierOrdinal)) return power_of_ten(view.value(position));
    static constexpr std::array<std::string_view, 11> kPlurals = {"thirds",     "fifths",      "sixths",    "sevenths",
                                                                  "eighths",    "ninths",      "tenths",    "twelfths",
                                                                  "hundredths", "thousandths", "twentieths"};
    static constexpr std::array<double, 11> kValues = {3, 5, 6, 7, 8, 9, 10, 12, 100, 1000, 20};
    for (std::size_t i = 0; i < kPlurals.size(); ++i) {
        if (word(position, kPlurals[i])) return kValues[i];
    }
    return 0;
}

double NumberCursor::below_hundred() {
    if (!uses(at, kUseCardinal)) return -1;
    double value = view.value(at);
    ++at;
    const std::uint32_t next = past_hyphen(at);
    if (value >= 20 && uses(next, kUseCardinal) && view.value(next) > 0 && view.value(next) < 10) {
        value += view.value(next);
        at = next + 1;
    }
    return value;
}

ParsedNumber NumberCursor::result(double value, NumberKind kind) const {
    ParsedNumber number;
    number.tokens = {begin, at};
    number.low = number.high = value;
    number.kind = kind;
    return number;
}

double fraction_sign(std::string_view character) {
    struct Row {
        std::string_view sign;
        double value;
    };
    static constexpr auto kRows = std::to_array<Row>({
        {"\xC2\xBD", 0.5},
        {"\xC2\xBC", 0.25},
        {"\xC2\xBE", 0.75},
        {"\xE2\x85\x93", 1.0 / 3},
        {"\xE2\x85\x94", 2.0 / 3},
        {"\xE2\x85\x95", 0.2},
        {"\xE2\x85\x96", 0.4},
        {"\xE2\x85\x97", 0.6},
        {"\xE2\x85\x98", 0.8},
        {"\xE2\x85\x99", 1.0 / 6},
        {"\xE2\x85\x9A", 5.0 / 6},
        {"\xE2\x85\x9B", 0.125},
        {"\xE2\x85\x9C", 0.375},
        {"\xE2\x85\x9D", 0.625},
        {"\xE2\x85\x9E", 0.875},
    });
    const auto found =
        std::find_if(kRows.begin(), kRows.end(), [character](const Row& row) { return row.sign == character; });
    return found != kRows.end() ? found->value : 0;
}

bool is_minus(const TokenView& view, std::uint32_t at) {
    if (!view.is_sign(at)) return false;
    return view.sign(at) == Sign::hyphen || view.slice(at) == "-" || view.slice(at) == kMinusSign;
}

double parse_digits(std::string_view digits) {
    std::array<char, 64> plain;
    std::size_t size = 0;
    unsigned points = 0;
    for (const char byte : digits) {
        if (byte == ',') continue;
        if (byte == '.') ++points;
        if (size == plain.size() || ((byte < '0' || byte > '9') && byte != '.')) return -1;
        plain[size++] = byte;
    }
    double value = -1;
    const auto [end, error] = std::from_chars(plain.data(), plain.data() + size, value);
    if (error != std::errc() || end != plain.data() + size || points > 1 || !std::isfinite(value)) return -1;
    return value;
}

ParsedNumber parse_number(const TokenView& view, std::uint32_t at, std::uint32_t end) {
    NumberCursor cursor{view, at, at, std::min(end, at + kMostTokens)};
    ParsedNumber number;
    if (cursor.word(at, "minus") || cursor.word(at, "negative")) {
        cursor.begin = cursor.at = cursor.past_hyphen(at + 1);
        number = negative(read_plain(cursor), at);
    } else {
        number = with_total(cursor, read_plain(cursor));
    }
    return in_reach(number) ? number : ParsedNumber{};
}

}  // namespace axray::language
