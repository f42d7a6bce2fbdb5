#include "read/reader.hpp"

#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "base/utf8.hpp"

using namespace axray;
using namespace axray::read;
using namespace std::string_literals;

TEST_CASE("says what is wrong with files that it cannot read") {
    struct Row {
        std::string bytes;
        ReadOptions options;
        ErrorCode code;
        std::string words;  // of the message
    };
    std::string noise;
    for (unsigned i = 0, state = 1; i < 4000; ++i) {
        state = state * 1664525U + 1013904223U;
        noise.push_back(static_cast<char>(state >> 24U));
    }
    const Row rows[] = {
        {"", {}, ErrorCode::empty, "no bytes"},
        {" \n\t \xC2\xA0", {}, ErrorCode::empty, "no words"},
        {"\xEF\xBB\xBF", {}, ErrorCode::empty, "no words"},
        {"<html><body></body></html>", {}, ErrorCode::empty, "no text that a reader would see"},
        {std::string(101, 'a'), {.size_limit = 100}, ErrorCode::limit_exceeded, "101 bytes, the limit is 100 bytes"},
        {"PK\x03\x04rest", {}, ErrorCode::unsupported, "ZIP"},
        {"\x1F\x8B\x08\0"s, {}, ErrorCode::unsupported, "gzip"},
        {"\x89PNG\r\n\x1A\n", {}, ErrorCode::unsupported, "a PNG image"},
        {"\xFF\xD8\xFF\xE0", {}, ErrorCode::unsupported, "a JPEG image"},
        {"RIFFxxxxWEBP", {}, ErrorCode::unsupported, "a WebP image"},
        {"\x7F"
         "ELF\x02",
         {},
         ErrorCode::unsupported,
         "a program"},
        {noise, {}, ErrorCode::unsupported, "control characters"},
        {std::string(100, '\0'), {}, ErrorCode::unsupported, "control characters"},
        {"<?xml version='1.0'?><rss version='2.0'><channel/></rss>", {}, ErrorCode::unsupported, "a feed"},
        {"<feed xmlns='http://www.w3.org/2005/Atom'/>", {}, ErrorCode::unsupported, "a feed"},
        {"text", {.media_type = "application/zip"}, ErrorCode::unsupported, "application/zip"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.words);
        const auto document = read_document(row.bytes, row.options);
        REQUIRE_FALSE(document.has_value());
        CHECK(document.error().code == row.code);
        CHECK(document.error().message.find(row.words) != std::string::npos);
    }
}

TEST_CASE("tells pages from plain text") {
    struct Row {
        std::string bytes;
        std::string declared;
        std::string media_type;
    };
    const Row rows[] = {
        {"Plain words.", "", "text/plain"},
        {"5 < 6 and a > b.", "", "text/plain"},
        {"<html><p>Words.", "", "text/html"},
        {"\n <!-- c --><!DOCTYPE HTML><p>Words.", "", "text/html"},
        {"<?xml version='1.0'?><html xmlns='x'><p>Words.</p></html>", "", "text/html"},
        {"<p>Words.</p>", "", "text/html"},
        {"Words <b>x</b><br>words<br>", "", "text/html"},
        {"\xFF\xFE<\0p\0>\0W\0o\0r\0d\0s\0.\0"s, "", "text/html"},
        {"<p>Words.</p>", "text/plain; charset=utf-8", "text/plain"},
        {"Words.", "Text/HTML", "text/html"},
        {"a\0few zeros"s + std::string(200, 'a'), "", "text/plain"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.bytes);
        const auto document = read_document(row.bytes, {.media_type = row.declared});
        REQUIRE(document.has_value());
        CHECK(document->metadata.media_type == row.media_type);
    }
}

TEST_CASE("fills the document: text of separated blocks, metadata, digest, what was cut") {
    const std::string text =
        "Council approves flood wall\n\nThe council of Port Ellery approved a flood wall of 3.2 km on Monday.\n\n"
        "Leave a Reply\n";
    const auto document = read_document(text, {.id = "wire.txt"});
    REQUIRE(document.has_value());
    CHECK(document->id == "wire.txt");
    CHECK(document->original_size == text.size());
    CHECK(document->sha256 == "d0c72f6745d115ea87e7e5ef13dfb4b47e1ef31fdfd1d25a78b89800520f2230");
    CHECK(document->metadata.title.value == "Council approves flood wall");
    CHECK(document->metadata.charset == "UTF-8");
    CHECK(document->text ==
          "Council approves flood wall\nThe council of Port Ellery approved a flood wall of 3.2 km on Monday.");
    REQUIRE(document->blocks.size() == 2);
    CHECK(document->blocks[0] == Block{BlockKind::title, {0, 27}});
    CHECK(document->blocks[1] == Block{BlockKind::paragraph, {28, 97}});
    REQUIRE(document->cut.size() == 1);
    CHECK(document->cut[0].text == "Leave a Reply");
    CHECK(document->cut[0].reason == CutReason::comments);
    CHECK(text.substr(document->cut[0].original.begin, document->cut[0].original.size()) == "Leave a Reply");
}

TEST_CASE("a plain text of furniture alone is kept: somebody handed it in") {
    const auto document = read_document("Read more", {});
    REQUIRE(document.has_value());
    CHECK(document->text == "Read more");
}

TEST_CASE("counts malformed bytes and keeps what stands around them") {
    std::string bytes;
    for (int i = 0; i < 30; ++i) bytes += "caf\xC3\xA9 ";
    bytes += "caf\xFF";
    const auto document = read_document(bytes, {});
    REQUIRE(document.has_value());
    CHECK(document->metadata.replaced_characters == 1);
    CHECK(document->metadata.charset == "UTF-8");
    CHECK(document->text.ends_with("caf\xEF\xBF\xBD"));
}

TEST_CASE("the same bytes give the same document") {
    const std::string page =
        "<title>A wall</title><p>One two three four five six seven eight nine ten.</p><p>More words.</p>";
    const auto first = read_document(page, {});
    const auto second = read_document(page, {});
    REQUIRE(first.has_value());
    REQUIRE(second.has_value());
    CHECK(first->text == second->text);
    CHECK(first->blocks == second->blocks);
    CHECK(first->origin.runs == second->origin.runs);
}
