#include "fetch/headers.hpp"

#include <string>

#include <doctest/doctest.h>

namespace axray::fetch {
namespace {

Seconds at(std::int64_t seconds) { return Seconds(std::chrono::seconds(seconds)); }

constexpr std::int64_t kDay = 784111777;  // Sun, 06 Nov 1994 08:49:37 GMT

TEST_CASE("header lines are read as they come") {
    const auto headers = parse_header_lines(
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nx-empty:\nX-Long: a\r\n\tb\r\nno header\r\n: nameless\r\n"
        "Cache-Control: no-cache\r\ncache-control: max-age=5\r\n\r\n");
    CHECK(headers.size() == 5);
    CHECK(first_value(headers, "content-type") == "text/html");
    CHECK(first_value(headers, "X-Empty") == "");
    CHECK(first_value(headers, "X-Long") == "a b");
    CHECK(joined_values(headers, "Cache-Control") == "no-cache, max-age=5");
    CHECK_FALSE(first_value(headers, "Age").has_value());
    CHECK(parse_header_lines("\v\n : nameless\n").empty());
    CHECK(parse_header_lines("").empty());
    CHECK(parse_header_lines(" continues nothing\n").empty());
}

TEST_CASE("content types and their charsets") {
    const struct {
        std::string value, media_type, charset;
        bool readable;
    } cases[] = {
        {"", "", "", true},
        {"text/html", "text/html", "", true},
        {"Text/HTML; Charset=UTF-8", "text/html", "utf-8", true},
        {"text/html;charset=\"iso-8859-1\"", "text/html", "iso-8859-1", true},
        {"text/html; a=\"x;charset=no\"; charset = windows-1252 ; charset=b", "text/html", "windows-1252", true},
        {"text/html;;;", "text/html", "", true},
        {"text/html; charset", "text/html", "", true},
        {"text/plain", "text/plain", "", true},
        {"text/css", "text/css", "", false},
        {"application/xhtml+xml", "application/xhtml+xml", "", true},
        {"application/rss+xml", "application/rss+xml", "", true},
        {"application/atom+xml; type=feed", "application/atom+xml", "", true},
        {"application/feed+json", "application/feed+json", "", true},
        {"application/xml", "application/xml", "", true},
        {"application/json", "application/json", "", true},
        {"application/pdf", "application/pdf", "", true},
        {"application/octet-stream", "application/octet-stream", "", false},
        {"application/zip", "application/zip", "", false},
        {"image/svg+xml", "image/svg+xml", "", false},
        {"image/png", "image/png", "", false},
        {"video/mp4", "video/mp4", "", false},
        {"garbage", "garbage", "", false},
    };
    for (const auto& row : cases) {
        CAPTURE(row.value);
        const auto type = parse_content_type(row.value);
        CHECK(type.media_type == row.media_type);
        CHECK(type.charset == row.charset);
        CHECK(is_readable_type(type.media_type) == row.readable);
    }
}

TEST_CASE("dates in the three spellings of HTTP") {
    for (const auto* text : {"Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT",
                             "Sun Nov  6 08:49:37 1994", " sun, 6 nov 1994 08:49:37 gmt "}) {
        CAPTURE(text);
        CHECK(parse_http_date(text) == at(kDay));
    }
    CHECK(parse_http_date("Thu, 29 Feb 2024 00:00:00 GMT") == at(1709164800));
    CHECK(parse_http_date("Thu, 01-Jan-69 00:00:00 GMT") == at(3124224000));
    for (const auto* text : {"", "0", "-1", "Sun, 31 Feb 1994 08:49:37 GMT", "Sun, 06 Nov 1994 24:00:00 GMT",
                             "Sun, 06 Foo 1994 08:49:37 GMT", "1994-11-06T08:49:37Z", "Sun, 06 Nov 1994 GMT",
                             "Sun, 06 Nov 99999999999 08:49:37 GMT", "Sun, +6 Nov 1994 08:49:37 GMT"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_http_date(text).has_value());
    }
}

TEST_CASE("how long a server asks to wait") {
    CHECK(parse_retry_after("120", at(kDay)) == 120);
    CHECK(parse_retry_after("Sun, 06 Nov 1994 08:49:47 GMT", at(kDay)) == 10);
    CHECK(parse_retry_after("Sun, 06 Nov 1994 08:49:07 GMT", at(kDay)) == 0);
    CHECK(parse_retry_after("99999999999999999999999", at(kDay)) == std::int64_t{1} << 31);
    for (const auto* text : {"", "-1", "soon", "1.5"}) CHECK_FALSE(parse_retry_after(text, at(kDay)).has_value());
}

TEST_CASE("an answer is fresh for as long as it says itself, and no longer") {
    const Header date{"Date", "Sun, 06 Nov 1994 08:49:37 GMT"};
    const struct {
        const char* name;
        Headers headers;
        std::int64_t received;  // seconds after the Date
        std::int64_t age;       // seconds after that
        bool fresh;
    } cases[] = {
        {"nothing said", {date}, 0, 0, false},
        {"max-age", {date, {"Cache-Control", "max-age=60"}}, 0, 59, true},
        {"max-age over", {date, {"Cache-Control", "max-age=60"}}, 0, 60, false},
        {"received late", {date, {"Cache-Control", "max-age=60"}}, 30, 29, true},
        {"received too late", {date, {"Cache-Control", "max-age=60"}}, 30, 30, false},
        {"Age", {date, {"Cache-Control", "max-age=60"}, {"Age", "50"}}, 0, 10, false},
        {"Age of nonsense", {date, {"Cache-Control", "max-age=60"}, {"Age", "x"}}, 0, 10, true},
        {"no Date", {{"Cache-Control", "max-age=60"}}, 0, 59, true},
        {"quoted", {date, {"Cache-Control", "public, max-age=\"60\""}}, 0, 59, true},
        {"not a number", {date, {"Cache-Control", "max-age=soon"}}, 0, 0, false},
        {"the lesser of two", {date, {"Cache-Control", "max-age=60, max-age=5"}}, 0, 6, false},
        {"huge", {date, {"Cache-Control", "max-age=99999999999999999999"}}, 0, 1000000, true},
        {"no-cache", {date, {"Cache-Control", "no-cache, max-age=60"}}, 0, 0, false},
        {"no-store", {date, {"Cache-Control", "max-age=60"}, {"Cache-Control", "no-store"}}, 0, 0, false},
        {"shared caches only", {date, {"Cache-Control", "s-maxage=60"}}, 0, 0, false},
        {"private", {date, {"Cache-Control", "private, max-age=60"}}, 0, 59, true},
        {"Vary: *", {date, {"Cache-Control", "max-age=60"}, {"Vary", "*"}}, 0, 0, false},
        {"Expires", {date, {"Expires", "Sun, 06 Nov 1994 08:50:37 GMT"}}, 0, 59, true},
        {"Expires over", {date, {"Expires", "Sun, 06 Nov 1994 08:50:37 GMT"}}, 0, 60, false},
        {"Expires: 0", {date, {"Expires", "0"}}, 0, 0, false},
        {"max-age before Expires",
         {date, {"Expires", "Sun, 06 Nov 2094 08:50:37 GMT"}, {"Cache-Control", "max-age=1"}},
         0,
         2,
         false},
        {"a clock put back", {date, {"Cache-Control", "max-age=60"}}, 0, -10, false},
    };
    for (const auto& row : cases) {
        CAPTURE(row.name);
        CHECK(is_fresh(row.headers, at(kDay + row.received), at(kDay + row.received + row.age)) == row.fresh);
    }
}

TEST_CASE("times are written for people") {
    CHECK(iso_time(at(kDay)) == "1994-11-06T08:49:37Z");
    CHECK(iso_time(at(0)) == "1970-01-01T00:00:00Z");
}

}  // namespace
}  // namespace axray::fetch
