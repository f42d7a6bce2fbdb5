// Finds indicators in running text (text -> vector<Indicator>): addresses, domains, digests, numbers of
// vulnerabilities.
//
// The text is refanged first; what is found there is given with the bytes that it was written with. The host of an
// address and of a mailbox is an indicator of its own, inside of the other. What only looks alike is left out:
// versions, dates, names of files (update.dll) and products (ASP.NET). Source: own; forms after RFC 3986, 5321, 4291,
// 1123 and the publishers' descriptions of their numbers.
#pragma once

#include <string_view>
#include <vector>

#include <axray/indicators.hpp>

namespace axray::language {

// Ordered by begin, the longer first. O(bytes); any bytes.
[[nodiscard]] std::vector<Indicator> find_indicators(std::string_view text);

}  // namespace axray::language
