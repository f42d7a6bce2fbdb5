// Chooses the encoding of a file (bytes + what is declared -> Encoding).
//
// Order of trust: byte order mark; UTF-16 or UTF-32 by the pattern of zero bytes; UTF-8 when the bytes are well-formed
// UTF-8, whatever is declared; escape sequences of ISO-2022; the transport's declaration, then the page's own, unless
// the text that it would give looks wrong; detection by letter statistics; windows-1252.
// Source: the order and the test of declarations are own; statistics by uchardet.
#pragma once

#include <cstdint>
#include <string_view>

#include "read/characters/charset.hpp"
#include "read/characters/encodings.hpp"

namespace axray::read {

struct EncodingChoice {
    Encoding encoding;
    std::uint32_t mark = 0;  // bytes of the byte order mark, to be left out
};

// O(bytes).
[[nodiscard]] EncodingChoice choose_encoding(std::string_view bytes, const CharsetHints& hints);

// True when decoded text is not what anybody writes: many replacement or control characters, accented letters by the
// row, small letters followed by capitals. Then the encoding was declared wrongly. Looks at a sample.
[[nodiscard]] bool looks_wrongly_decoded(std::string_view decoded);

}  // namespace axray::read
