// The lines of a page, columns and table cells told apart (words with boxes -> PdfLine).
//
// pdftotext breaks a line wherever a gap is wide: between columns and table cells, and within justified lines too. Here
// neighbours are joined again unless a strip of white runs through the gap over several rows: then it is the gutter of
// two columns, or, where the rows of both sides stand on the same base lines and one side has few words, of a table.
// Source: own; white strips as separators after Breuel, "Two geometric algorithms for layout analysis", 2002.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <axray/document.hpp>

#include "read/pdf/pdf_words.hpp"

namespace axray::read {

struct PdfLine {
    std::vector<std::uint32_t> words;  // of PdfText::words, left to right
    std::vector<std::uint32_t> cells;  // positions in `words` at which a further table cell begins
    PdfBox box;                        // as a reader sees the page: turned when its text runs up or down
    float height = 0;                  // of its words, the median: stands for the size of the type
    std::uint32_t page = 0;            // from 0
    bool is_turned = false;            // runs up or down a page whose text runs across
    std::optional<CutReason> cut;      // set when it is no part of the text
};

// The lines of page `page`, in no particular order. O(n^2) in its lines, n at most kMostLinesOfPage; a page with more
// gives the lines as pdftotext found them.
[[nodiscard]] std::vector<PdfLine> find_lines(const PdfText& text, std::uint32_t page);

// The words of a line with a blank between two.
[[nodiscard]] std::string text_of(const PdfText& text, const PdfLine& line);

inline constexpr std::size_t kMostLinesOfPage = 1500;

}  // namespace axray::read
