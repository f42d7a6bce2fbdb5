// Which rules a word can open (DateWordKind -> Opens): so that most words of a sentence are passed over at one glance.
//
// Part of the grammar of dates; what a rule begins with is said here and nowhere else. Source: own rules.
#pragma once

#include <cstdint>

#include "language/dates/date_words.hpp"

namespace axray::language {

// Bits: the rules that can begin with a word.
enum Opens : std::uint8_t {
    kOpensNothing = 0,
    kOpensDays = 1 << 0,      // "25 March", "Monday", "2024-03-25"
    kOpensRelative = 1 << 1,  // "last week", "two days ago", "now"
    kOpensPart = 1 << 2,      // "the end of May", "the first Monday in June", "Q3"
    kOpensYear = 1 << 3,      // "2024", "the 1990s", "summer 2024", "Christmas"
    kOpensClock = 1 << 4,     // "10:30", "noon"
    kOpensSet = 1 << 5,       // "every Monday", "daily"
    kOpensDayPart = 1 << 6,   // "the morning of 5 May"
};

[[nodiscard]] std::uint8_t opens(DateWordKind kind);

}  // namespace axray::language
