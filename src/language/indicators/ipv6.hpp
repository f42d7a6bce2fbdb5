// Tells whether some characters are an IPv6 address (text -> yes or no).
//
// All forms: eight groups, "::" for groups of zeros, an IPv4 address at the end. Source: RFC 4291, section 2.2.
#pragma once

#include <string_view>

namespace axray::language {

// Without brackets, zone and prefix length. O(bytes).
[[nodiscard]] bool is_ipv6(std::string_view text);

}  // namespace axray::language
