// A page into blocks and what it declares about itself (decoded page -> HtmlPage).
//
// Parse, cut into blocks, find the article's part, set furniture aside, choose the title. Each step has a file.
// Source: own.
#pragma once

#include <string_view>

#include <axray/result.hpp>

#include "read/blocks.hpp"
#include "read/html/html_metadata.hpp"

namespace axray::read {

struct HtmlPage {
    PageMetadata metadata;  // title: of the block that became the title, where there is one
    BlockList blocks;       // furniture is marked as cut
};

// Reads valid UTF-8. Error limit_exceeded as of parse_html. O(bytes).
[[nodiscard]] Result<HtmlPage> read_html(std::string_view decoded);

}  // namespace axray::read
