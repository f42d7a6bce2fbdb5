// Writes what a Date means in the values of TIMEX3 (Date -> "1998-W47", "P3D", "XXXX-WXX-1", "PRESENT_REF").
//
// Source: ISO-TimeML (ISO 24617-1), which extends ISO 8601: X for what is not known, -Q3 quarter, -H1 half, SP SU FA WI
// seasons, -WE weekend, TMO TMI TAF TEV TNI TDT parts of the day.
#pragma once

#include <string>
#include <string_view>

#include "language/dates/date.hpp"

namespace axray::language {

// Empty when there is nothing to say.
[[nodiscard]] std::string timex_value(const Date& date);
[[nodiscard]] std::string timex_value(const Moment& moment);

// "DATE", "DURATION"
[[nodiscard]] std::string_view timex_type(DateType type);

}  // namespace axray::language
