// Places in a page as a browser counts them (byte of a decoded page -> text node, as an XPath, and characters in it).
//
// The path is an XPath that document.evaluate() of a browser follows: "/html/body/div[2]/p[3]/text()[1]". Elements that
// reading does not name, and those of SVG, are counted among all: "/html/body/*[2]". Characters are counted as the DOM
// counts them, in UTF-16 units of the text node after character references were decoded and line ends made one.
// Counted as a browser parses without scripts; what a script changes later is not known here.
// Source: the HTML Standard, DOM Standard (ranges), XPath 1.0.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/html/html_tree.hpp"

namespace axray::read {

// A node whose text reading takes: a text node, or the content attribute of a <meta> element.
struct TextHolder {
    std::uint32_t node = 0;  // of HtmlTree::nodes; for an attribute, its element

    friend bool operator==(const TextHolder&, const TextHolder&) = default;
};

struct NodePoint {
    std::string path;          // of a text node or attribute; empty when the words stand in none
    std::uint32_t offset = 0;  // UTF-16 units from the beginning of its text

    friend bool operator==(const NodePoint&, const NodePoint&) = default;
};

// Which node holds a byte of the page. Made once for a page, O(nodes log nodes).
class TextNodes {
public:
    explicit TextNodes(const HtmlTree& tree);

    // What holds byte `position` of the page; empty between text nodes.
    [[nodiscard]] std::optional<TextHolder> find(std::uint32_t position) const;

private:
    struct Place {
        std::uint32_t begin;
        std::uint32_t end;
        std::uint32_t node;
    };
    std::vector<Place> places_;  // by begin
};

// O(depth * siblings).
[[nodiscard]] std::string path_of(const HtmlTree& tree, TextHolder holder);

// UTF-16 units in it before byte `position` of the page. O(bytes of the node).
[[nodiscard]] std::uint32_t offset_in(const HtmlTree& tree, TextHolder holder, std::uint32_t position);

// What the DOM holds as its text, UTF-8: references decoded, line ends made one. O(bytes of the node).
[[nodiscard]] std::string text_held(const HtmlTree& tree, TextHolder holder);

// What a path of path_of() names; empty when there is no such node.
[[nodiscard]] std::optional<TextHolder> follow_path(const HtmlTree& tree, std::string_view path);

}  // namespace axray::read
