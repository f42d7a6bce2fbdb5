// Names out of the text of a byline or an author's entry (text -> names).
//
// "By Ann Lee and Bo Ek, Berlin | 3 May 2024" gives "Ann Lee" and "Bo Ek". Cuts off announcements, offices, places,
// dates, addresses. Source: own; the words of offices are an own list.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace axray::read {

// Whether the text can be more than names: a byline among other words, or the plain value of a property.
enum class NameText { property, line };

// At most kMostNames. Empty when nothing in the text could be a name.
[[nodiscard]] std::vector<std::string> names_in(std::string_view text, NameText kind);

inline constexpr std::size_t kMostNames = 24;

}  // namespace axray::read
