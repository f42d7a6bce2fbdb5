#include "fetch/web_address.hpp"

#include <string>

#include <doctest/doctest.h>

#include "fetch/host.hpp"

namespace axray::fetch {
namespace {

std::string parsed(std::string_view text) {
    const auto address = parse_address(text);
    return address ? address->text() : "error: " + std::string(to_string(address.error().code));
}

TEST_CASE("addresses come out in one spelling") {
    const struct {
        std::string text, expected;
    } cases[] = {
        {"http://example.org", "http://example.org/"},
        {"HTTPS://Example.ORG/A", "https://example.org/A"},
        {"  http://example.org/\n", "http://example.org/"},
        {"http://exa\tmple.org/a\nb", "http://example.org/ab"},
        {"http://example.org:80/", "http://example.org/"},
        {"https://example.org:443/", "https://example.org/"},
        {"https://example.org:80/", "https://example.org:80/"},
        {"http://example.org:/", "http://example.org/"},
        {"http://example.org:00080/", "http://example.org/"},
        {"http://example.org./a", "http://example.org/a"},
        {"http://example.org?q=1", "http://example.org/?q=1"},
        {"http://example.org#top", "http://example.org/"},
        {"http://example.org/a?b#c", "http://example.org/a?b"},
        {"http://example.org/a#:~:text=word", "http://example.org/a"},
        {"http://example.org/a/../b/./c", "http://example.org/b/c"},
        {"http://example.org/a/..", "http://example.org/"},
        {"http://example.org/a/.", "http://example.org/a/"},
        {"http://example.org/../../etc/passwd", "http://example.org/etc/passwd"},
        {"http://example.org/a/%2E%2e/b", "http://example.org/b"},
        {"http://example.org//a//b", "http://example.org//a//b"},
        {"http://example.org\\a\\b", "http://example.org/a/b"},
        {"http:\\\\example.org/", "http://example.org/"},
        {"http://example.org/caf\u00e9 x?q=\u00e9 \"", "http://example.org/caf%C3%A9%20x?q=%C3%A9%20%22"},
        {"http://example.org/%zz%41", "http://example.org/%zz%41"},
        {"http://\u00dcber.example/", "http://xn--ber-goa.example/"},
        {"http://xn--ber-goa.example/", "http://xn--ber-goa.example/"},
        {"http://stra\u00dfe.example/", "http://xn--strae-oqa.example/"},
        {"http://exam\u00adple.org/", "http://example.org/"},
        {"http://\uff45xample\u3002org/", "http://example.org/"},
        {"http://ex%61mple.org/", "http://example.org/"},
        {"http://a_b-c.example/", "http://a_b-c.example/"},
        {"http://[2001:DB8:0:0::1]:8080/", "http://[2001:db8::1]:8080/"},
        {"http://[::ffff:127.0.0.1]/", "http://[::ffff:127.0.0.1]/"},
        {"http://[::ffff:7f00:1]/", "http://[::ffff:127.0.0.1]/"},
    };
    for (const auto& row : cases) {
        CAPTURE(row.text);
        CHECK(parsed(row.text) == row.expected);
        CHECK(parsed(row.expected) == row.expected);
    }
}

TEST_CASE("all spellings of an IPv4 address are that address") {
    const char* const hosts[] = {"127.0.0.1",
                                 "127.1",
                                 "127.0.1",
                                 "2130706433",
                                 "0x7f000001",
                                 "0x7F.1",
                                 "0177.0.0.1",
                                 "017700000001",
                                 "0x7f.0x0.0x0.0x1",
                                 "127.0.0.1.",
                                 "0177.0x0.0.1",
                                 "%31%32%37.1",
                                 "\uff11\uff12\uff17.0.0.1",
                                 "127\u30020\u30020\u30021",
                                 "00000177.1"};
    for (const std::string host : hosts) {
        CAPTURE(host);
        CHECK(parse_host(host) == "127.0.0.1");
    }
    CHECK(parse_host("0") == "0.0.0.0");
    CHECK(parse_host("0x") == "0.0.0.0");
    CHECK(parse_host("4294967295") == "255.255.255.255");
    CHECK(parse_host("1.65535") == "1.0.255.255");
}

TEST_CASE("hosts that are none are refused") {
    const std::string hosts[] = {"",
                                 ".",
                                 "..",
                                 "a..b",
                                 ".a",
                                 "256.0.0.1",
                                 "1.2.3.4.5",
                                 "4294967296",
                                 "0x100000000",
                                 "08.1.1.1",
                                 "1.2.3.09",
                                 "1..2",
                                 "example.0x",
                                 "a.1",
                                 "a.b.0xg1.12",
                                 "a b",
                                 "a/b",
                                 "a<b",
                                 "a%2fb",
                                 "a%00b",
                                 "a@b",
                                 "a|b",
                                 "a^b",
                                 "[::1",
                                 "[1.2.3.4]",
                                 "[::1]x",
                                 "[]",
                                 "[fe80::1%25eth0]",
                                 "xn--",
                                 "xn--a-\u00e4",
                                 "a\u2024b\u200d",
                                 "%ff%fe",
                                 std::string(64, 'a') + ".org",
                                 std::string(300, 'a'),
                                 std::string("a\0b", 3),
                                 "\u202eexample.org",
                                 "::1"};
    for (const auto& host : hosts) {
        CAPTURE(host);
        const auto result = parse_host(host);
        CHECK_MESSAGE(!result.has_value(), (result ? *result : std::string()));
        if (!result) CHECK(result.error().code == ErrorCode::invalid_usage);
    }
}

TEST_CASE("what is no address of a page is refused") {
    const struct {
        std::string text, expected;
    } cases[] = {
        {"", "error: invalid_usage"},
        {"example.org", "error: invalid_usage"},
        {"/etc/passwd", "error: invalid_usage"},
        {"http:example.org", "error: invalid_usage"},
        {"http:/example.org", "error: invalid_usage"},
        {"http://", "error: invalid_usage"},
        {"http:///a", "error: invalid_usage"},
        {"http://:80/", "error: invalid_usage"},
        {"http://user@example.org/", "error: invalid_usage"},
        {"http://user:pass@example.org/", "error: invalid_usage"},
        {"http://example.org@127.0.0.1/", "error: invalid_usage"},
        {"http://127.0.0.1\\@example.org/", "http://127.0.0.1/@example.org/"},
        {"http://example.org:0/", "error: invalid_usage"},
        {"http://example.org:65536/", "error: invalid_usage"},
        {"http://example.org:99999999999999999999/", "error: invalid_usage"},
        {"http://example.org:80a/", "error: invalid_usage"},
        {"http://example.org:-1/", "error: invalid_usage"},
        {"http://a:1:2/", "error: invalid_usage"},
        {"file:///etc/passwd", "error: unsupported"},
        {"ftp://example.org/", "error: unsupported"},
        {"gopher://example.org/", "error: unsupported"},
        {"javascript:alert(1)", "error: unsupported"},
        {"http://example.org/" + std::string(9000, 'a'), "error: limit_exceeded"},
        {"http://example.org/" + std::string(90000, 'a'), "error: limit_exceeded"},
        {"http://example.org/" + std::string(4000, ' ') + "a", "error: limit_exceeded"},
    };
    for (const auto& row : cases) {
        CAPTURE(row.text);
        CHECK(parsed(row.text) == row.expected);
    }
    CHECK(parse_address("ftp://example.org/").error().to_string() ==
          "ftp://example.org/: only http and https are fetched, not ftp");
}

TEST_CASE("a redirect is resolved against where it came from") {
    const auto base = parse_address("https://example.org:8443/a/b/c?q=1");
    REQUIRE(base);
    const struct {
        std::string reference, expected;
    } cases[] = {
        {"d", "https://example.org:8443/a/b/d"},
        {"./d", "https://example.org:8443/a/b/d"},
        {"../d", "https://example.org:8443/a/d"},
        {"../../../d", "https://example.org:8443/d"},
        {"/d?e", "https://example.org:8443/d?e"},
        {"?e", "https://example.org:8443/a/b/c?e"},
        {"#f", "https://example.org:8443/a/b/c?q=1"},
        {"", "https://example.org:8443/a/b/c?q=1"},
        {"//other.example/x", "https://other.example/x"},
        {"\\\\other.example/x", "https://other.example/x"},
        {"http://other.example", "http://other.example/"},
        {"d:e", "error"},
        {"file:///etc/passwd", "error"},
        {"//user@other.example/", "error"},
        {"d/e:f", "https://example.org:8443/a/b/d/e:f"},
    };
    for (const auto& row : cases) {
        CAPTURE(row.reference);
        const auto address = resolve_address(*base, row.reference);
        CHECK((address ? address->text() : "error") == row.expected);
    }
}

TEST_CASE("addresses are told from paths of files") {
    for (const auto* text : {"http://example.org", "HTTPS://x", "ftp://x", "file:///x", "a+b.c-1://"}) {
        CAPTURE(text);
        CHECK(looks_like_address(text));
    }
    for (const auto* text :
         {"", "-", "report.txt", "C:\\x", "http:/x", "http:", "a/b://c", "://x", "1a://x", "./http://x"}) {
        CAPTURE(text);
        CHECK_FALSE(looks_like_address(text));
    }
}

}  // namespace
}  // namespace axray::fetch
