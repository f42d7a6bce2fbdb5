// The element tree of a page, flat and with places in the page's bytes (UTF-8 page -> HtmlTree).
//
// This is the only file that knows the HTML parser. Nodes lie in document order; the descendants of node i are the
// nodes i + 1 ... nodes[i].end - 1, so that a walk over a part of the page is a walk over an array. Text nodes and
// attribute values carry their bytes of the page, undecoded: read/html/html_characters.hpp decodes character
// references. Source: the HTML Standard's tree construction, by MyHTML; see docs/decisions/001-html-parser.md.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <axray/result.hpp>
#include <axray/span.hpp>

namespace axray::read {

// Elements that reading tells apart; all others are `other`.
enum class HtmlTag : std::uint8_t {
    text,  // not an element
    other,
    a,
    abbr,
    address,
    article,
    aside,
    audio,
    b,
    blockquote,
    body,
    br,
    button,
    canvas,
    caption,
    cite,
    code,
    dd,
    del,
    details,
    dialog,
    div,
    dl,
    dt,
    em,
    fieldset,
    figcaption,
    figure,
    footer,
    form,
    frameset,
    h1,
    h2,
    h3,
    h4,
    h5,
    h6,
    head,
    header,
    hr,
    html,
    i,
    iframe,
    img,
    input,
    label,
    legend,
    li,
    link,
    main,
    map,
    menu,
    meta,
    nav,
    noscript,
    object,
    ol,
    optgroup,
    option,
    p,
    pre,
    q,
    script,
    section,
    select,
    span,
    strong,
    style,
    summary,
    sup,
    svg,
    table,
    tbody,
    td,
    template_,
    textarea,
    tfoot,
    th,
    thead,
    time,
    title,
    tr,
    ul,
    video,
};

// Attributes that reading looks at; all others are dropped.
enum class HtmlAttributeName : std::uint8_t {
    alt,
    aria_hidden,
    charset,
    class_,
    content,
    datetime,
    hidden,
    href,
    http_equiv,
    id,
    itemprop,
    lang,
    name,
    property,
    rel,
    role,
    src,
    style,
    type,
};

struct HtmlAttribute {
    HtmlAttributeName name = HtmlAttributeName::id;
    Span value;  // bytes of the page, undecoded, without quotation marks
};

struct HtmlNode {
    HtmlTag tag = HtmlTag::other;
    std::uint16_t depth = 0;
    std::uint32_t parent = 0;       // the root is its own parent
    std::uint32_t end = 0;          // node after the last descendant
    std::uint32_t first_place = 0;  // text: its pieces of the page in HtmlTree::places; elements: HtmlTree::attributes
    std::uint32_t place_count = 0;
};

struct HtmlTree {
    std::string_view page;  // outlives the tree
    std::vector<HtmlNode> nodes;
    std::vector<Span> places;  // bytes of the page; most text nodes have one, text around ignored tags several
    std::vector<HtmlAttribute> attributes;

    // The undecoded value of an attribute of node `node`; empty when it has none or an empty one.
    [[nodiscard]] Span attribute(std::uint32_t node, HtmlAttributeName name) const;
    [[nodiscard]] bool has_attribute(std::uint32_t node, HtmlAttributeName name) const;
    [[nodiscard]] std::string_view slice(Span place) const { return page.substr(place.begin, place.size()); }
};

// Elements nested deeper than this lose their tags and keep their text, as in browsers.
inline constexpr std::uint32_t kDeepestElement = 400;
// Pages with more tags or attributes than this are refused.
inline constexpr std::uint32_t kMostTags = 1'500'000;
inline constexpr std::uint32_t kMostAttributes = 3'000'000;

// Parses valid UTF-8 of at most 1 GiB. Error limit_exceeded above kMostTags or kMostAttributes. O(bytes).
[[nodiscard]] Result<HtmlTree> parse_html(std::string_view page);

}  // namespace axray::read
