// Network addresses and which of them lie on the public internet (4 or 16 bytes -> public, or the reason why not).
//
// A page named by a stranger must not lead the program to the machine that it runs on, to its neighbours, or to the
// address at which a cloud hands out credentials. What is not plainly public is not public.
// Source: IANA's registries of special-purpose IPv4 and IPv6 addresses (RFC 6890, as of 2025); addresses that carry
// another inside: RFC 4291 (mapped), RFC 6052 (NAT64), RFC 3056 (6to4), RFC 5214 (ISATAP).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace axray::fetch {

enum class AddressFamily : std::uint8_t { ipv4, ipv6 };

struct NetworkAddress {
    AddressFamily family = AddressFamily::ipv4;
    std::array<std::uint8_t, 16> bytes = {};  // in network order; of IPv4 the first four

    friend bool operator==(const NetworkAddress&, const NetworkAddress&) = default;
};

// From "192.0.2.1" or "2001:db8::1" (no brackets, no zone); nothing for every other spelling.
[[nodiscard]] std::optional<NetworkAddress> network_address_of(std::string_view text);

[[nodiscard]] std::string to_string(const NetworkAddress& address);

// What the address is when it is not public: "a loopback address". Nothing when it is.
[[nodiscard]] std::optional<std::string_view> why_not_public(const NetworkAddress& address);

}  // namespace axray::fetch
