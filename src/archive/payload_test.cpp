#include "archive/payload.hpp"

#include <algorithm>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "archive/sample_archives.hpp"

using namespace axray::archive;
using namespace axray::archive::samples;

namespace {

WarcRecord response_with(std::string_view header, std::string_view body) {
    WarcRecord record;
    record.kind = RecordKind::response;
    record.content_type = "application/http; msgtype=response";
    record.block = std::string(header) + std::string(body);
    record.block_size = record.block.size();
    return record;
}

std::string in_chunks(std::string_view body, std::size_t size) {
    std::string chunks;
    for (; !body.empty(); body.remove_prefix(std::min(size, body.size()))) {
        char line[32];
        std::snprintf(line, sizeof line, "%zX;ext=1\r\n", std::min(size, body.size()));
        chunks += line + std::string(body.substr(0, size)) + "\r\n";
    }
    return chunks + "0\r\nTrailer: x\r\n\r\n";
}

std::string head(std::string_view fields) {
    return "HTTP/1.1 200 OK\r\nContent-Type: Text/HTML; Charset=\"windows-1252\"\r\n" + std::string(fields) + "\r\n";
}

}  // namespace

TEST_CASE("Transfer and content codings are undone, also where they were wrongly declared") {
    std::string text;
    for (int i = 0; i < 200; ++i) text += page(i);
    const std::string chunked = "Transfer-Encoding: chunked\r\n";
    const auto coded = [](std::string_view name) { return "Content-Encoding: " + std::string(name) + "\r\n"; };
    struct Case {
        std::string fields;
        std::string body;
        bool problem;
    };
    const std::vector<Case> cases = {
        {"", text, false},
        {coded("gzip"), gzip(text), false},
        {coded("x-gzip"), gzip(text), false},
        {coded("GZIP"), gzip(text), false},
        {coded("deflate"), zlib_format(text), false},
        {coded("deflate"), raw_deflate(text), false},
        {coded("zstd"), zstd(text), false},
        {coded("identity"), text, false},
        {coded("deflate, gzip"), gzip(zlib_format(text)), false},
        {coded("gzip") + coded("gzip"), gzip(gzip(text)), false},
        {chunked, in_chunks(text, 1000), false},
        {chunked, in_chunks(text, 7), false},
        {chunked + coded("gzip"), in_chunks(gzip(text), 100), false},
        {"Transfer-Encoding: gzip, chunked\r\n", in_chunks(gzip(text), 100), false},
        {chunked, text, true},
        {coded("gzip"), text, true},
        {coded("br"), text, true},
        {coded("deflate"), text, true},
        {coded("zstd"), text, true},
        {chunked + coded("gzip"), text, true},
        {chunked + coded("gzip"), gzip(text), true},
        {coded("sdch"), text, true},
        {coded("gzip, gzip, gzip, gzip, gzip"), text, true},
    };
    for (const auto& one : cases) {
        CAPTURE(one.fields);
        const Payload payload = payload_of(response_with(head(one.fields), one.body));
        CHECK(payload.bytes == text);
        CHECK(payload.state == PayloadState::whole);
        CHECK(payload.problems.empty() != one.problem);
        CHECK(payload.http_status == 200);
        CHECK(payload.media_type == "text/html");
        CHECK(payload.charset == "windows-1252");
    }
}

TEST_CASE("Broken codings give what can be had") {
    const std::string text = page(1) + page(2) + page(3);
    const std::string chunks = in_chunks(text, 20);
    const std::string field = "Transfer-Encoding: chunked\r\n";
    const Payload cut = payload_of(response_with(head(field), chunks.substr(0, 100)));
    CHECK(cut.state == PayloadState::cut);
    CHECK(text.starts_with(cut.bytes));
    CHECK(cut.bytes.size() > 40);
    const std::string rest = "and no chunk";
    const std::string broken = "14\r\n" + text.substr(0, 20) + "\r\n" + rest;
    const Payload joined = payload_of(response_with(head(field), broken));
    CHECK(joined.bytes == text.substr(0, 20) + rest);
    CHECK(joined.problems.size() == 1);
    const std::string packed = gzip(text);
    const Payload half = payload_of(
        response_with(head("Content-Encoding: gzip\r\n"), std::string_view(packed).substr(0, packed.size() - 9)));
    CHECK(half.state == PayloadState::cut);
    CHECK(text.starts_with(half.bytes));
    CHECK_FALSE(half.bytes.empty());
    const Payload huge = payload_of(response_with(head(field), "FFFFFFFFFFFFFFFF\r\n" + text));
    CHECK(huge.state == PayloadState::cut);
    CHECK(huge.bytes == text);
}

