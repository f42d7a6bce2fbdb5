// The way back of each block of a document (Document + its bytes -> BlockPlaces for the JSON of `axray read --places`).
//
// Nodes are those of the page, boxes those of a paged file, quotations and fragments lead there by the words.
// Source: own; a link into a PDF names the page as RFC 8118 asks.
#pragma once

#include <string>
#include <vector>

#include <axray/document.hpp>

#include "cli/document_source.hpp"
#include "read/place/place.hpp"

namespace axray::cli {

struct BlockPlace {
    read::NodePoint begin;       // of a page (HTML); the path is empty in other files
    read::NodePoint end;         // the same
    std::vector<PageBox> pages;  // of a paged file: the smallest box around the block on each page that it stands on
    read::TextQuote quote;       // without words when the block is not part of what a reader sees
    std::string fragment;        // empty when none leads to the block
    std::string link;            // empty when the address is unknown

    [[nodiscard]] bool has_nodes() const { return !begin.path.empty() && !end.path.empty(); }
    [[nodiscard]] bool is_known() const {
        return has_nodes() || !pages.empty() || !quote.exact.empty() || !fragment.empty();
    }
};

// One for each block, in their order; all of them unknown for an item of a feed, whose text does not stand in a page,
// and without the bytes. The address of `source` comes before the one that the document gives itself.
[[nodiscard]] std::vector<BlockPlace> block_places(const Document& document, const DocumentSource& source);

}  // namespace axray::cli
