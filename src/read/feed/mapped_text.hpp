// Text with its way back, put together from pieces of a file (pieces of decoded text -> MappedText -> DecodedText).
//
// The content of a feed's item is collected from text, CDATA sections and decoded references; each byte of it knows
// where it stood in the file. As DecodedText it is read like a page of its own, and the document's places are then
// those of the feed file. Source: own.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <axray/document.hpp>

#include "read/characters/charset.hpp"

namespace axray::read {

struct MappedText {
    std::string text;             // valid UTF-8
    std::vector<OriginRun> runs;  // bytes of `text` to bytes of the file; none for what was inserted

    [[nodiscard]] bool empty() const { return text.empty(); }
    // From the first to the last byte of the file that the text came from.
    [[nodiscard]] Span original() const;

    // Appends bytes that stand at `place` of the file: byte by byte where the lengths are equal, as a whole otherwise.
    void append(std::string_view bytes, Span place);
    // Appends bytes [place.begin, place.end) of decoded text as they are.
    void append_decoded(const DecodedText& decoded, Span place);
    // Appends words that stand nowhere in the file.
    void insert(std::string_view words) { text += words; }
};

// The bytes of the file that `place` of decoded text came from. O(log runs).
[[nodiscard]] Span original_of(const DecodedText& decoded, Span place);

// The text as if it had been decoded from the file.
[[nodiscard]] DecodedText as_decoded(const MappedText& mapped, std::string_view charset);

}  // namespace axray::read
