// Fetches pages (address -> bytes with what is known of them), politely and never where it must not.
//
// An address goes through: its one spelling; what is kept of it; robots.txt; the request; redirects, each from the
// beginning. Names and addresses that do not lead to the public internet are refused unless they were allowed. A page
// that came is kept, so that the same can be had again without a network.
// Source: own; RFC 9110, 9111 and 9309 for what servers mean.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <axray/result.hpp>

#include "fetch/clock.hpp"
#include "fetch/exchange.hpp"
#include "fetch/kept_pages.hpp"
#include "fetch/robots.hpp"
#include "fetch/web_address.hpp"

namespace axray::fetch {

// A host that may be fetched from wherever it is, such as one of an intranet.
struct AllowedHost {
    std::string host;                   // as parse_host gives it
    std::optional<std::uint16_t> port;  // none: every port
};

// From "localhost", "intranet.example:8080" or "[::1]:80". Error invalid_usage.
[[nodiscard]] Result<AllowedHost> parse_allowed_host(std::string_view text);

struct FetchLimits {
    std::uint64_t size = 64ull << 20;      // bytes of a page, unpacked
    std::uint64_t expansion = 200;         // times that it may be larger than what was received
    std::uint64_t headers = 256ull << 10;  // bytes
    std::uint32_t redirects = 10;          // on the way to a page
    std::uint32_t robots_redirects = 5;    // on the way to robots.txt
    Milliseconds connect{10'000};          // until a connection stands
    Milliseconds stall{20'000};            // with less than 100 bytes a second
    Milliseconds whole{60'000};            // for all requests of one page, pauses not counted
    Milliseconds between{1'000};           // between pages of one host
    std::chrono::seconds retry_after{30};  // longer waits that a server asks for are not waited
    std::chrono::seconds robots_lifetime{86'400};
};

enum class Network : std::uint8_t { use, offline };

struct FetchOptions {
    FetchLimits limits = {};
    std::vector<AllowedHost> allowed_hosts = {};
    std::string kept_folder = {};  // empty: nothing is kept
    Network network = Network::use;
    Wanted wanted = Wanted::page;   // page or anything
    std::string certificates = {};  // file of authorities (PEM) to trust; empty: those of the system
};

enum class CameFrom : std::uint8_t { network, revalidated, kept };

struct FetchedPage {
    std::string bytes;          // unpacked
    std::string address;        // as asked for, in its one spelling
    std::string final_address;  // that answered
    std::vector<Redirect> redirects;
    int status = 0;
    Headers headers;
    std::string media_type;  // lower case, without parameters; empty when none was sent
    std::string charset;     // lower case; empty when none was sent
    std::string retrieved;   // ISO 8601, when the bytes came
    std::string sha256;
    CameFrom from = CameFrom::network;
    std::vector<std::string> notes;  // what a user should know, one sentence each
};

// "axray/0.1.0 (Article X-ray)"
[[nodiscard]] std::string user_agent();

class Fetcher {
public:
    Fetcher(FetchOptions options, Clock clock, Transport transport);

    // One page. Errors name the address: invalid_usage (no address), unsupported (scheme, kind of file), not_found
    // (404, unknown host, not among the kept pages), limit_exceeded, unreadable (refused, broken, forbidden).
    // May be called from several threads; requests are made one after the other.
    [[nodiscard]] Result<FetchedPage> fetch(std::string_view address);

private:
    struct Journey;

    [[nodiscard]] Result<FetchedPage> fetch_kept(const WebAddress& address) const;
    [[nodiscard]] Result<FetchedPage> fetch_anew(Journey& journey);
    [[nodiscard]] Result<KeptPage> travel(Journey& journey);
    [[nodiscard]] Result<KeptPage> arrive(Journey& journey, HttpAnswer answer) const;
    [[nodiscard]] Result<void> follow(Journey& journey, const HttpAnswer& answer, std::uint32_t limit) const;
    [[nodiscard]] Result<HttpAnswer> ask(Journey& journey, const HttpRequest& request);
    [[nodiscard]] Result<HttpAnswer> ask_patiently(Journey& journey, const HttpRequest& request);
    [[nodiscard]] HttpRequest request_for(const Journey& journey) const;
    [[nodiscard]] Result<void> require_destination(const WebAddress& address) const;
    [[nodiscard]] Result<void> require_robots(Journey& journey);
    [[nodiscard]] Result<RobotsRules> robots_of(Journey& journey);
    [[nodiscard]] Result<KeptPage> fetch_robots(Journey& journey, const WebAddress& file);
    [[nodiscard]] bool is_allowed(const WebAddress& address) const;
    void pause_for(const std::string& host);

    FetchOptions options_;
    Clock clock_;
    Transport transport_;
    KeptPages kept_;
    std::mutex one_at_a_time_;
    std::map<std::string, TimePoint> last_request_;  // of each host
    std::map<std::string, RobotsRules> robots_;      // of each origin, for this run
};

}  // namespace axray::fetch
