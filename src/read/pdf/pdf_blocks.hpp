// Lines of a PDF grouped to headings, paragraphs, list items, table rows, captions and notes (PdfLine -> PdfBlock).
//
// Told from the size of the type, the distance of lines, indents, marks of lists and how full a line is; a paragraph
// goes on in the next column or on the next page, over a picture or a table between. Footnotes come last.
// Source: own.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <axray/document.hpp>

#include "read/pdf/pdf_lines.hpp"

namespace axray::read {

struct PdfBlock {
    BlockKind kind = BlockKind::paragraph;
    std::vector<std::uint32_t> lines;  // of the lines given, in reading order
    std::uint32_t mark_bytes = 0;      // of the mark of a list before its first words, blanks included
    float height = 0;                  // of its words
    bool is_footnote = false;
    std::optional<CutReason> cut;
};

// `lines`: of all pages, in reading order. O(lines * log lines).
[[nodiscard]] std::vector<PdfBlock> group_lines(const PdfText& text, const std::vector<PdfLine>& lines);

}  // namespace axray::read
