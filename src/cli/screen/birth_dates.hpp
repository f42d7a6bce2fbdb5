// Dates of birth as people type them into tables (text -> ISO 8601 days, months or years).
//
// "12/11/1985" is the 12th of November to some and the 11th of December to others: both are given, and either may agree
// with a list. Source: own.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace axray::cli {

// "1985-11-12", "19851112", "12.11.1985", "12/11/1985", "12 Nov 1985", "November 12, 1985", "Nov 1985", "1985"; a time
// of day behind it is passed over. Several dates may stand with ";" or "|" between them. Empty when one of them cannot
// be understood, or when it is no day of the calendar.
[[nodiscard]] std::vector<std::string> iso_births(std::string_view text);

}  // namespace axray::cli
