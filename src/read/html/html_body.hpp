// Finds the part of a page that holds the article (blocks of a page -> those outside it are marked).
//
// The text that reads like sentences is weighed at each element; from the root down, the walk follows the heaviest
// child as long as it holds nearly all of it. A first form: a learned choice can take its place, with the same input.
// Source: own, in the manner of text-density extraction (Sun et al. 2011).
#pragma once

#include <cstdint>

#include "read/blocks.hpp"
#include "read/html/html_tree.hpp"

namespace axray::read {

// Marks blocks that do not belong to the article's part of the page with Surroundings::outside; gives its element.
std::uint32_t mark_outside(const HtmlTree& tree, BlockList& list);

}  // namespace axray::read
