// Header fields of an answer (lines as they came -> names and values, and what those mean).
//
// Servers send all kinds of things: a field that cannot be understood counts as not sent.
// Source: RFC 9110 (fields, dates, Content-Type), RFC 9111 (Cache-Control).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fetch/clock.hpp"

namespace axray::fetch {

struct Header {
    std::string name;   // as sent; compared without regard to case
    std::string value;  // without blanks around it

    friend bool operator==(const Header&, const Header&) = default;
};
using Headers = std::vector<Header>;

// "Name: value" lines, ended by CR LF or LF; lines that are none are passed over, continued ones put together.
[[nodiscard]] Headers parse_header_lines(std::string_view lines);

// The value of the first field of that name; nothing when there is none.
[[nodiscard]] std::optional<std::string> first_value(const Headers& headers, std::string_view name);

// All values of that name, joined with ", ".
[[nodiscard]] std::string joined_values(const Headers& headers, std::string_view name);

// True when both are the same but for the case of ASCII letters.
[[nodiscard]] bool equal_without_case(std::string_view left, std::string_view right);

struct ContentType {
    std::string media_type;  // "text/html", lower case; empty when none was sent
    std::string charset;     // lower case; empty when none was sent
};
[[nodiscard]] ContentType parse_content_type(std::string_view value);

// True for what can hold an article or a feed: text, HTML, XML, JSON, PDF, or no type at all.
[[nodiscard]] bool is_readable_type(std::string_view media_type);

// "Sun, 06 Nov 1994 08:49:37 GMT" and the two older spellings; nothing for another or an impossible date.
[[nodiscard]] std::optional<Seconds> parse_http_date(std::string_view text);

// What `Retry-After` asks for, in seconds from `now`: a number or a date. Nothing when it cannot be understood.
[[nodiscard]] std::optional<std::int64_t> parse_retry_after(std::string_view text, Seconds now);

struct CacheControl {
    bool no_cache = false;
    bool no_store = false;
    std::optional<std::int64_t> max_age;  // seconds
};
[[nodiscard]] CacheControl parse_cache_control(std::string_view value);

// True when an answer received at `received` may still be used at `now` without asking the server again. It must say
// so itself: no age is guessed for pages that say nothing.
[[nodiscard]] bool is_fresh(const Headers& headers, Seconds received, Seconds now);

}  // namespace axray::fetch
