// The host of a web address in its one spelling (any spelling that browsers take -> lower-case ASCII).
//
// "B\u00DCCHER.example" becomes "xn--bcher-kva.example"; 0x7f.1, 2130706433 and 0177.0.0.1 become 127.0.0.1, so that no
// spelling of an address slips past a rule that is written for another.
// Source: WHATWG URL Standard, host parsing and the IPv4 parser; international names after UTS 46 through ICU.
#pragma once

#include <string>
#include <string_view>

#include <axray/result.hpp>

namespace axray::fetch {

// A name ("example.org", without a final dot), an IPv4 address in four decimal numbers, or an IPv6 address in brackets.
// Error invalid_usage says what is wrong with the host.
[[nodiscard]] Result<std::string> parse_host(std::string_view text);

}  // namespace axray::fetch
