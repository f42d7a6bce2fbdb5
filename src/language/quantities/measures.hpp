// What a number counts or measures (Tokens, ParsedNumber -> unit of a Quantity): "$4bn", "10 km", "80 miles an hour",
// "$75 a barrel", "40 degrees Celsius", "registered voters". Source: own rules over the table of units.
#pragma once

#include "language/quantities/quantity_view.hpp"

namespace axray::language {

// Sets kind, measure, per, unit_tokens and unit of `quantity`, whose tokens and values are those of `number`; adds
// signs and codes of money to its tokens, and puts values right that depend on the unit ("10m tall"). O(1).
void measure(const QuantityView& view, const ParsedNumber& number, Quantity& quantity);

// Sets what is said by the letters of a token such as "RM42": the money named by its code.
void measure_by_code(const QuantityView& view, UnitId unit, Quantity& quantity);

struct MeasureMatch {
    UnitId unit = 0;
    std::uint32_t end = 0;  // position after its tokens
};

// The unit whose words or symbols begin at `at`: the longest of up to five tokens.
[[nodiscard]] MeasureMatch match_unit(const QuantityView& view, std::uint32_t at);

// The same where letters of the token before already belong to it: "km" of "10km" in "10km/h".
[[nodiscard]] MeasureMatch match_unit(const QuantityView& view, std::string_view letters, std::uint32_t at);

// The currency whose sign or code ends right before `number`; begin of its tokens is `end` of the match.
[[nodiscard]] MeasureMatch currency_before(const QuantityView& view, std::uint32_t number);

struct CountedNoun {
    TokenSpan tokens;        // "registered voters"
    std::uint64_t stem = 0;  // of its last noun; 0 when nothing is counted
};

// The noun counted by a number that ends at `at`.
[[nodiscard]] CountedNoun counted_noun(const QuantityView& view, std::uint32_t at);

}  // namespace axray::language
