// Finds expressions of time (Tokens -> Dates): "25 March 2024", "last week", "three days", "every Monday", "now".
//
// What is no day of the calendar (31 February) is no date; four digits are a year only where the words around them say
// so. Tokens::date leads to the dates that name a year, month, day or weekday of the calendar; lengths and times told
// by their distance from others are in the layer only, so that "two years" stays a quantity. Source: own rules;
// calendar: proleptic Gregorian.
#pragma once

#include "language/dates/date_words.hpp"
#include "language/segments/token_view.hpp"

namespace axray::language {

// The rules with their words. Constant after it was made.
class DateFinder {
public:
    // Sets Tokens::date, and takes the function mark off "May" where it is the month. O(tokens).
    [[nodiscard]] std::vector<Date> find(const TokenView& view, const std::vector<Sentence>& sentences,
                                         ReferenceTime published) const;

private:
    DateWords words_;
};

}  // namespace axray::language
