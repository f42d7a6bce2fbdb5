// Where the reading of a number stands (Tokens -> questions about the next token): shared by the readers of digits and
// of words, which read_digits and read_words are; numbers.hpp is what others use.
#pragma once

#include "language/quantities/numbers.hpp"

namespace axray::language {

struct NumberCursor {
    const TokenView& view;
    std::uint32_t begin;
    std::uint32_t at;
    std::uint32_t end;

    [[nodiscard]] bool word(std::uint32_t position, std::string_view lower) const {
        return position < end && view.reads(position, lower);
    }
    [[nodiscard]] bool uses(std::uint32_t position, std::uint64_t use) const {
        return position < end && view.is_word(position) && view.facts[position].is(use);
    }
    [[nodiscard]] bool joined(std::uint32_t position, Sign sign) const {
        return position < end && view.sign(position) == sign && view.touches_previous(position) &&
               view.touches_previous(position + 1);
    }
    // The position after a hyphen or dash that joins words, or `position`.
    [[nodiscard]] std::uint32_t past_hyphen(std::uint32_t position) const {
        return joined(position, Sign::hyphen) || joined(position, Sign::dash) ? position + 1 : position;
    }
    // "million", "billions" after a number, "dozen": what it multiplies by; 0 for other words.
    [[nodiscard]] double multiplier(std::uint32_t position) const;
    // What "third", "quarters", "hundredths" divide by; 0 for other words.
    [[nodiscard]] double denominator(std::uint32_t position) const;
    // Below a hundred, in words, at `at`: "seven", "twenty-one". Negative when there is none; moves `at` behind it.
    double below_hundred();

    [[nodiscard]] ParsedNumber result(double value, NumberKind kind) const;
};

[[nodiscard]] double power_of_ten(unsigned exponent);

[[nodiscard]] ParsedNumber read_digits(NumberCursor cursor);
[[nodiscard]] ParsedNumber read_words(NumberCursor cursor);

// What may come after digits or words alike: multipliers, further groups, "and a half", "point seven".
[[nodiscard]] ParsedNumber with_groups(NumberCursor cursor, double first);
[[nodiscard]] ParsedNumber with_multipliers(NumberCursor& cursor, ParsedNumber number);
// "out of five", "in ten" after a small number: a share.
[[nodiscard]] ParsedNumber with_total(NumberCursor cursor, ParsedNumber number);

}  // namespace axray::language
