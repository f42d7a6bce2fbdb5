// Dates as registers print them (text -> ISO 8601).
//
// "12 Nov 1985", "30.7.2020", "March 12, 2021", "1968; 1965 or 1966", "between 1966 and 1968", "circa 1970",
// "00/00/1965". What is around the dates is passed over: how exact a date is, the list's own row tells. Dates without a
// year are none. Source: own, after what the lists print.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace axray::registers {

// What 3/4/2020 means; numbers above 12 decide for themselves.
enum class DayOrder : std::uint8_t { day_first, month_first };

// All dates, in the order of the text: "1985-11-12", "1985-11", "1985"; spans of time as "1966/1968". O(size).
[[nodiscard]] std::vector<std::string> iso_dates(std::string_view printed, DayOrder order = DayOrder::day_first);

// The first of them; empty when there is none.
[[nodiscard]] std::string iso_date(std::string_view printed, DayOrder order = DayOrder::day_first);

}  // namespace axray::registers
