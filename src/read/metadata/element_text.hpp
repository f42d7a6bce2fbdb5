// The visible text of one element, when it is short (HtmlTree -> ElementText).
//
// Source: own. A reader of bylines and dates wants lines: the borders of block elements become line feeds.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include <axray/span.hpp>

#include "read/html/html_tree.hpp"

namespace axray::read {

struct ElementText {
    std::string text;  // white space collapsed; empty when there is none or more than the limit
    Span source;       // bytes of the page from the first word to the last
};

[[nodiscard]] ElementText text_of_element(const HtmlTree& tree, std::uint32_t node, std::size_t most_bytes);

// The innermost element around `node` that makes a block of its own.
[[nodiscard]] std::uint32_t block_around(const HtmlTree& tree, std::uint32_t node);

}  // namespace axray::read
