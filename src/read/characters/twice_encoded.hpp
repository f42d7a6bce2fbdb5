// Text that was UTF-8, was taken for an encoding of single bytes, and was encoded again: the two characters
// U+00C3 U+00A9 where one e with an acute accent stood (DecodedText -> DecodedText).
//
// It is mended only where the whole text shows it: every character beyond ASCII, but for a few, must be part of such a
// sequence. Real text does not look so in any language.
// Source: own; what the bytes were comes from the tables of the WHATWG Encoding Standard.
#pragma once

#include <string_view>

#include "read/characters/charset.hpp"

namespace axray::read {

// The same text, or the mended one with DecodedText::mended filled in. Places lead to the bytes of the file as before.
// O(text) where it is mended; otherwise it ends after the first few characters that speak against it.
[[nodiscard]] DecodedText mend_twice_encoded(DecodedText decoded);

// Mends every such sequence of text that is known to have been taken for `charset`, which has single bytes.
[[nodiscard]] DecodedText mend_taken_for(std::string_view charset, const DecodedText& decoded);

}  // namespace axray::read
