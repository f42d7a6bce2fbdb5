// UTF-8: checking, walking, counting (bytes <-> code points).
//
// Every text in the program is valid UTF-8 with spans in bytes: readers let nothing else in, first_invalid_utf8 says
// where a foreign text breaks the rule. Code points come in only where a text is looked at letter by letter, and at the
// border, where reports may count positions in code points as other languages do.
// Source: Unicode Standard, section 3.9, table 3-7.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <axray/span.hpp>

namespace axray::base {

// Position of the first byte that does not begin or continue a well-formed sequence; text.size() when all is well.
[[nodiscard]] std::size_t first_invalid_utf8(std::string_view text);

struct DecodedCodePoint {
    char32_t value = 0;
    std::uint32_t size = 1;  // bytes
};

// The code point that begins at `position` of valid UTF-8; a malformed byte gives U+FFFD of size 1.
[[nodiscard]] DecodedCodePoint decode_utf8(std::string_view text, std::size_t position);

void append_utf8(std::string& text, char32_t code_point);

// The longest beginning of valid UTF-8 that has at most `bytes` bytes and ends between characters.
[[nodiscard]] std::string_view beginning_within(std::string_view text, std::size_t bytes);

[[nodiscard]] std::size_t count_code_points(std::string_view text);

// Byte spans of valid UTF-8 to code point spans. Spans must be ordered by begin for the linear cost; any order works.
class CodePointCounter {
public:
    explicit CodePointCounter(std::string_view text) : text_(text) {}

    // Code points before `byte`.
    [[nodiscard]] std::uint32_t code_points_before(std::uint32_t byte);
    [[nodiscard]] CodePointSpan convert(Span span) {
        const auto begin = code_points_before(span.begin);
        return {begin, code_points_before(span.end)};
    }

private:
    std::string_view text_;
    std::uint32_t byte_ = 0;
    std::uint32_t count_ = 0;
};

}  // namespace axray::base
