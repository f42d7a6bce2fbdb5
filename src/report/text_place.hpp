// Where a span of a document stands, in the units that a reader of JSON can use (Span -> TextPlace).
//
// Source: W3C Web Annotation Data Model, sections 4.2.4 (text quote selector) and 4.2.5 (text position selector).
// Positions count Unicode code points of the document's text; the bytes of the file come from Document::origin.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <axray/document.hpp>

namespace axray::report {

struct TextPlace {
    CodePointSpan position;   // in Document::text
    Span original;            // bytes of the file; empty when none of it stood there
    std::string_view exact;   // the words themselves; views into Document::text
    std::string_view prefix;  // at most 32 code points before them
    std::string_view suffix;  // at most 32 code points after them
};

// Finds places of one document, each in O(log bytes + size of the span). The document must outlive it and its places.
class PlaceFinder {
public:
    explicit PlaceFinder(const Document& document);

    [[nodiscard]] CodePointSpan code_points(Span span) const { return {before(span.begin), before(span.end)}; }
    [[nodiscard]] TextPlace find(Span span) const;

private:
    [[nodiscard]] std::uint32_t before(std::uint32_t byte) const;  // code points before a byte

    const Document& document_;
    std::vector<std::uint32_t> counts_;  // code points before every kStride-th byte
};

}  // namespace axray::report
