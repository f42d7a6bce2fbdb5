// Which blocks of a plain text are its article (BlockList of a text -> blocks marked as cut).
//
// The rules of read/furniture/furniture.hpp first, which know forms that no page copied to text has (the slug line of
// an agency, the signs of mail); then two passes of boosted trees over read/body/text_features.hpp, where there are
// enough words to compare. Only what is likely furniture is set aside: a text may be nothing but an article. Source:
// own; boosted trees after Friedman 2001.
#pragma once

#include "read/blocks.hpp"

namespace axray::read {

// Sets `chance` of every block and `cut` of those that are furniture; at least one block is kept. O(blocks).
void choose_text(BlockList& list);

}  // namespace axray::read
