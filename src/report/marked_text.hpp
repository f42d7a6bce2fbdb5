// Words of a document for a terminal, with some of them marked (Document, Spans -> StyledText).
//
// With colours the marked words are underlined, without colours they stand in brackets. Source: own.
#pragma once

#include <vector>

#include <axray/document.hpp>

#include "report/terminal.hpp"
#include "report/terminal_text.hpp"

namespace axray::report {

// Adds the text of `document` within `span`; `marks` are ordered and disjoint.
void add_marked(StyledText& text, const Document& document, Span span, const std::vector<Span>& marks,
                TerminalColor color);

}  // namespace axray::report
