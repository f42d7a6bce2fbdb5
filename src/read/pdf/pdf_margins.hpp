// Sets running heads, running feet and page numbers aside (lines of all pages -> those in the margins are marked).
//
// A running head says the same at the same place on two pages or more; a number in it may grow by one from page to
// page. A page number is a lone number in the margin that does so. Text that runs up or down the margin of a page goes
// with them.
// Source: own; repetition at the same place after Lin, "Header and footer extraction by page association", 2003.
#pragma once

#include <vector>

#include "read/pdf/pdf_lines.hpp"

namespace axray::read {

// Fills PdfLine::cut. `pages` holds the lines of each page, in any order. O(lines * log lines).
void set_margins_aside(const PdfText& text, std::vector<std::vector<PdfLine>>& pages);

}  // namespace axray::read
