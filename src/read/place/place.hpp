// The way back from the text of a document to the original (bytes + Document + Span -> Place, quotation, fragment).
//
//     const auto finder = PlaceFinder::open(bytes, document);
//     const Place place = finder->find(span);          // node path and characters, bytes, page and boxes
//     const TextQuote quote = finder->quote(span);     // W3C Web Annotation
//     address + finder->fragment(span);                // opens a browser at these words
//
// Documents carry bytes only, so that reading stays fast; the page is parsed again here, once for any number of spans.
// Source: own.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <axray/document.hpp>
#include <axray/result.hpp>

#include "read/place/node_path.hpp"
#include "read/place/text_quote.hpp"

namespace axray::read {

struct Place {
    NodePoint begin;             // HTML: where the first character stands; an empty path in other files
    NodePoint end;               // HTML: after the last character, as the end of a DOM range
    Span bytes;                  // of the file; empty in paged files and for words that stand nowhere in it
    std::vector<PageBox> boxes;  // paged files: of the words, in order
};

class PlaceFinder {
public:
    // `bytes`: the file as it was read, `document`: what was read from it. Both must outlive the finder. Errors: those
    // of parsing the page.
    [[nodiscard]] static Result<PlaceFinder> open(std::string_view bytes, const Document& document);

    PlaceFinder(PlaceFinder&&) noexcept;
    PlaceFinder& operator=(PlaceFinder&&) noexcept;
    ~PlaceFinder();

    // `span`: bytes of Document::text on character borders.
    [[nodiscard]] Place find(Span span) const;

    // Empty when the words are not part of the visible page, such as a title of its head.
    [[nodiscard]] TextQuote quote(Span span) const;
    [[nodiscard]] std::string fragment(Span span) const;

    // The DOM's text between two points, as a browser's Range gives it, for tests: nodes are joined without a sign.
    [[nodiscard]] std::string text_between(const NodePoint& begin, const NodePoint& end) const;

private:
    struct State;
    explicit PlaceFinder(std::unique_ptr<State> state);

    std::unique_ptr<State> state_;
};

}  // namespace axray::read
