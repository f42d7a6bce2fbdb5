// What a page says about itself, chosen from all its statements (HtmlTree -> PageMetadata).
//
// Collects statements, makes candidates, ranks them, and gives each value with its place and how sure it is.
// Source: own; see docs/metadata.md.
#pragma once

#include <cstdint>

#include <axray/document.hpp>

#include "read/html/html_tree.hpp"
#include "read/metadata/page_facts.hpp"

namespace axray::read {

struct PageMetadata {
    Metadata values;               // MetadataValue::original are bytes of the page here, not yet of the file
    std::uint32_t title_node = 0;  // the element in which the title stands
};

[[nodiscard]] PageMetadata read_page_metadata(const HtmlTree& tree, const PageAddress& given);

}  // namespace axray::read
