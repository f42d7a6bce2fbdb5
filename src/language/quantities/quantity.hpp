// A quantity of a text: the values meant, how they are meant, what they count or measure, and whether they are a
// change.
//
// "rose by more than 3% to $12bn a year" holds two: more than 3 (percent, rises by), 12e9 (money, per year, rises to).
// Filled by quantities.hpp; compared with compare.hpp; names and factors of units are in units.hpp.
#pragma once

#include <cstdint>

#include <axray/span.hpp>

#include "language/token_span.hpp"

namespace axray::language {

enum class Comparator : std::uint8_t { exactly, about, at_least, more_than, at_most, less_than, between };

enum class QuantityKind : std::uint8_t { cardinal, ordinal, percent, money, vague };  // vague: "millions", "dozens"

// A change that the words around state: "rose by 3% from 9% to 12%".
enum class Direction : std::uint8_t { none, up, down };
enum class ChangeRole : std::uint8_t { none, by, from, to };

// Position in the table of units (units.hpp); 0 is no unit.
using UnitId = std::uint16_t;

struct Quantity {
    Span span;
    TokenSpan tokens;  // the number itself with multiplier: "2.3 million"
    double low = 0;    // lowest value meant; equal to high unless a range
    double high = 0;
    Comparator comparator = Comparator::exactly;
    QuantityKind kind = QuantityKind::cardinal;
    Direction direction = Direction::none;
    ChangeRole role = ChangeRole::none;
    UnitId measure = 0;     // unit of measurement or currency; 0 where things are counted
    UnitId per = 0;         // second unit: "dollars per barrel", "a month"
    TokenSpan unit_tokens;  // the words that name what is counted or measured: "registered voters"; may be empty
    std::uint64_t unit =
        0;  // hash of that: of the unit's name ("usd", "percent", "year") or the stem of the noun; 0 none
};

}  // namespace axray::language
