// JSON as pages write it, good or broken, into a flat tree with places (part of a page -> JsonTree).
//
// Takes what strict readers refuse: raw line feeds and unescaped quotation marks in strings, trailing and missing
// commas, several values one after another, comments and CDATA marks around them, a missing end. Nodes lie in document
// order; the members of node i are the nodes i + 1 ... nodes[i].end - 1, as in read/html/html_tree.hpp. Values are
// places of the page, undecoded, so that each metadata value leads back to its bytes; no JSON library is both lenient
// and tells places. Source: own, after RFC 8259.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <axray/span.hpp>

namespace axray::read {

enum class JsonKind : std::uint8_t { object, array, string, other };  // other: numbers, true, false, null

struct JsonNode {
    JsonKind kind = JsonKind::other;
    Span key;               // without quotation marks; empty in arrays and at the top
    Span value;             // strings: without quotation marks; containers: with their brackets
    std::uint32_t end = 0;  // node after the last descendant
};

struct JsonTree {
    std::string_view page;
    std::vector<JsonNode> nodes;  // several may lie at the top

    [[nodiscard]] std::string_view key(std::uint32_t node) const { return slice(nodes[node].key); }
    [[nodiscard]] std::string_view value(std::uint32_t node) const { return slice(nodes[node].value); }
    // The member of an object with that name, or nodes.size().
    [[nodiscard]] std::uint32_t member(std::uint32_t object, std::string_view name) const;

private:
    [[nodiscard]] std::string_view slice(Span span) const { return page.substr(span.begin, span.size()); }
};

// What goes beyond these is left out: containers that are deeper, nodes that are more.
inline constexpr std::uint32_t kDeepestJson = 48;
inline constexpr std::uint32_t kMostJsonNodes = 20'000;

// Reads bytes [place.begin, place.end) of `page`, which is valid UTF-8. Never fails; O(bytes).
[[nodiscard]] JsonTree read_loose_json(std::string_view page, Span place);

// The words of a JSON string: escapes decoded, lone surrogates replaced by U+FFFD.
[[nodiscard]] std::string unescape_json(std::string_view raw);

}  // namespace axray::read
