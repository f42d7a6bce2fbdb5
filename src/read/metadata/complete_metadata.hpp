// What metadata can be known only when the text is: its language, credits, and the byline of plain text
// (Document + hints -> Document).
//
// Source: own.
#pragma once

#include <axray/document.hpp>

#include "read/blocks.hpp"
#include "read/metadata/page_facts.hpp"

namespace axray::read {

// Fills language, credits and, for documents that are no pages, title, authors and date from the text. The places of
// what is there already must be bytes of the file.
void complete_metadata(Document& document, const PageAddress& given);

}  // namespace axray::read
