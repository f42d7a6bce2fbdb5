// Tells page furniture from text: menus, share bars, forms, appeals, notices, bylines, repetitions (BlockList -> cuts).
//
// Each block gets points from general signs: how short it is, whether it is a sentence, whether it commands or speaks
// to the reader, phrases that furniture uses, links, its place at the ends of the text, what stands around it.
// Sentences that merely contain such words stay. A block is set aside at kCutPoints, with the reason that weighed most.
// Source: own; the signs are those of the boilerplate literature (Kohlschuetter et al. 2010), the table is
// read/furniture/furniture_rules.cpp.
#pragma once

#include "read/blocks.hpp"

namespace axray::read {

// Sets `cut` of the blocks that are furniture. Blocks that are cut already stay cut. O(bytes).
void set_aside_furniture(BlockList& list);

}  // namespace axray::read
