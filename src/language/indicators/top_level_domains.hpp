// The top-level domains of the Internet, and which of them are also endings of files.
//
// Source: names of the root zone (IANA), as the Public Suffix List of February 2023 has them, and "onion" (RFC 7686).
#pragma once

#include <string_view>

namespace axray::language {

// `label` in lower case, UTF-8 or as "xn--...".
[[nodiscard]] bool is_top_level_domain(std::string_view label);

// "py", "sh", "zip": what a word that ends in it is more often a file of than a domain. In lower case.
[[nodiscard]] bool is_file_ending(std::string_view label);

}  // namespace axray::language
