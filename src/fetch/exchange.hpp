// One request and its answer, and how they travel between this program and the one that speaks to the network.
//
// The helper program axray-fetch takes one request and gives the answer on its standard output (HttpRequest ->
// HttpAnswer). It follows no redirect and decides nothing but what it alone can see: the address that a
// name leads to, the kind and the size of what comes.
// Source: own.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include <axray/result.hpp>

#include "fetch/clock.hpp"
#include "fetch/headers.hpp"

namespace axray::fetch {

enum class Peers : std::uint8_t { public_only, any };  // which network addresses may be connected to

// Which bodies are taken: page, of status 200 and a readable type; anything, of status 200; reply, of every status.
enum class Wanted : std::uint8_t { page, anything, reply };

struct HttpRequest {
    std::string address;  // as WebAddress::text gives it
    Headers headers = {};
    std::string body = {};  // sent by POST, one line; empty: nothing is sent, by GET
    Peers peers = Peers::public_only;
    Wanted wanted = Wanted::page;
    std::string certificates = {};              // file of authorities (PEM) to trust; empty: those of the system
    std::uint64_t size_limit = 64ull << 20;     // bytes of the body, unpacked
    std::uint64_t expansion_limit = 200;        // times that the unpacked body may be as large as what was received
    std::uint64_t header_limit = 256ull << 10;  // bytes
    Milliseconds connect_limit{10'000};
    Milliseconds stall_limit{20'000};  // without at least 100 bytes a second
    Milliseconds whole_limit{60'000};

    friend bool operator==(const HttpRequest&, const HttpRequest&) = default;
};

// Why an answer ended before it was complete.
enum class Stop : std::uint8_t {
    complete,      // it did not: this is all of it
    not_needed,    // the status alone says enough; there is no body
    refused_peer,  // the name leads to an address that is not public
    unresolved,    // the name leads nowhere
    unconnected,   // nobody answers there
    untrusted,     // no encrypted connection, or a certificate that nothing vouches for
    timed_out,     // one of the three limits of time
    too_large,     // the body holds what came up to the limit
    too_expanded,  // a small answer that unpacks to a huge one
    header_too_large,
    unreadable_type,  // the body is not of a readable type
    cut_short,        // the connection ended before the body did
    broken,           // what came breaks the rules of HTTP or of its packing
};

[[nodiscard]] std::string_view to_string(Stop stop);

struct HttpAnswer {
    int status = 0;  // 0: no answer came
    Headers headers = {};
    std::string body = {};  // unpacked
    Stop stop = Stop::complete;
    std::string detail = {};  // of the stop, for a person
    std::string peer = {};    // network address that answered, or that was refused

    friend bool operator==(const HttpAnswer&, const HttpAnswer&) = default;
};

// Does one exchange. An error means that the exchange could not be tried at all.
using Transport = std::function<Result<HttpAnswer>(const HttpRequest&)>;

// The request as the helper reads it: lines of a name and a value.
[[nodiscard]] std::string write_request(const HttpRequest& request);
[[nodiscard]] Result<HttpRequest> read_request(std::string_view text);

// What the helper writes behind the bytes of the body: `header_lines` as they came, beginning with the status line, how
// the exchange ended, and the sizes of both. Header and body of `answer` are not looked at.
[[nodiscard]] std::string write_tail(std::string_view header_lines, const HttpAnswer& answer);

// The answer in all that the helper has written. Error malformed when its tail is missing or unsound.
[[nodiscard]] Result<HttpAnswer> read_answer(std::string output);

}  // namespace axray::fetch
