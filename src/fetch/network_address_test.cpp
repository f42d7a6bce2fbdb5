#include "fetch/network_address.hpp"

#include <string>

#include <doctest/doctest.h>

namespace axray::fetch {
namespace {

TEST_CASE("addresses that are not on the public internet are told, whatever they are wrapped in") {
    const char* const refused[] = {"0.0.0.0",
                                   "0.1.2.3",
                                   "10.0.0.1",
                                   "10.255.255.255",
                                   "100.64.0.1",
                                   "100.100.100.200",
                                   "100.127.255.255",
                                   "127.0.0.1",
                                   "127.255.255.254",
                                   "168.63.129.16",
                                   "169.254.169.254",
                                   "172.16.0.1",
                                   "172.31.255.255",
                                   "192.0.0.192",
                                   "192.0.2.1",
                                   "192.88.99.1",
                                   "192.168.0.1",
                                   "198.18.0.1",
                                   "198.19.255.255",
                                   "198.51.100.7",
                                   "203.0.113.9",
                                   "224.0.0.1",
                                   "239.255.255.255",
                                   "240.0.0.1",
                                   "255.255.255.255",
                                   "::",
                                   "::1",
                                   "::127.0.0.1",
                                   "::8.8.8.8",
                                   "fc00::1",
                                   "fd00:ec2::254",
                                   "fdff::1",
                                   "fe80::1",
                                   "febf::1",
                                   "fec0::1",
                                   "ff02::1",
                                   "ff0e::1",
                                   "100::1",
                                   "2001::1",
                                   "2001:2::1",
                                   "2001:10::1",
                                   "2001:20::1",
                                   "2001:db8::1",
                                   "3fff::1",
                                   "5f00::1",
                                   "4000::1",
                                   "64:ff9b:1::1",
                                   "::ffff:0:8.8.8.8",
                                   "::ffff:127.0.0.1",
                                   "::ffff:10.0.0.1",
                                   "::ffff:169.254.169.254",
                                   "64:ff9b::127.0.0.1",
                                   "64:ff9b::a00:1",
                                   "2002:7f00:1::",
                                   "2002:a00:1::1",
                                   "2002:c0a8:101::",
                                   "2002:a9fe:a9fe::1",
                                   "2a00:1450::5efe:10.0.0.1",
                                   "2a00:1450::200:5efe:127.0.0.1"};
    for (const std::string text : refused) {
        CAPTURE(text);
        const auto address = network_address_of(text);
        REQUIRE(address);
        CHECK(why_not_public(*address).has_value());
    }
}

TEST_CASE("addresses of the public internet are taken") {
    const char* const taken[] = {"1.1.1.1",
                                 "8.8.8.8",
                                 "9.255.255.255",
                                 "11.0.0.0",
                                 "100.63.255.255",
                                 "100.128.0.0",
                                 "126.255.255.255",
                                 "128.0.0.0",
                                 "168.63.129.15",
                                 "169.253.255.255",
                                 "169.255.0.0",
                                 "172.15.255.255",
                                 "172.32.0.0",
                                 "192.0.1.0",
                                 "192.167.255.255",
                                 "192.169.0.0",
                                 "198.17.255.255",
                                 "198.20.0.0",
                                 "223.255.255.255",
                                 "2001:4860:4860::8888",
                                 "2606:4700:4700::1111",
                                 "2a00:1450:4001:80b::200e",
                                 "2001:200::1",
                                 "2400:cb00::1",
                                 "::ffff:8.8.8.8",
                                 "64:ff9b::808:808",
                                 "2002:808:808::1",
                                 "2a00:1450::5efe:8.8.8.8"};
    for (const std::string text : taken) {
        CAPTURE(text);
        const auto address = network_address_of(text);
        REQUIRE(address);
        CHECK_FALSE(why_not_public(*address).has_value());
    }
}

TEST_CASE("only the full spelling of a network address is read") {
    const std::string others[] = {"",          "127.1",     "0x7f.0.0.1",   "127.0.0.1.",
                                  "1.2.3.4.5", "256.1.1.1", "fe80::1%eth0", "[::1]",
                                  "12345::",   ":::",       "example.org",  std::string("::1\0x", 5)};
    for (const auto& text : others) {
        CAPTURE(text);
        CHECK_FALSE(network_address_of(text).has_value());
    }
    CHECK(to_string(*network_address_of("0:0:0:0:0:0:0:1")) == "::1");
    CHECK(to_string(*network_address_of("192.0.2.1")) == "192.0.2.1");
}

TEST_CASE("the reason names the kind of address") {
    CHECK(why_not_public(*network_address_of("127.0.0.1")) == "a loopback address");
    CHECK(why_not_public(*network_address_of("::ffff:10.1.2.3")) == "a private address");
    CHECK(why_not_public(*network_address_of("ff02::1")) == "a multicast address");
}

}  // namespace
}  // namespace axray::fetch
