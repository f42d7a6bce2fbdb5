// Character references of HTML ("&amp;" "&#8217;" "&nbsp") into characters, each with its place in the page.
//
// Source: the HTML Standard, section 13.2.5.72 and following; the table of names is the parser's.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "read/blocks.hpp"
#include "read/html/html_tree.hpp"

namespace axray::read {

struct CharacterReference {
    std::uint32_t length = 0;  // bytes that it takes; 0 when there is none at this place
    char32_t first = 0;
    char32_t second = 0;  // a few names stand for two characters; else 0
};

// The reference that begins with the "&" at `position`.
[[nodiscard]] CharacterReference read_reference(std::string_view text, std::size_t position);

// Continues the writer's block with bytes [place.begin, place.end) of the page, references decoded.
void append_html_text(BlockWriter& writer, std::string_view page, Span place);

// An attribute value or the text of an element as a reader sees it: references decoded, white space collapsed.
[[nodiscard]] std::string decode_html_text(std::string_view page, Span place);

}  // namespace axray::read
