// Half-open ranges of text, one type for each unit, so that bytes are never mistaken for characters.
//
// `Span` counts UTF-8 bytes of one `Document::text` and lies on code point borders. `CodePointSpan` counts Unicode
// code points; it is what JSON consumers in other languages get. There is no implicit conversion between the two;
// base::CodePointCounter makes the one from the other.
// Source: own; the separate unit types follow the practice of machine translation toolkits.
#pragma once

#include <compare>
#include <cstdint>

namespace axray {

struct Span {
    std::uint32_t begin = 0;  // UTF-8 bytes, inclusive
    std::uint32_t end = 0;    // UTF-8 bytes, exclusive

    [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
    [[nodiscard]] constexpr bool empty() const { return end <= begin; }
    [[nodiscard]] constexpr bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
    [[nodiscard]] constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
    friend constexpr bool operator==(Span, Span) = default;
    friend constexpr auto operator<=>(Span, Span) = default;
};

struct CodePointSpan {
    std::uint32_t begin = 0;  // Unicode code points, inclusive
    std::uint32_t end = 0;    // Unicode code points, exclusive

    [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
    friend constexpr bool operator==(CodePointSpan, CodePointSpan) = default;
    friend constexpr auto operator<=>(CodePointSpan, CodePointSpan) = default;
};

// A place in one of the sources of a check: `source` is the position in CheckReport::sources, `span` bytes of its text.
struct SourceSpan {
    std::uint32_t source = 0;
    Span span;

    friend constexpr bool operator==(SourceSpan, SourceSpan) = default;
    friend constexpr auto operator<=>(SourceSpan, SourceSpan) = default;
};

}  // namespace axray
