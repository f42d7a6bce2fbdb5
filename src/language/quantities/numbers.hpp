// Reads one number in digits or words (Tokens -> ParsedNumber): "2,300", "2.3 million", "10bn", "1.3e6", "2 1/2",
// "twenty-one", "3 hundred and 21", "a dozen", "half a million", "two-thirds", "one in five", "minus 1.4", "3rd",
// "hundreds of thousands". Context, unit and comparator are read in quantities.hpp. Source: own rules.
#pragma once

#include "language/segments/token_view.hpp"

namespace axray::language {

enum class NumberKind : std::uint8_t { none, cardinal, ordinal, vague };

struct ParsedNumber {
    TokenSpan tokens;
    double low = 0;
    double high = 0;
    NumberKind kind = NumberKind::none;
    bool in_words = false;    // "seven"
    bool multiplied = false;  // has a multiplier: "million", "bn"
    bool fraction = false;    // has a part said as a fraction: "two and a half", "1/2"
    double multiplier = 1;
    std::uint32_t suffix = 0;  // bytes of letters after the digits that are no part of the number: "km" in "10km"

    [[nodiscard]] explicit operator bool() const { return kind != NumberKind::none; }
};

// The number that begins at `at` and ends before `end`; kind none when there is none. O(1): looks at 24 tokens at most.
[[nodiscard]] ParsedNumber parse_number(const TokenView& view, std::uint32_t at, std::uint32_t end);

// Digits of a number token with separators, such as "2,300.50"; negative when it is none or out of range.
[[nodiscard]] double parse_digits(std::string_view digits);

// What the character is that stands alone as a fraction, such as U+00BD; 0 for all others.
[[nodiscard]] double fraction_sign(std::string_view character);

// Hyphen, or minus sign of mathematics, at `at`.
[[nodiscard]] bool is_minus(const TokenView& view, std::uint32_t at);

}  // namespace axray::language
