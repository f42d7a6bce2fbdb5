// The day that the name of a published file tells (name -> ISO 8601 day), and what is left of the name.
//
// "sdn-2024-03-22.csv.gz", "list_20240322.xml", "FCDO_SL_Mon_Aug_11_2025.ods". Source: own.
#pragma once

#include <string>
#include <string_view>

namespace axray::registers {

// Empty when the name tells no day of the calendar.
[[nodiscard]] std::string date_in_name(std::string_view name);

// The name of a file without its folders, the day in it and its endings, in lower case: "sdn".
[[nodiscard]] std::string stem_of(std::string_view name);

}  // namespace axray::registers
