#include "read/metadata/element_text.hpp"

#include <algorithm>
#include <string_view>

#include "read/characters/ascii.hpp"
#include "read/html/html_blocks.hpp"
#include "read/html/html_characters.hpp"

namespace axray::read {
namespace {

bool breaks_line(HtmlTag tag) { return tag == HtmlTag::br || is_block_element(tag); }

// Elements that follow each other without a blank are often shown apart: "By" "Ann Lee", "Ann Lee" "Editor".
bool are_apart(std::string_view before, std::string_view after) {
    if (before.empty() || after.empty()) return false;
    const char last = before.back();
    return last == ':' || (last >= 'a' && last <= 'z' && after.front() >= 'A' && after.front() <= 'Z');
}

}  // namespace

ElementText text_of_element(const HtmlTree& tree, std::uint32_t node, std::size_t most_bytes) {
    constexpr std::uint32_t kMostNodes = 400;  // so that nested elements are not walked again and again
    if (tree.nodes[node].end - node > kMostNodes) return {};
    ElementText found;
    bool blank = false;
    bool line = false;
    std::uint32_t line_until = 0;  // leaving a block element ends a line as well as entering it
    for (std::uint32_t i = node + 1; i < tree.nodes[node].end; ++i) {
        const HtmlNode& current = tree.nodes[i];
        if (line_until != 0 && i >= line_until) {
            line = true;
            line_until = 0;
        }
        if (never_shows_text(current.tag)) {
            i = current.end - 1;
            continue;
        }
        if (breaks_line(current.tag)) {
            line = true;
            line_until = std::max(line_until, current.end);
        }
        if (current.tag != HtmlTag::text) continue;
        for (std::uint32_t k = current.first_place; k < current.first_place + current.place_count; ++k) {
            const Span place = tree.places[k];
            const std::string_view raw = tree.slice(place);
            if (raw.empty()) continue;
            const std::string words = decode_html_text(tree.page, place);
            blank = blank || is_ascii_blank(raw.front());
            if (words.empty()) continue;
            line = line || (!blank && are_apart(found.text, words));
            if (!found.text.empty() && (line || blank)) found.text.push_back(line ? '\n' : ' ');
            found.source = {found.source.empty() ? place.begin : found.source.begin, place.end};
            found.text += words;
            line = false;
            blank = is_ascii_blank(raw.back());
            if (found.text.size() > most_bytes) return {};
        }
    }
    return found;
}

std::uint32_t block_around(const HtmlTree& tree, std::uint32_t node) {
    node = tree.nodes[node].parent;
    while (node != 0 && !breaks_line(tree.nodes[node].tag)) node = tree.nodes[node].parent;
    return node;
}

}  // namespace axray::read
