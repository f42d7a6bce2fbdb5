// Plain text into blocks: paragraphs, headings, list items, quotations (decoded text -> BlockList).
//
// Lines that a program or a person wrapped are put together again; lines that are sentences, verses or items of their
// own stay apart. Marks of bullets and quotations, underlines and numbering are not part of a block's text.
// Source: own.
#pragma once

#include <string_view>

#include "read/blocks.hpp"

namespace axray::read {

// Reads valid UTF-8. O(bytes).
[[nodiscard]] BlockList read_text(std::string_view decoded);

// Among the blocks that are not set aside, short lines over a list, sentences or another heading become headings. To be
// called again after furniture was set aside, which may have stood between a heading and its text.
void mark_headings(BlockList& list);

// After furniture was set aside: makes the first block that is left the title when it looks like one.
void mark_title(BlockList& list);

// A line that could be a title or heading by its form: not too long, no end of a sentence, no small letter first.
[[nodiscard]] bool looks_like_heading(std::string_view text);

}  // namespace axray::read
