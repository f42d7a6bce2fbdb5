#include "fetch/network_address.hpp"

#include <algorithm>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

namespace axray::fetch {
namespace {

struct Range {
    std::string_view prefix;
    unsigned bits;
    std::string_view what;
};

constexpr std::string_view kPrivate = "a private address";
constexpr std::string_view kLoopback = "a loopback address";
constexpr std::string_view kLinkLocal = "a link-local address, where clouds hand out credentials";
constexpr std::string_view kMetadata = "an address at which a cloud serves its machines";
constexpr std::string_view kReserved = "a reserved address";
constexpr std::string_view kMulticast = "a multicast address";
constexpr std::string_view kExample = "an address of examples";

constexpr Range kRangesOfIpv4[] = {
    {"0.0.0.0", 8, "an address of this machine"},
    {"10.0.0.0", 8, kPrivate},
    {"100.64.0.0", 10, "an address behind a carrier's translation"},
    {"127.0.0.0", 8, kLoopback},
    {"168.63.129.16", 32, kMetadata},
    {"169.254.0.0", 16, kLinkLocal},
    {"172.16.0.0", 12, kPrivate},
    {"192.0.0.0", 24, kReserved},
    {"192.0.2.0", 24, kExample},
    {"192.31.196.0", 24, kReserved},
    {"192.52.193.0", 24, kReserved},
    {"192.88.99.0", 24, kReserved},
    {"192.168.0.0", 16, kPrivate},
    {"192.175.48.0", 24, kReserved},
    {"198.18.0.0", 15, kReserved},
    {"198.51.100.0", 24, kExample},
    {"203.0.113.0", 24, kExample},
    {"224.0.0.0", 4, kMulticast},
    {"240.0.0.0", 4, kReserved},
};

constexpr Range kRangesOfIpv6[] = {
    {"::", 128, "an address of this machine"},
    {"::1", 128, kLoopback},
    {"fc00::", 7, "a unique local address"},
    {"fe80::", 10, kLinkLocal},
    {"fec0::", 10, "a site-local address"},
    {"ff00::", 8, kMulticast},
    {"2001::", 23, kReserved},
    {"2001:db8::", 32, kExample},
    {"2620:4f:8000::", 48, kReserved},
    {"3fff::", 20, kExample},
};

// Ranges whose addresses carry an IPv4 address from the given byte on, and are as public as that one.
struct Carrier {
    std::string_view prefix;
    unsigned bits;
    std::size_t carried_at;
};
constexpr Carrier kCarriers[] = {{"::ffff:0:0", 96, 12}, {"64:ff9b::", 96, 12}, {"2002::", 16, 2}};

constexpr std::string_view kGlobalUnicast = "2000::";
constexpr unsigned kGlobalUnicastBits = 3;

bool lies_in(const NetworkAddress& address, std::string_view prefix, unsigned bits) {
    const auto range = network_address_of(prefix);
    if (!range || range->family != address.family) return false;
    const std::size_t whole = bits / 8;
    if (!std::equal(range->bytes.begin(), range->bytes.begin() + whole, address.bytes.begin())) return false;
    const unsigned rest = bits % 8;
    return rest == 0 || ((range->bytes[whole] ^ address.bytes[whole]) >> (8 - rest)) == 0;
}

NetworkAddress carried(const NetworkAddress& address, std::size_t at) {
    NetworkAddress inner;
    std::copy_n(address.bytes.begin() + at, 4, inner.bytes.begin());
    return inner;
}

// The last eight bytes of an ISATAP address: 0000:5efe or 0200:5efe, then an IPv4 address.
bool is_isatap(const NetworkAddress& address) {
    const auto& bytes = address.bytes;
    return (bytes[8] & 0xFDU) == 0 && bytes[9] == 0 && bytes[10] == 0x5E && bytes[11] == 0xFE;
}

template <std::size_t Count>
std::optional<std::string_view> range_of(const NetworkAddress& address, const Range (&ranges)[Count]) {
    for (const Range& range : ranges) {
        if (lies_in(address, range.prefix, range.bits)) return range.what;
    }
    return std::nullopt;
}

}  // namespace

std::optional<NetworkAddress> network_address_of(std::string_view text) {
    const std::string terminated(text);
    if (terminated.find('\0') != std::string::npos) return std::nullopt;
    NetworkAddress address;
    if (::inet_pton(AF_INET, terminated.c_str(), address.bytes.data()) == 1) return address;
    address.family = AddressFamily::ipv6;
    if (::inet_pton(AF_INET6, terminated.c_str(), address.bytes.data()) == 1) return address;
    return std::nullopt;
}

std::string to_string(const NetworkAddress& address) {
    std::array<char, INET6_ADDRSTRLEN> text{};
    const int family = address.family == AddressFamily::ipv4 ? AF_INET : AF_INET6;
    ::inet_ntop(family, address.bytes.data(), text.data(), text.size());
    return text.data();
}

std::optional<std::string_view> why_not_public(const NetworkAddress& address) {
    if (address.family == AddressFamily::ipv4) return range_of(address, kRangesOfIpv4);
    for (const Carrier& carrier : kCarriers) {
        if (lies_in(address, carrier.prefix, carrier.bits)) return why_not_public(carried(address, carrier.carried_at));
    }
    if (const auto what = range_of(address, kRangesOfIpv6)) return what;
    if (!lies_in(address, kGlobalUnicast, kGlobalUnicastBits)) return kReserved;
    if (is_isatap(address)) return why_not_public(carried(address, 12));
    return std::nullopt;
}

}  // namespace axray::fetch
