// Puts kept and cut blocks together to a Document (BlockList + DecodedText -> Document).
//
// Source: own. Chains the two run maps: text -> decoded text -> bytes of the file.
#pragma once

#include <axray/document.hpp>

#include "read/blocks.hpp"
#include "read/characters/charset.hpp"

namespace axray::read {

// The bytes of the file that a span of decoded text stands for; empty for an empty one. O(log runs).
[[nodiscard]] Span place_in_file(const DecodedText& decoded, Span span);

// Fills text, blocks, cut and origin of `document`; O(bytes). Blocks that hold no visible character are left out.
[[nodiscard]] Document assemble(Document document, const BlockList& list, const DecodedText& decoded);

}  // namespace axray::read
