// Tells short lines of page furniture by the parts that they join: menus, lines of place and date (text -> LineParts).
//
// "Home | News | Coast" is a menu, "June 21, 2023 - 2 min read" and "Halvern, 12 September 2022" are dated lines. Such
// lines may also be rows of a table or parts of a text: whoever asks looks at their neighbours too.
// Source: own.
#pragma once

#include <cstddef>
#include <string_view>

namespace axray::read {

// How many short items the line joins with bars, middle dots, bullets or angle brackets; 0 when it is no menu. A menu
// has at least three items of at most four words, none of which is a number or a sentence. O(bytes).
[[nodiscard]] std::size_t count_menu_items(std::string_view line);

// A date with at most a place before it, or with short words behind a separator after it. O(bytes).
[[nodiscard]] bool is_dated_line(std::string_view line);

}  // namespace axray::read
