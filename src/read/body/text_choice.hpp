// Which blocks of a plain text are its article (BlockList of a text -> blocks marked as cut).
//
// Two passes of boosted trees over read/body/text_features.hpp. Only what is likely furniture is set aside: a text may
// be nothing but an article. In a text of a few words, which has nothing to compare a block with, the rules of
// read/furniture/furniture.hpp say what is furniture. Source: own; boosted trees after Friedman 2001.
#pragma once

#include "read/blocks.hpp"

namespace axray::read {

// Sets `chance` of every block and `cut` of those that are furniture; at least one block is kept. O(blocks).
void choose_text(BlockList& list);

}  // namespace axray::read
