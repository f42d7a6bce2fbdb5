// What one quantity says of another (two Quantities -> Comparison): "over a decade" is entailed by "14 years", "10 km"
// is the same as "10,000 metres", "millions" is compatible with "2.3 million", "7 men" contradicts "8 men".
//
// Each quantity is taken as an interval of values in one unit: "over 10" reaches from 10 upwards, "about 10" from 9 to
// 11. Source: own rules.
#pragma once

#include <cstdint>

#include "language/quantities/quantity.hpp"

namespace axray::language {

enum class Comparison : std::uint8_t {
    same,           // the same values in the same sense
    entailed,       // where the source's holds, the claim's holds
    compatible,     // both can hold, and neither says the other: roundings, overlapping ranges, "millions"
    contradictory,  // both cannot hold
    unrelated,      // of different kinds or units: nothing to compare
};

// Compares what is counted or measured too: nouns by their stem, measures by their dimension. A quantity without a unit
// is compared by its value alone.
[[nodiscard]] Comparison compare(const Quantity& claim, const Quantity& source);

// The values alone, for callers that know from elsewhere that both count the same thing. Measures are converted where
// that is possible.
[[nodiscard]] Comparison compare_values(const Quantity& claim, const Quantity& source);

}  // namespace axray::language
