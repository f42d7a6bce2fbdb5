// The words of a PDF with their boxes, as pdftotext prints them (output of pdftotext -bbox-layout -> PdfText).
//
// The output is XHTML made by another program from a file that nobody trusts: whatever stands in it, what can be read
// is given. Which words share a line is taken over; its blocks, flows and order are not, since they fail in columns.
// Source: the format is poppler's; parsed with libxml2.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <axray/span.hpp>

namespace axray::read {

// Points (1/72 inch) from the upper left corner of a page.
struct PdfBox {
    float left = 0;
    float top = 0;
    float right = 0;
    float bottom = 0;

    [[nodiscard]] float width() const { return right - left; }
    [[nodiscard]] float height() const { return bottom - top; }
    [[nodiscard]] float middle() const { return (top + bottom) / 2; }
};

struct PdfWord {
    Span text;               // bytes of PdfText::text
    PdfBox box;              // finite, right >= left, bottom >= top
    std::uint32_t line = 0;  // words of one line have the same number and follow each other
};

struct PdfPage {
    float width = 0;
    float height = 0;
    std::uint32_t first_word = 0;
    std::uint32_t end_word = 0;  // exclusive
};

struct PdfText {
    std::string text;  // all words with a blank after each; valid UTF-8
    std::vector<PdfWord> words;
    std::vector<PdfPage> pages;
    bool is_whole = false;  // the output did not break off

    [[nodiscard]] std::string_view slice(Span span) const& {
        return std::string_view(text).substr(span.begin, span.size());
    }
    std::string_view slice(Span span) const&& = delete;
    [[nodiscard]] std::string_view word(std::uint32_t index) const& { return slice(words[index].text); }
    std::string_view word(std::uint32_t index) const&& = delete;
};

// What the head of the output says of the file: the value of <meta name="..."> or <title>, UTF-8, empty when absent.
struct PdfInfo {
    std::string title;
    std::string author;
    std::string subject;
    std::string creator;
    std::string created;   // as printed, ISO 8601
    std::string modified;  // the same
};

// Reads any bytes; without a page when nothing of the format is in them. O(bytes).
[[nodiscard]] PdfText parse_pdf_words(std::string_view output);
[[nodiscard]] PdfInfo parse_pdf_info(std::string_view output);

}  // namespace axray::read
