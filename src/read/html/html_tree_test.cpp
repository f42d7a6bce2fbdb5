#include "read/html/html_tree.hpp"

#include <string>

#include <doctest/doctest.h>

#include "read/html/html_characters.hpp"

using namespace axray;
using namespace axray::read;

namespace {

std::string repeat(const std::string& piece, std::size_t count) {
    std::string text;
    text.reserve(piece.size() * count);
    for (std::size_t i = 0; i < count; ++i) text += piece;
    return text;
}

std::string all_text(const HtmlTree& tree) {
    std::string text;
    for (const HtmlNode& node : tree.nodes) {
        if (node.tag != HtmlTag::text) continue;
        for (std::uint32_t i = node.first_place; i < node.first_place + node.place_count; ++i)
            text += tree.slice(tree.places[i]);
    }
    return text;
}

}  // namespace

TEST_CASE("text nodes lead to their bytes of the page") {
    struct Row {
        std::string page;
        std::string text;
    };
    const Row rows[] = {
        {"<p>one <b>two</b> three</p>", "one two three"},
        {"<p>a</i>b</u>c", "abc"},                 // ignored end tags: three places, one node
        {"a &amp; b<!-- c --> d", "a &amp; b d"},  // undecoded, comments left out
        {"<table>x<tr><td>y</table>", "xy"},       // text moved before the table
        {"<textarea>a<b></textarea><title>t&lt;</title>", "a<b>t&lt;"},
        {"<p>unclosed <div>x", "unclosed x"},
        {"", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.page);
        const auto tree = parse_html(row.page);
        REQUIRE(tree.has_value());
        CHECK(all_text(*tree) == row.text);
    }
}

TEST_CASE("descendants of a node are the nodes up to its end") {
    const auto tree = parse_html("<ul><li>a<li>b<p>c</ul><p class='x&amp;y' ID=z>d");
    REQUIRE(tree.has_value());
    for (std::uint32_t node = 1; node < tree->nodes.size(); ++node) {
        const HtmlNode& parent = tree->nodes[tree->nodes[node].parent];
        CHECK(tree->nodes[node].parent < node);
        CHECK(tree->nodes[node].end <= parent.end);
        CHECK(tree->nodes[node].depth == parent.depth + 1);
    }
    std::size_t found = 0;
    for (std::uint32_t node = 0; node < tree->nodes.size(); ++node) {
        if (tree->slice(tree->attribute(node, HtmlAttributeName::id)) != "z") continue;
        ++found;
        CHECK(decode_html_text(tree->page, tree->attribute(node, HtmlAttributeName::class_)) == "x&y");
        CHECK(tree->has_attribute(node, HtmlAttributeName::class_));
        CHECK_FALSE(tree->has_attribute(node, HtmlAttributeName::lang));
    }
    CHECK(found == 1);
}

TEST_CASE("decodes character references as browsers do") {
    struct Row {
        std::string page;
        std::string text;
    };
    const Row rows[] = {
        {"a&amp;b &lt;c&gt; &quot;d&quot;", "a&b <c> \"d\""},
        {"&#8220;&#x201D;&#X2014;", "\xE2\x80\x9C\xE2\x80\x9D\xE2\x80\x94"},
        {"&#146;&#150;", "\xE2\x80\x99\xE2\x80\x93"},  // windows-1252 by number
        {"&eacute;&Eacute;&nbsp;x", "\xC3\xA9\xC3\x89 x"},
        {"&copy 2024 &notit; &ampx", "\xC2\xA9 2024 \xC2\xACit; &x"},  // without semicolon, where old pages do it
        {"&CounterClockwiseContourIntegral;", "\xE2\x88\xB3"},
        {"&NotEqualTilde;", "\xE2\x89\x82\xCC\xB8"},  // two characters
        {"&unknown; & &; &# &#x; &#xyz", "&unknown; & &; &# &#x; &#xyz"},
        {"&#0;&#xD800;&#1114112;&#99999999999;", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
        {"soft&shy;hyphen &zwj;x", "softhyphen x"},
        {"&", "&"},
        {"&#", "&#"},
        {"&am", "&am"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.page);
        CHECK(decode_html_text(row.page, {0, static_cast<std::uint32_t>(row.page.size())}) == row.text);
    }
}

TEST_CASE("pages made to be slow are read in linear time, with their text") {
    struct Row {
        std::string name;
        std::string page;
    };
    constexpr std::size_t kMany = 100'000;
    std::string attributes = "<p";
    for (std::size_t i = 0; i < kMany; ++i) attributes += " a" + std::to_string(i) + "=1";
    std::string formatting;
    for (std::size_t i = 0; i < kMany / 10; ++i) formatting += "<font a=" + std::to_string(i) + ">";
    const Row rows[] = {
        {"nested div", repeat("<div>", kMany) + "end"},
        {"nested span", repeat("<span>", kMany) + "end"},
        {"nested tables", repeat("<table><tr><td>", kMany / 3) + "end"},
        {"nested lists", repeat("<ul><li>", kMany / 2) + "end"},
        {"nested formatting", repeat("<b>", kMany) + "end"},
        {"nested links", repeat("<a href=x><div>", kMany / 2) + "end"},
        {"div left open by cells", repeat("<div><table><td></div></td></table>", kMany / 5) + "end"},
        {"nested noscript", repeat("<noscript>", kMany) + "end"},
        {"nested svg", repeat("<svg><g>", kMany / 2) + "end"},
        {"nested template", repeat("<template>", kMany) + "</template>end"},
        {"text between ignored tags", repeat("a</b>", kMany) + "end"},
        {"text between ignored start tags", repeat("a<td>", kMany) + "end"},
        {"formatting repeated in paragraphs", formatting + repeat("<p>x", kMany / 4) + "end"},
        {"formatting left open by a paragraph", "<p>" + formatting + repeat("</p><p>x", kMany) + "end"},
        {"attributes", attributes + ">end"},
        {"body with attributes", repeat("<body a" + std::string(1, 'b') + "=1 c=2>", kMany / 4) + "end"},
        {"references", repeat("&amp", kMany) + "&" + std::string(kMany, 'a') + "end"},
        {"end tags", repeat("</div>", kMany) + "end"},
        {"comments", repeat("<!-- -->", kMany) + "end"},
        {"less-than signs", repeat("<", kMany) + "end"},
        {"unclosed comment", "end<!--" + repeat("<p>", kMany)},
        {"misnested", repeat("<a><b><i><p></a></b></i>", kMany / 10) + "end"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        const auto tree = parse_html(row.page);
        REQUIRE(tree.has_value());
        CHECK(all_text(*tree).find("end") != std::string::npos);
        CHECK(tree->nodes.size() < 8 * kMany);
        for (const HtmlNode& node : tree->nodes) REQUIRE(node.depth <= kDeepestElement + 20);
    }
}

TEST_CASE("refuses pages with more tags or attributes than the limit") {
    const auto tags = parse_html(repeat("<p>", kMostTags + 1));
    REQUIRE_FALSE(tags.has_value());
    CHECK(tags.error().code == ErrorCode::limit_exceeded);
    CHECK(tags.error().message.find("1500000 elements") != std::string::npos);

    const auto attributes = parse_html("<p" + repeat(" a=", kMostAttributes + 1) + ">");
    REQUIRE_FALSE(attributes.has_value());
    CHECK(attributes.error().message.find("attributes") != std::string::npos);
}
