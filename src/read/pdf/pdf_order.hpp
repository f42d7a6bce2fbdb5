// The order in which a reader takes the lines of a page (lines -> the same lines in reading order).
//
// Two rules: of lines one above the other, the upper is read first; of lines side by side, the left is read first,
// unless a line that spans both stands between them. A topological sort puts the lines into an order that keeps both.
// Source: Breuel, "High performance document layout analysis", 2003, section on reading order.
#pragma once

#include <vector>

#include "read/pdf/pdf_lines.hpp"

namespace axray::read {

// O(n^2 * s) in lines and those that span others, bounded: beyond 10 million steps lines go from top to bottom.
void put_in_reading_order(std::vector<PdfLine>& lines);

}  // namespace axray::read
