#include "base/utf8.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace axray::base;

TEST_CASE("finds the first malformed byte of every kind of broken sequence") {
    struct Row {
        std::string text;
        std::size_t position;
    };
    const Row rows[] = {
        {"", 0},
        {"plain", 5},
        {"na\xC3\xAFve", 6},
        {"\xF0\x9F\x98\x80", 4},
        {"a\x80", 1},             // continuation without lead
        {"\xC0\xAF", 0},          // overlong
        {"\xE0\x80\xAF", 0},      // overlong
        {"ok\xED\xA0\x80", 2},    // surrogate
        {"\xF4\x90\x80\x80", 0},  // above U+10FFFF
        {"ab\xE2\x82", 2},        // cut off
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(first_invalid_utf8(row.text) == row.position);
    }
}

TEST_CASE("decoding undoes encoding for code points of every length") {
    for (const char32_t value : {U'a', U'\u00E9', U'\u20AC', U'\U0001F600', U'\U0010FFFF'}) {
        std::string text;
        append_utf8(text, value);
        const auto decoded = decode_utf8(text, 0);
        CHECK(decoded.value == value);
        CHECK(decoded.size == text.size());
    }
}

TEST_CASE("code point spans count characters, not bytes, in any order of asking") {
    const std::string text = "\xE2\x80\x9CNa\xC3\xAFve\xE2\x80\x9D \xF0\x9F\x98\x80!";
    CodePointCounter counter(text);
    CHECK(counter.convert({3, 9}) == axray::CodePointSpan{1, 6});
    CHECK(counter.convert({0, 3}) == axray::CodePointSpan{0, 1});
    CHECK(counter.convert({13, 17}) == axray::CodePointSpan{8, 9});
}
