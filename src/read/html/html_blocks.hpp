// Cuts a page into blocks as a reader would see them, in reading order (HtmlTree -> blocks of a BlockWriter).
//
// Inline elements are joined, block elements and double line breaks end a block, simple table rows become one block
// with " | " between the cells. Script, style and what is hidden never becomes text; hidden words are kept as cut.
// Tags, roles and class names around a block become its Surroundings.
// Source: own, after the rendering chapter of the HTML Standard.
#pragma once

#include <cstdint>
#include <vector>

#include "read/blocks.hpp"
#include "read/html/html_tree.hpp"

namespace axray::read {

// Appends the blocks of the page's body. `text_bytes` as of count_text_bytes.
void append_html_blocks(const HtmlTree& tree, const std::vector<std::uint32_t>& text_bytes, BlockWriter& writer);

// For each node, bytes of text in the nodes before it that a reader may see; one entry more for the end. The text
// inside node i is then text_bytes[nodes[i].end] - text_bytes[i].
[[nodiscard]] std::vector<std::uint32_t> count_text_bytes(const HtmlTree& tree);

// True for elements that begin and end a block, such as paragraphs, list items and table cells.
[[nodiscard]] bool is_block_element(HtmlTag tag);

// True for elements that never show text: script, style, template, ...
[[nodiscard]] bool never_shows_text(HtmlTag tag);

}  // namespace axray::read
