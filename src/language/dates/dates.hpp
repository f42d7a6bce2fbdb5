// Finds calendar dates and parts of them (Tokens -> Dates): "25 March 2024", "March 25-27", "2024-03-25", "Monday",
// "in 2021", "2014 to 2022", "the 1990s". What is no day of the calendar (31 February) is no date; four digits are a
// year only where the words around them say so. Source: own rules; calendar: proleptic Gregorian.
#pragma once

#include <vector>

#include "language/segments/token_view.hpp"

namespace axray::language {

// Sets Tokens::date, and takes the function mark off "May" where it is the month. O(tokens).
[[nodiscard]] std::vector<Date> find_dates(const TokenView& view, const std::vector<Sentence>& sentences);

}  // namespace axray::language
