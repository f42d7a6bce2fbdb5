// From bytes in any encoding to UTF-8 text with a way back (bytes -> DecodedText).
//
// First the encoding is chosen (detection.hpp says how), then the bytes are decoded (decoders.hpp), then text that was
// encoded twice is mended (twice_encoded.hpp). A malformed byte becomes U+FFFD and is counted. Labels are read as
// browsers read them ("iso-8859-1" means windows-1252). Composing characters (NFC) comes later, in BlockWriter.
// Source: the order is own, after the WHATWG Encoding Standard; conversion by its tables and ICU.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <axray/document.hpp>

namespace axray::read {

struct CharsetHints {
    std::string_view transport;  // a label as an HTTP header gives it, may be empty
    std::string_view page;       // a label as <meta charset> gives it, may be empty
};

// Text without conversion is a view of the input, which is most often so; then byte i of text() is byte i + skipped of
// the input.
struct DecodedText {
    std::string_view view;        // the input after its byte order mark, when it was well-formed UTF-8
    std::string converted;        // the text, when it had to be converted
    std::vector<OriginRun> runs;  // bytes of `converted` to bytes of the input, without gaps; empty when not converted
    std::uint32_t skipped = 0;    // bytes before the view: of the byte order mark, or before a stretch of a file
    std::uint32_t replaced = 0;   // malformed sequences that became U+FFFD
    std::string charset;          // "UTF-8", "windows-1252", ...
    std::string mended;           // what was repaired: "UTF-8 taken for windows-1252"; empty when nothing was

    [[nodiscard]] std::string_view text() const& { return runs.empty() ? view : std::string_view(converted); }
    std::string_view text() const&& = delete;  // the view would outlive its text
};

// Decodes `bytes` (at most 1 GiB), which must outlive the result. O(bytes).
[[nodiscard]] DecodedText decode(std::string_view bytes, const CharsetHints& hints);

// True when the bytes begin with a byte order mark of UTF-16 or UTF-32, or look like UTF-16 without one: such text is
// full of zero bytes and yet not binary.
[[nodiscard]] bool looks_like_wide_text(std::string_view bytes);

// The label in the XML declaration that the bytes begin with, else in the first <meta charset=...> or <meta
// http-equiv=content-type ...> of the first 4096 bytes, or empty.
[[nodiscard]] std::string_view charset_declared_in_page(std::string_view bytes);

}  // namespace axray::read
