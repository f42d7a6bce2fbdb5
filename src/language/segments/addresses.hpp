// Addresses inside of running text (bytes around a joint -> where the address ends): domains, mail, names of files.
//
// Each looks at a bounded stretch of text, so that a text of nothing but dots is read in linear time. Source: own
// rules; the form of mail addresses is the common part of RFC 5322.
#pragma once

#include <cstdint>
#include <string_view>

#include "language/words/vocabulary.hpp"

namespace axray::language {

// Bytes at which an address ends at the latest.
[[nodiscard]] bool ends_address(char byte);

// The letters, digits and joints at `at` lead to an "@" with a letter or digit behind it: "a.b@example.org" at ".".
[[nodiscard]] bool leads_to_mail(std::string_view text, std::uint32_t at);

// Where the domain or file name ends whose first dot is at `dot`: "example.co.uk", "data.csv", and three or more parts
// in lower case ("alt.garden.roses"), which `first` is the first of. 0 when what follows the dot makes none.
[[nodiscard]] std::uint32_t domain_end(std::string_view text, std::string_view first, std::uint32_t dot,
                                       WordCache& cache);

}  // namespace axray::language
