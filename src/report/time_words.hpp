// Values of expressions of time in the words of a reader ("XXXX-WXX-1TAF" -> "Monday afternoon", "P2Y" -> "2 years").
//
// Days that stand in the calendar stay as ISO 8601 has them. Source: ISO-TimeML (ISO 24617-1), which extends ISO 8601.
#pragma once

#include <string>
#include <string_view>

namespace axray::report {

// A value that follows no pattern known here is given back as it is.
[[nodiscard]] std::string words_for_time(std::string_view value);

}  // namespace axray::report
