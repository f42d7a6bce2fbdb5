// Countries by any of their usual English words ("Russia", "Russian", "RU", "RUS", "Russian Federation" -> "RU").
//
// Source: names and codes of ICU (ISO 3166, Unicode CLDR); names of peoples by their endings, and a short table of
// those that have none in common with their country.
#pragma once

#include <string>
#include <string_view>

namespace axray::registers {

// The ISO 3166 code of two letters; empty when no country is meant, or none that is known.
[[nodiscard]] std::string country_code(std::string_view words);

}  // namespace axray::registers
