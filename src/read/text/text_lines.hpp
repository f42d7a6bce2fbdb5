// The lines of a plain text and what each looks like by itself (decoded text -> lines).
//
// Source: own; bullets and underlines in the forms that mail, Markdown, reStructuredText and crawled pages use.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <axray/span.hpp>

namespace axray::read {

enum class LineMark : std::uint8_t {
    none,
    bullet,     // a sign that stands for nothing else
    dash,       // a dash, which may also go on with a sentence
    number,     // "1." "(2)" "a)"
    hash,       // "## Heading"
    underline,  // a line of === or --- under a heading, or between sections
};

struct TextLine {
    Span content;                   // bytes of the text, without white space at both ends, quotation signs and marks
    std::uint32_t mark_begin = 0;   // where the mark before the content begins; content.begin when there is none
    std::uint32_t width = 0;        // columns from the margin to the end of the content
    std::uint32_t indent = 0;       // blanks before mark and content; a tab counts to the next multiple of eight
    std::uint16_t quote_depth = 0;  // how many ">" stood before it
    LineMark mark = LineMark::none;
    bool tabular = false;     // gaps of three blanks or a tab between words
    bool page_break = false;  // a form feed stood before it

    [[nodiscard]] bool is_blank() const { return content.empty(); }
};

// Splits at LF, CR, CR LF, vertical tab, form feed, NEL and the Unicode line and paragraph separators. O(bytes).
[[nodiscard]] std::vector<TextLine> split_lines(std::string_view text);

// The width at which somebody wrapped the lines of this text by hand or by program; 0 when each line is a paragraph,
// a sentence or a verse of its own. Told from all lines together: in wrapped text nearly every line that goes on is so
// long that the first word of the next one would not have fitted.
[[nodiscard]] std::uint32_t wrap_width(std::string_view text, const std::vector<TextLine>& lines);

// True when `line` is so long that the first word of `next` would not have fitted into `width`.
[[nodiscard]] bool is_full(std::string_view text, const TextLine& line, const TextLine& next, std::uint32_t width);

}  // namespace axray::read
