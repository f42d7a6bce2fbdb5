#include "read/place/node_path.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>

#include "base/utf8.hpp"
#include "read/html/html_characters.hpp"

namespace axray::read {
namespace {

struct TagName {
    HtmlTag tag;
    std::string_view name;
};
// Those that pages are built of; any other is counted among all elements.
constexpr TagName kTagNames[] = {
    {HtmlTag::a, "a"},
    {HtmlTag::address, "address"},
    {HtmlTag::article, "article"},
    {HtmlTag::aside, "aside"},
    {HtmlTag::blockquote, "blockquote"},
    {HtmlTag::body, "body"},
    {HtmlTag::caption, "caption"},
    {HtmlTag::cite, "cite"},
    {HtmlTag::code, "code"},
    {HtmlTag::dd, "dd"},
    {HtmlTag::details, "details"},
    {HtmlTag::div, "div"},
    {HtmlTag::dl, "dl"},
    {HtmlTag::dt, "dt"},
    {HtmlTag::fieldset, "fieldset"},
    {HtmlTag::figcaption, "figcaption"},
    {HtmlTag::figure, "figure"},
    {HtmlTag::footer, "footer"},
    {HtmlTag::form, "form"},
    {HtmlTag::h1, "h1"},
    {HtmlTag::h2, "h2"},
    {HtmlTag::h3, "h3"},
    {HtmlTag::h4, "h4"},
    {HtmlTag::h5, "h5"},
    {HtmlTag::h6, "h6"},
    {HtmlTag::head, "head"},
    {HtmlTag::header, "header"},
    {HtmlTag::html, "html"},
    {HtmlTag::li, "li"},
    {HtmlTag::main, "main"},
    {HtmlTag::meta, "meta"},
    {HtmlTag::nav, "nav"},
    {HtmlTag::ol, "ol"},
    {HtmlTag::p, "p"},
    {HtmlTag::pre, "pre"},
    {HtmlTag::q, "q"},
    {HtmlTag::section, "section"},
    {HtmlTag::span, "span"},
    {HtmlTag::table, "table"},
    {HtmlTag::tbody, "tbody"},
    {HtmlTag::td, "td"},
    {HtmlTag::tfoot, "tfoot"},
    {HtmlTag::th, "th"},
    {HtmlTag::thead, "thead"},
    {HtmlTag::time, "time"},
    {HtmlTag::title, "title"},
    {HtmlTag::tr, "tr"},
    {HtmlTag::ul, "ul"},
};

constexpr std::string_view kContent = "@content";

bool is_text(const HtmlTree& tree, std::uint32_t node) { return tree.nodes[node].tag == HtmlTag::text; }

std::string_view name_of(HtmlTag tag) {
    const auto* row =
        std::find_if(std::begin(kTagNames), std::end(kTagNames), [tag](const TagName& own) { return own.tag == tag; });
    return row != std::end(kTagNames) ? row->name : std::string_view();
}

bool is_inside_svg(const HtmlTree& tree, std::uint32_t node) {
    for (; node != tree.nodes[node].parent; node = tree.nodes[node].parent) {
        if (tree.nodes[node].tag == HtmlTag::svg) return true;
    }
    return false;
}

// The step by which a node is reached from its parent. XPath counts from 1.
std::string step_to(const HtmlTree& tree, std::uint32_t node) {
    const HtmlTag tag = tree.nodes[node].tag;
    const std::uint32_t parent = tree.nodes[node].parent;
    const bool root = parent == node;
    std::string_view name = tag == HtmlTag::text ? std::string_view("text()") : name_of(tag);
    if (tag != HtmlTag::text && is_inside_svg(tree, node)) name = {};
    std::size_t same = 1;
    std::size_t all = 1;
    for (std::uint32_t child = parent + 1; !root && child < node; child = tree.nodes[child].end) {
        same += tree.nodes[child].tag == tag ? 1 : 0;
        all += tree.nodes[child].tag != HtmlTag::text ? 1 : 0;
    }
    if (name.empty()) return "/*[" + std::to_string(all) + "]";
    const bool only_one = tag == HtmlTag::html || tag == HtmlTag::body || tag == HtmlTag::head;
    return "/" + std::string(name) + (only_one ? std::string() : "[" + std::to_string(same) + "]");
}

// Calls visit(code point, byte where it begins) for each character of a place as the DOM holds it; false when visit
// gave false.
template <class Visit>
bool walk_place(const HtmlTree& tree, Span place, Visit visit) {
    const std::string_view page = tree.page.substr(0, place.end);
    for (std::uint32_t at = place.begin; at < place.end;) {
        if (page[at] == '&') {
            const CharacterReference reference = read_reference(page, at);
            if (reference.length > 0) {
                if (!visit(reference.first, at)) return false;
                if (reference.second != 0 && !visit(reference.second, at)) return false;
                at += reference.length;
                continue;
            }
        }
        auto character = base::decode_utf8(page, at);
        if (character.value == U'\r') {
            character.value = U'\n';
            if (at + 1 < place.end && page[at + 1] == '\n') character.size = 2;
        }
        // The parser leaves NUL out.
        if (character.value != 0 && !visit(character.value, at)) return false;
        at += character.size;
    }
    return true;
}

template <class Visit>
void walk_characters(const HtmlTree& tree, TextHolder holder, Visit visit) {
    if (!is_text(tree, holder.node)) {
        walk_place(tree, tree.attribute(holder.node, HtmlAttributeName::content), visit);
        return;
    }
    const HtmlNode& node = tree.nodes[holder.node];
    for (std::uint32_t i = node.first_place; i < node.first_place + node.place_count; ++i) {
        if (!walk_place(tree, tree.places[i], visit)) return;
    }
}

}  // namespace

TextNodes::TextNodes(const HtmlTree& tree) {
    for (std::uint32_t node = 0; node < tree.nodes.size(); ++node) {
        const HtmlNode& current = tree.nodes[node];
        if (current.tag == HtmlTag::meta) {
            const Span content = tree.attribute(node, HtmlAttributeName::content);
            if (!content.empty()) places_.push_back({content.begin, content.end, node});
        }
        if (current.tag != HtmlTag::text) continue;
        for (std::uint32_t i = current.first_place; i < current.first_place + current.place_count; ++i) {
            places_.push_back({tree.places[i].begin, tree.places[i].end, node});
        }
    }
    std::sort(places_.begin(), places_.end(), [](const Place& a, const Place& b) { return a.begin < b.begin; });
}

std::optional<TextHolder> TextNodes::find(std::uint32_t position) const {
    auto next = std::upper_bound(places_.begin(), places_.end(), position,
                                 [](std::uint32_t at, const Place& place) { return at < place.begin; });
    if (next == places_.begin()) return std::nullopt;
    --next;
    if (position >= next->end) return std::nullopt;
    return TextHolder{next->node};
}

std::string path_of(const HtmlTree& tree, TextHolder holder) {
    std::vector<std::string> steps;
    std::uint32_t node = holder.node;
    for (;; node = tree.nodes[node].parent) {
        steps.push_back(step_to(tree, node));
        if (tree.nodes[node].parent == node) break;
    }
    std::string path;
    for (auto step = steps.rbegin(); step != steps.rend(); ++step) path += *step;
    if (!is_text(tree, holder.node)) path.append("/").append(kContent);
    return path;
}

std::uint32_t offset_in(const HtmlTree& tree, TextHolder holder, std::uint32_t position) {
    std::uint32_t units = 0;
    walk_characters(tree, holder, [&](char32_t character, std::uint32_t at) {
        if (at >= position) return false;
        units += character > 0xFFFF ? 2 : 1;
        return true;
    });
    return units;
}

std::string text_held(const HtmlTree& tree, TextHolder holder) {
    std::string text;
    walk_characters(tree, holder, [&](char32_t character, std::uint32_t) {
        base::append_utf8(text, character);
        return true;
    });
    return text;
}

std::optional<TextHolder> follow_path(const HtmlTree& tree, std::string_view path) {
    if (tree.nodes.empty() || !path.starts_with("/html")) return std::nullopt;
    std::uint32_t node = 0;
    path.remove_prefix(5);
    while (!path.empty()) {
        path.remove_prefix(1);
        if (path == kContent) return TextHolder{node};
        const std::string_view step = path.substr(0, std::min(path.find('/'), path.size()));
        path.remove_prefix(step.size());
        const std::string_view name = step.substr(0, std::min(step.find('['), step.size()));
        std::size_t wanted = 1;
        if (name.size() < step.size()) {
            std::from_chars(step.data() + name.size() + 1, step.data() + step.size() - 1, wanted);
        }
        std::uint32_t child = node + 1;
        for (; child < tree.nodes[node].end; child = tree.nodes[child].end) {
            const HtmlTag tag = tree.nodes[child].tag;
            const bool text = tag == HtmlTag::text;
            const bool fits = name == "text()" ? text : name == "*" ? !text : !text && name_of(tag) == name;
            if (fits && --wanted == 0) break;
        }
        if (child >= tree.nodes[node].end) return std::nullopt;
        node = child;
    }
    return TextHolder{node};
}

}  // namespace axray::read
