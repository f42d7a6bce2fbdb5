// The text of a page as a reader's find-in-page sees it, with the way to and from the page's bytes
// (HtmlTree -> PageText).
//
// Everything visible in the order of the page, furniture too: a quotation is looked for in all of it. Pieces end at the
// borders of blocks, at line breaks and at pictures, over which a browser finds no words. Styles are not known: what
// only a style sheet hides is in it.
// Source: own; borders after the search of the text fragments draft (WICG), where it is by default styles.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <axray/document.hpp>

#include "read/html/html_tree.hpp"

namespace axray::read {

struct PageText {
    std::string text;             // UTF-8, pieces separated by line feeds, white space within them by single blanks
    std::vector<OriginRun> runs;  // bytes of `text` to bytes of the decoded file, in order of the text
    std::vector<OriginRun> by_original;  // the same, in order of the file

    // Where a byte of the decoded file stands in the text; empty when it is not visible.
    [[nodiscard]] std::optional<std::uint32_t> find(std::uint32_t position) const;
};

[[nodiscard]] PageText page_text_of(const HtmlTree& tree);

// A text without markup, or one whose words lead to no bytes: its blocks are its pieces.
[[nodiscard]] PageText page_text_of(const Document& document);

}  // namespace axray::read
