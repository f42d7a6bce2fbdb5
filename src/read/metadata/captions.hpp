// Captions of the article's pictures (blocks + tree -> ImageCaptions).
//
// Blocks of kind caption, with the picture of the figure around them; then the descriptions (alt) of pictures that
// stand between the kept blocks and have no caption. Source: HTML Standard, elements figure, figcaption and img.
#pragma once

#include <string_view>
#include <vector>

#include <axray/document.hpp>

#include "read/blocks.hpp"
#include "read/html/html_tree.hpp"

namespace axray::read {

inline constexpr std::size_t kMostCaptions = 200;

// To be called after the choice of blocks. ImageCaption::original are bytes of the page here. `base` is the page's
// address, empty when unknown.
[[nodiscard]] std::vector<ImageCaption> find_captions(const HtmlTree& tree, const BlockList& list,
                                                      std::string_view base);

}  // namespace axray::read
