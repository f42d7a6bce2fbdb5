// Reads one number in digits or words (Tokens -> ParsedNumber): "2,300", "2.3 million", "10bn", "twenty-one", "two
// hundred and three", "a dozen", "half a million", "two-thirds", "3rd", "hundreds of thousands". Context, unit and
// comparator are read in quantities.hpp. Source: own rules.
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
    double multiplier = 1;
    std::uint32_t suffix = 0;  // bytes of letters after the digits that are no part of the number: "km" in "10km"

    [[nodiscard]] explicit operator bool() const { return kind != NumberKind::none; }
};

// The number that begins at `at` and ends before `end`; kind none when there is none. O(1): looks at 24 tokens at most.
[[nodiscard]] ParsedNumber parse_number(const TokenView& view, std::uint32_t at, std::uint32_t end);

// Digits of a number token with separators, such as "2,300.50"; negative when it is none or out of range.
[[nodiscard]] double parse_digits(std::string_view digits);

}  // namespace axray::language
