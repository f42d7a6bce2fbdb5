// Figures of several groups of digits that are one token (bytes at a digit -> where the figure ends): times of day
// ("20:00", "11:16:05"), dates ("02/13/2001", "2024-03-25") and telephone numbers ("713-664-7478").
//
// Ranges and scores ("2014-2022", "3-2", "1/2") are no such figures: their numbers stand alone. Source: own rules,
// after the English treebanks of Universal Dependencies.
#pragma once

#include <cstdint>
#include <string_view>

namespace axray::language {

// Where the figure ends whose first digit is at `begin`; 0 when no such figure stands there. Looks at 24 bytes at most.
[[nodiscard]] std::uint32_t figure_end(std::string_view text, std::uint32_t begin);

}  // namespace axray::language
