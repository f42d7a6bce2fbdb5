// Addresses of pages (text -> scheme, host, port, path, query), in one spelling for requests, comparing and keeping.
//
// Only http and https; a user name or password is refused, since it is mostly there to mislead. What stands after # is
// left away: it never reaches a server. The spelling that comes out is the only one that is handed on.
// Source: WHATWG URL Standard for these two schemes, RFC 3986 for resolving what a page names relative to itself.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <axray/result.hpp>

namespace axray::fetch {

struct WebAddress {
    std::string scheme;  // "http" or "https"
    std::string host;    // as parse_host gives it
    std::uint16_t port = 0;
    std::string path;   // begins with '/'; percent-encoded, no "." and ".."
    std::string query;  // with its '?'; empty when there is none

    [[nodiscard]] std::string host_and_port() const;  // without the port that the scheme has anyway
    [[nodiscard]] std::string origin() const;         // "https://example.org:8443"
    [[nodiscard]] std::string text() const;

    friend bool operator==(const WebAddress&, const WebAddress&) = default;
};

// True for text with a scheme before "://": an address, if not one that is fetched. False for paths of files.
[[nodiscard]] bool looks_like_address(std::string_view text);

// Errors: invalid_usage with what is wrong, unsupported for other schemes, limit_exceeded above 8,192 bytes.
[[nodiscard]] Result<WebAddress> parse_address(std::string_view text);

// What `reference` names when it stands in the answer from `base`: an address, or a part of one. Errors as above.
[[nodiscard]] Result<WebAddress> resolve_address(const WebAddress& base, std::string_view reference);

// %41 becomes A; a percent sign without two hexadecimal digits stays.
[[nodiscard]] std::string percent_decoded(std::string_view text);

}  // namespace axray::fetch