TEST_CASE("Headers of every form lead to the page") {
    struct Case {
        std::string header;
        int status;
    };
    const std::vector<Case> cases = {
        {"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", 200},
        {"HTTP/1.0 404 Not Found\nContent-Type: text/html\n\n", 404},
        {"HTTP/2 301\r\ncontent-type: text/html\r\n\r\n", 301},
        {"HTTP/1.1  200\r\nX: a\r\n b\r\nContent-Type:text/html\r\n\r\n", 200},
        {"HTTP/1.1 OK\r\nContent-Type: text/html\r\n\r\n", 0},
        {"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n", 200},  // no blank line
        {"", 0},
    };
    for (const auto& one : cases) {
        CAPTURE(one.header);
        const Payload payload = payload_of(response_with(one.header, page(1)));
        CHECK(payload.bytes == page(1));
        CHECK(payload.http_status == one.status);
        CHECK(payload.media_type == (one.header.empty() ? "" : "text/html"));
    }
}

TEST_CASE("Records that are no HTTP message give their block") {
    WarcRecord record;
    record.kind = RecordKind::conversion;
    record.content_type = "text/plain; charset=utf-8";
    record.block = "HTTP/1.1 is a protocol.";
    record.block_size = record.block.size();
    const Payload payload = payload_of(record);
    CHECK(payload.bytes == record.block);
    CHECK(payload.media_type == "text/plain");
    CHECK(payload.charset == "utf-8");
    CHECK(payload.http_status == 0);
}

TEST_CASE("A bomb is refused, a long body is cut, and both say so") {
    const std::string field = head("Content-Encoding: gzip\r\n");
    const Payload bomb = payload_of(response_with(field, gzip(std::string(100000000, '\0'))));
    CHECK(bomb.state == PayloadState::refused);
    CHECK(bomb.bytes.empty());
    REQUIRE(bomb.problems.size() == 1);
    CHECK(bomb.problems[0].kind == ProblemKind::too_expansive);
    PayloadOptions options;
    options.limits.bytes = 100;
    for (const bool packed : {false, true}) {
        const std::string text(1000, 'x');
        const Payload payload =
            payload_of(response_with(packed ? field : head(""), packed ? gzip(text) : text), options);
        CHECK(payload.bytes == text.substr(0, 100));
        CHECK(payload.state == PayloadState::cut);
        REQUIRE(payload.problems.size() == 1);
        CHECK(payload.problems[0].kind == ProblemKind::too_long);
    }
}

TEST_CASE("Digests of block and payload are compared when that is asked for") {
    const std::string block = head("Transfer-Encoding: chunked\r\n") + in_chunks(page(1), 10);
    PayloadOptions options;
    options.digests = DigestCheck::on;
    for (const std::string& of : {page(1), in_chunks(page(1), 10), page(2)}) {
        WarcRecord record = response_with("", block);
        record.fields = {{"WARC-Block-Digest", "sha1:" + sha1_hex(block)},
                         {"WARC-Payload-Digest", "sha1:" + sha1_hex(of)}};
        const Payload payload = payload_of(record, options);
        const bool same = of != page(2);
        CHECK(payload.block_digest == DigestState::agrees);
        CHECK(payload.payload_digest == (same ? DigestState::agrees : DigestState::differs));
        CHECK(payload.problems.empty() == same);
        CHECK(payload_of(record).payload_digest == DigestState::absent);
    }
}
