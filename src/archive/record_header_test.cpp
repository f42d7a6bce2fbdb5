#include "archive/record_header.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "archive/digests.hpp"

using namespace axray::archive;

TEST_CASE("First lines of records are told from other lines") {
    for (const std::string_view line :
         {"WARC/1.0\r\n", "WARC/1.1\n", "WARC/0.18\r\n", "http://a.test/ 192.0.2.7 20140216050221 text/html 12\n",
          "filedesc://a.arc 0.0.0.0 20140216050221 text/plain 75\n", "http://a.test/ 2001:db8::1 201402160502 - -1\n",
          "http://a.test/x y 192.0.2.7 20140216050221 text/html 200 - - 5 a.arc 12\n"}) {
        CAPTURE(line);
        CHECK(begins_record(line));
    }
    for (const std::string_view line :
         {"", "WARC/", "WARC/1.0", "WARC/x\r\n", "XWARC/1.0\r\n", "WARC/1.0 is a format\n",
          "http://a.test/ is a page\n", "http://a.test/ 192.0.2.7 2014 text/html 12\n",
          "http://a.test/ server 20140216050221 text/html 12\n", "192.0.2.7 20140216050221 text/html 12\n",
          "http://a.test/ 192.0.2.7 20140216050221 12\n"}) {
        CAPTURE(line);
        CHECK_FALSE(begins_record(line));
    }
}

TEST_CASE("Header fields of every form are read") {
    const std::string text =
        "WARC/1.0\r\nWARC-Type:response\r\nwarc-target-uri: <http://a.test/a b> \r\nX-Folded: one\r\n "
        "two\r\n\tthree\r\n"
        "X-Latin: caf\xE9\r\nX-Empty:\r\nno colon here\r\nContent-Length: 7\r\nContent-Length: 9\r\n\r\nblock";
    const RecordHeader header = read_record_header(text);
    CHECK(header.how == HeaderEnd::blank_line);
    CHECK(text.substr(header.size) == "block");
    CHECK(header.record.kind == RecordKind::response);
    CHECK(header.record.target_uri == "http://a.test/a%20b");
    CHECK(field_value(header.record.fields, "x-folded") == "one two three");
    CHECK(field_value(header.record.fields, "X-Latin") == "caf\xC3\xA9");
    CHECK(field_value(header.record.fields, "X-Empty").empty());
    CHECK(header.length == 7);
}

TEST_CASE("A header ends where something else begins") {
    struct Case {
        std::string_view text;
        HeaderEnd how;
        std::string_view rest;
    };
    const std::vector<Case> cases = {
        {"WARC/1.0\nWARC-Type: request\n\nGET", HeaderEnd::blank_line, "GET"},
        {"WARC/1.0\r\nWARC-Type: response\r\nHTTP/1.1 200 OK\r\n", HeaderEnd::block, "HTTP/1.1 200 OK\r\n"},
        {"WARC/1.0\r\nWARC-Type: resource\r\n<html>\r\n", HeaderEnd::block, "<html>\r\n"},
        {"WARC/1.0\r\nWARC-Type: resp\r\nWARC/1.0\r\n", HeaderEnd::record, "WARC/1.0\r\n"},
        {"WARC/1.0\r\nWARC-Type: response\r\n", HeaderEnd::none, ""},
    };
    for (const auto& one : cases) {
        CAPTURE(one.text);
        const RecordHeader header = read_record_header(one.text);
        CHECK(header.how == one.how);
        CHECK(one.text.substr(header.size) == one.rest);
    }
}

TEST_CASE("Digests are compared in base 32 and in hexadecimal digits") {
    CHECK(compare_digest("sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ", "") == DigestState::agrees);
    CHECK(compare_digest("SHA-1:da39a3ee5e6b4b0d3255bfef95601890afd80709", "") == DigestState::agrees);
    CHECK(compare_digest("md5:d41d8cd98f00b204e9800998ecf8427e", "") == DigestState::agrees);
    CHECK(compare_digest("sha256:4OYMIQUY7QOBJGX36TEJS35ZEQT24QPEMSNZGTFESWMRW6CSXBKQ====", "") == DigestState::agrees);
    CHECK(compare_digest("sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ", "x") == DigestState::differs);
    CHECK(compare_digest("crc32:00000000", "") == DigestState::unknown_algorithm);
    CHECK(compare_digest("3I42H3S6", "") == DigestState::unknown_algorithm);
    CHECK(compare_digest("", "x") == DigestState::absent);
}
