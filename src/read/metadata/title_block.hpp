// Which block of a page is its title (chosen title + blocks -> one block of kind title).
//
// The heading that says the chosen title becomes the title block. When no heading shows it, the title stands before the
// text in a block of its own, made from the bytes that declare it. Source: own.
#pragma once

#include <cstddef>

#include "read/blocks.hpp"
#include "read/html/html_tree.hpp"
#include "read/metadata/page_metadata.hpp"

namespace axray::read {

// Writes the declared title as the open block of the writer; each letter leads back to the bytes that declare it.
void append_title(BlockWriter& writer, const HtmlTree& tree, const MetadataValue& title);

// Among the blocks after `declared` (the one of append_title), makes the heading that says the title the title block
// and cuts `declared` as hidden; else makes `declared` the title block.
void mark_title_block(const HtmlTree& tree, const PageMetadata& metadata, std::size_t declared, BlockList& list);

}  // namespace axray::read
