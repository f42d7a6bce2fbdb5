// Whether two dates of two texts can mean the same time, whatever words they are in (two Dates in their texts -> yes or
// no): "on Monday" of a report of 26 March 2024 and "25 March 2024".
//
// Each text has a day of publication that its relative words are reckoned from, or none that is known. What is reckoned
// can be reckoned wrongly, so that words have several readings: "on Monday" is the nearest one on either side of that
// day, or lies in the week of another date that the text names; "25 March" may be of a year that it names. Two dates
// are apart only when no reading of the one meets one of the other. Source: own rules.
#pragma once

#include <string>

#include "language/annotation.hpp"

namespace axray::language {

// A date and the text that it stands in.
struct DateInText {
    const Date& date;
    const AnnotatedText& text;
};

// The date that a token stands in; also one that is told by its distance from the day of the text ("yesterday"), where
// that day is known. None else. O(log dates).
[[nodiscard]] const Date* date_at(const AnnotatedText& text, std::uint32_t token);

// True for a day, month or year that the words do not name in full and that was reckoned from the day of the text. Not
// for "the day", "the week": nothing says which.
[[nodiscard]] bool is_reckoned(const DateInText& one);

// What `one` means where its words do not say it, beside `other`, with which it is compared: "2024-03-25" of "Monday",
// "2024-03-18/2024-03-24" of "last week", "Tuesday" of a full day beside a weekday alone. Empty for others.
[[nodiscard]] std::string meaning_beside(const DateInText& one, const DateInText& other);

// True when one of the two is reckoned, or a weekday alone, and what the source's means lies within the claim's.
[[nodiscard]] bool bears_out_by_reckoning(const DateInText& claim, const DateInText& source);

// True when one of the two is reckoned, or a weekday alone, and they have no day in common in any reading. Two weekdays
// whose weeks are not known are apart when they are not the same, a weekday and a day when it falls on another.
// O(dates of both texts).
[[nodiscard]] bool apart_by_reckoning(const DateInText& claim, const DateInText& source);

}  // namespace axray::language
