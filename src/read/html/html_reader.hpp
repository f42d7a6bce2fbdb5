// A page into blocks and what it declares about itself (decoded page -> HtmlPage).
//
// Parse, cut into blocks, find the article's part, set furniture aside, choose the title. Each step has a file.
// Source: own.
#pragma once

#include <string_view>

#include <axray/result.hpp>

#include "read/blocks.hpp"
#include "read/metadata/page_facts.hpp"
#include "read/metadata/page_metadata.hpp"

namespace axray::read {

struct HtmlPage {
    PageMetadata metadata;
    BlockList blocks;  // furniture is marked as cut
};

// Reads valid UTF-8. `given` is what is known of the page beside its bytes. Error limit_exceeded as of parse_html.
// O(bytes).
[[nodiscard]] Result<HtmlPage> read_html(std::string_view decoded, const PageAddress& given = {});

}  // namespace axray::read
