// From what pdftotext printed to a document (output of pdftotext -bbox-layout -> Document with boxes).
//
//     words -> lines -> margins set aside -> reading order -> blocks -> text with hyphens mended -> Document
//
// Knows no process and no file, so that it can be tested and fuzzed with any bytes. Each word of the text has a
// PageBox; Document::origin stays empty, since the words stand compressed in the file.
// Source: own.
#pragma once

#include <string_view>

#include <axray/document.hpp>

#include "read/pdf/pdf_words.hpp"

namespace axray::read {

// Fills text, blocks, cut and boxes. Blocks are empty when the pages hold no words.
[[nodiscard]] Document lay_out_pdf(const PdfText& text);

// Title, authors and dates from the head of the output and, for the title, the blocks of `document`.
void read_pdf_metadata(const PdfText& text, const PdfInfo& info, Document& document);

}  // namespace axray::read
