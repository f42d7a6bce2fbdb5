// What one date says of another (two Dates -> Comparison): "March 2014" is entailed by "5 March 2014", which is
// compatible with "in 2014" and contradicts "6 March 2014".
//
// Dates that are placed in time are compared as stretches of it; others by the parts that both name, so that "Monday"
// and "in March" are unrelated. Source: own rules.
#pragma once

#include "language/dates/date.hpp"
#include "language/quantities/compare.hpp"

namespace axray::language {

[[nodiscard]] Comparison compare(const Date& claim, const Date& source);

}  // namespace axray::language
