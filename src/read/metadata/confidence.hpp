// How sure a metadata value is, by where it was found (place, agreement -> share of right values).
//
// Measured, not set: train/metadata counts over its pages, each judged by weights that were learned without its site,
// how often a value found there was right. Source: own.
#pragma once

#include "read/metadata/ranking.hpp"
#include "read/metadata/statements.hpp"

namespace axray::read {

enum class Agreement { alone, agreed };  // whether another place of the page names the same value

// 0..1.
[[nodiscard]] double measured_confidence(RankedField field, Place place, Agreement agreement);

// How probable a value must be, by the ranking, to be given at all; 0..1.
[[nodiscard]] double least_probability(RankedField field);

}  // namespace axray::read
