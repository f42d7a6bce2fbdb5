// Numbers and lengths of time (Pieces -> ReadNumber, ReadAmount): "two and a half", "a few"; "two years and a month",
// "14-day", "half an hour", "1h30". Part of the grammar of dates. Source: own rules.
#pragma once

#include <array>

#include "language/dates/date.hpp"
#include "language/dates/date_pieces.hpp"

namespace axray::language {

struct ReadNumber {
    std::uint32_t end = 0;  // the piece after it; 0 when there is none
    double value = 0;       // below zero when it is not told: "a few"
    bool article = false;   // it is "a" or "an"
};

[[nodiscard]] ReadNumber read_number(const Pieces& pieces, std::uint32_t at);

struct ReadAmount {
    std::uint32_t end = 0;  // the piece after it; 0 when there is none
    std::array<TimeAmount, 3> amount;
    bool article = false;  // "a year"
    bool bare = false;     // no number: "years"
    bool about = false;    // the number is not told, or only about

    [[nodiscard]] bool single() const { return amount[1].unit == TimeUnit::none; }
};

// What begins at `at`, with a number; and where `bare`, a plural unit alone.
[[nodiscard]] ReadAmount read_amount(const Pieces& pieces, std::uint32_t at);
[[nodiscard]] ReadAmount read_bare_amount(const Pieces& pieces, std::uint32_t at);

}  // namespace axray::language
