// Which blocks of a page are its article (HtmlTree + BlockList -> chances, and blocks marked as cut).
//
// Two passes of boosted trees over read/body/body_features.hpp, trained on pages whose article is known
// (train/body); what is kept has a chance of one half and more. Why a block was set aside is told from its
// surroundings and words. The models are part of the program: reading needs no folder of models. Source: own; boosted
// trees after Friedman 2001.
#pragma once

#include <cstddef>

#include "read/blocks.hpp"
#include "read/html/html_tree.hpp"

namespace axray::read {

// Sets `chance` of the blocks from `first` on, and `cut` of those that do not belong to the article; captions are cut
// as such. Blocks before `first` are left alone, blocks that were cut before stay cut. Of more than kMostJudgedBlocks
// the rules of read/furniture/furniture.hpp say what is furniture. O(nodes + blocks).
void choose_body(const HtmlTree& tree, BlockList& list, std::size_t first);

}  // namespace axray::read
