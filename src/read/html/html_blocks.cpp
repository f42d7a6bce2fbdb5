#include "read/html/html_blocks.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "read/characters/ascii.hpp"
#include "read/characters/characters.hpp"
#include "read/html/html_characters.hpp"
#include "read/html/html_surroundings.hpp"

namespace axray::read {
namespace {

constexpr std::string_view kCellSeparator = " | ";

bool is_cell(HtmlTag tag) { return tag == HtmlTag::td || tag == HtmlTag::th; }

// What an element makes of the blocks in it, given what its parent makes of them.
BlockKind kind_inside(HtmlTag tag, BlockKind outer) {
    switch (tag) {
        case HtmlTag::h1:
        case HtmlTag::h2:
        case HtmlTag::h3:
        case HtmlTag::h4:
        case HtmlTag::h5:
        case HtmlTag::h6: return BlockKind::heading;
        case HtmlTag::li:
        case HtmlTag::dd:
        case HtmlTag::dt: return BlockKind::list_item;
        case HtmlTag::blockquote: return BlockKind::quotation;
        case HtmlTag::figcaption:
        case HtmlTag::caption: return BlockKind::caption;
        case HtmlTag::article:
        case HtmlTag::section:
        case HtmlTag::main:
        case HtmlTag::aside:
        case HtmlTag::table:
        case HtmlTag::nav:
        case HtmlTag::header:
        case HtmlTag::footer: return BlockKind::paragraph;
        default: return outer;
    }
}

bool style_hides(std::string_view style) {
    for (const std::string_view property : {"display", "visibility"}) {
        std::size_t at = find_ignoring_case(style, property, 0);
        if (at == std::string_view::npos) continue;
        at = style.find_first_not_of(" :\t", at + property.size());
        if (at == std::string_view::npos) continue;
        const std::string_view value = style.substr(at);
        if (starts_with_ignoring_case(value, "none") || starts_with_ignoring_case(value, "hidden")) return true;
    }
    return false;
}

struct OpenElement {
    std::uint32_t node = 0;
    BlockKind kind = BlockKind::paragraph;
    Surroundings surroundings = Surroundings::none;
    Within within = Within::page;
    bool link = false;
    std::uint32_t link_node = 0;
    bool hidden = false;
};

class Segmenter {
public:
    Segmenter(const HtmlTree& tree, const std::vector<std::uint32_t>& text_bytes, BlockWriter& writer)
        : tree_(tree), text_bytes_(text_bytes), writer_(writer), block_begin_(writer.size()) {}

    void segment() {
        OpenElement top;
        std::vector<OpenElement> open;
        for (std::uint32_t node = 0; node < tree_.nodes.size();) {
            while (!open.empty() && tree_.nodes[open.back().node].end <= node) {
                leave(open.back());
                open.pop_back();
            }
            const OpenElement& parent = open.empty() ? top : open.back();
            const HtmlTag tag = tree_.nodes[node].tag;
            if (tag == HtmlTag::text) {
                add_text(node, parent);
                ++node;
            } else if (never_shows_text(tag) || tag == HtmlTag::head) {
                node = tree_.nodes[node].end;
            } else if (tag == HtmlTag::br) {
                ++line_breaks_;
                if (line_breaks_ >= 2) end_block();
                ++node;
            } else if (!is_block_element(tag) && is_hidden(node)) {
                hidden_parts_.push_back(node);
                node = tree_.nodes[node].end;
            } else {
                open.push_back(enter(node, parent));
                ++node;
            }
        }
        end_block();
    }

private:
    double text_share(std::uint32_t node) const {
        const double all = text_bytes_.back();
        return all > 0 ? (text_bytes_[tree_.nodes[node].end] - text_bytes_[node]) / all : 0;
    }

    // An element that holds most of the page is no menu, whatever its class says.
    Surroundings own_surroundings(std::uint32_t node, const OpenElement& parent) const {
        constexpr double kMuch = 0.4;
        constexpr double kNearlyAll = 0.85;
        const HtmlTag tag = tree_.nodes[node].tag;
        Surroundings found = surroundings_of_tag(tag, parent.within);
        const bool container =
            tag == HtmlTag::html || tag == HtmlTag::body || tag == HtmlTag::main || tag == HtmlTag::article;
        if (!container) {
            for (const HtmlAttributeName name :
                 {HtmlAttributeName::class_, HtmlAttributeName::id, HtmlAttributeName::role}) {
                const Span value = tree_.attribute(node, name);
                if (!value.empty()) found = found | surroundings_of_name(tree_.slice(value));
            }
        }
        if (found == Surroundings::none) return found;
        const double share = text_share(node);
        if (share > kNearlyAll) return Surroundings::none;
        if (share > kMuch) return found & (Surroundings::comments | Surroundings::navigation);
        return found;
    }

    bool is_hidden(std::uint32_t node) const {
        constexpr double kMuch = 0.4;  // pages that reveal themselves by script hide everything at first
        const bool says_so = tree_.has_attribute(node, HtmlAttributeName::hidden) ||
                             style_hides(tree_.slice(tree_.attribute(node, HtmlAttributeName::style))) ||
                             (is_block_element(tree_.nodes[node].tag) &&
                              tree_.slice(tree_.attribute(node, HtmlAttributeName::aria_hidden)) == "true");
        return says_so && text_share(node) < kMuch;
    }

    OpenElement enter(std::uint32_t node, const OpenElement& parent) {
        const HtmlTag tag = tree_.nodes[node].tag;
        OpenElement element = parent;
        element.node = node;
        element.kind = kind_inside(tag, parent.kind);
        element.hidden = parent.hidden || is_hidden(node);
        if (tag == HtmlTag::article || tag == HtmlTag::main) element.within = Within::article;
        element.link = parent.link || tag == HtmlTag::a;
        if (tag == HtmlTag::a) element.link_node = node;
        element.surroundings = parent.surroundings | own_surroundings(node, parent);
        if (is_block_element(tag)) {
            if (in_row_ && is_cell(tag))
                begin_cell();
            else
                end_block();
            if (tag == HtmlTag::tr && is_simple_row(node)) begin_row();
        }
        return element;
    }

    void leave(const OpenElement& element) {
        const HtmlTag tag = tree_.nodes[element.node].tag;
        if (in_row_ && is_cell(tag)) return;
        if (is_block_element(tag)) end_block();
        if (tag == HtmlTag::tr) in_row_ = false;
    }

    // A row whose cells hold only running text; other tables lay out the page.
    bool is_simple_row(std::uint32_t row) const {
        std::size_t cells = 0;
        for (std::uint32_t node = row + 1; node < tree_.nodes[row].end; ++node) {
            if (is_cell(tree_.nodes[node].tag))
                ++cells;
            else if (is_block_element(tree_.nodes[node].tag))
                return false;
        }
        return cells >= 2;
    }
    void begin_row() {
        in_row_ = true;
        filled_cells_ = 0;
        cell_begins_ = true;
    }
    void begin_cell() { cell_begins_ = true; }

    void add_text(std::uint32_t node, const OpenElement& parent) {
        const HtmlNode& text = tree_.nodes[node];
        for (std::uint32_t i = text.first_place; i < text.first_place + text.place_count; ++i) {
            const Span place = tree_.places[i];
            if (is_white_space(tree_.slice(place))) {
                if (!in_row_ || !cell_begins_) writer_.append(tree_.page, {place.begin, place.begin + 1});
                continue;
            }
            before_words(parent);
            const std::uint32_t before = writer_.size();
            append_html_text(writer_, tree_.page, place);
            if (parent.link) {
                link_bytes_ += writer_.size() - before;
                add_link(parent.link_node, {before, writer_.size()});
            }
        }
    }
    // The words of one link may come in several pieces.
    void add_link(std::uint32_t node, Span words) {
        constexpr std::size_t kMostLinks = 20'000;
        constexpr std::uint32_t kLongestAddress = 4'000;
        std::vector<RawLink>& links = writer_.list().links;
        const Span address = tree_.attribute(node, HtmlAttributeName::href);
        if (address.empty() || address.size() > kLongestAddress || words.empty()) return;
        if (!links.empty() && links.back().address == address && links.back().text.end >= block_begin_)
            links.back().text.end = words.end;
        else if (links.size() < kMostLinks)
            links.push_back({words, address});
    }
    static bool is_white_space(std::string_view text) {
        return std::all_of(text.begin(), text.end(), [](char character) { return is_ascii_blank(character); });
    }

    void before_words(const OpenElement& parent) {
        if (line_breaks_ > 0) {
            line_breaks_ = 0;
            // One line break ends a paragraph only after the end of a sentence; in addresses and verse it does not.
            if (!in_row_ && ends_like_a_sentence(open_text()))
                end_block();
            else
                writer_.append_blank();
        }
        if (in_row_ && cell_begins_) {
            cell_begins_ = false;
            ++filled_cells_;
            writer_.append_inserted(kCellSeparator);
        }
        if (writer_.is_block_empty()) {
            block_element_ = parent;
        }
    }
    std::string_view open_text() const { return std::string_view(writer_.list().text).substr(block_begin_); }

    void end_block() {
        line_breaks_ = 0;
        const Span span = writer_.end_block();
        block_begin_ = span.end;
        if (!span.empty()) {
            RawBlock block;
            block.kind = in_row_ && filled_cells_ >= 2 ? BlockKind::table_row : block_element_.kind;
            block.span = span;
            block.link_bytes = std::min(link_bytes_, span.size());
            block.node = block_element_.node;
            block.surroundings = block_element_.surroundings | Surroundings::stands_alone;
            if (block_element_.hidden) block.cut = CutReason::hidden;
            writer_.list().blocks.push_back(block);
        }
        link_bytes_ = 0;
        filled_cells_ = 0;
        cell_begins_ = true;
        write_hidden_parts();
    }

    // What stood hidden among the words of the block: blocks of their own behind it, set aside, so that nothing is
    // lost.
    void write_hidden_parts() {
        for (const std::uint32_t part : hidden_parts_) {
            for (std::uint32_t node = part + 1; node < tree_.nodes[part].end; ++node) {
                const HtmlNode& current = tree_.nodes[node];
                if (never_shows_text(current.tag)) node = current.end - 1;
                if (current.tag != HtmlTag::text) continue;
                for (std::uint32_t i = current.first_place; i < current.first_place + current.place_count; ++i) {
                    append_html_text(writer_, tree_.page, tree_.places[i]);
                }
            }
            RawBlock block;
            block.span = writer_.end_block();
            block.node = part;
            block.surroundings = Surroundings::stands_alone;
            block.cut = CutReason::hidden;
            block_begin_ = block.span.end;
            if (!block.span.empty()) writer_.list().blocks.push_back(block);
        }
        hidden_parts_.clear();
    }

    const HtmlTree& tree_;
    const std::vector<std::uint32_t>& text_bytes_;
    BlockWriter& writer_;
    OpenElement block_element_;  // the innermost element in which the open block began
    std::uint32_t block_begin_;
    std::uint32_t link_bytes_ = 0;
    std::uint32_t line_breaks_ = 0;
    std::uint32_t filled_cells_ = 0;
    std::vector<std::uint32_t> hidden_parts_;  // inline elements of the open block that no reader sees
    bool in_row_ = false;
    bool cell_begins_ = false;
};

}  // namespace

void append_html_blocks(const HtmlTree& tree, const std::vector<std::uint32_t>& text_bytes, BlockWriter& writer) {
    Segmenter(tree, text_bytes, writer).segment();
}

bool is_block_element(HtmlTag tag) {
    switch (tag) {
        case HtmlTag::address:
        case HtmlTag::article:
        case HtmlTag::aside:
        case HtmlTag::blockquote:
        case HtmlTag::body:
        case HtmlTag::button:
        case HtmlTag::caption:
        case HtmlTag::dd:
        case HtmlTag::details:
        case HtmlTag::dialog:
        case HtmlTag::div:
        case HtmlTag::dl:
        case HtmlTag::dt:
        case HtmlTag::fieldset:
        case HtmlTag::figcaption:
        case HtmlTag::figure:
        case HtmlTag::footer:
        case HtmlTag::form:
        case HtmlTag::h1:
        case HtmlTag::h2:
        case HtmlTag::h3:
        case HtmlTag::h4:
        case HtmlTag::h5:
        case HtmlTag::h6:
        case HtmlTag::header:
        case HtmlTag::hr:
        case HtmlTag::html:
        case HtmlTag::legend:
        case HtmlTag::li:
        case HtmlTag::main:
        case HtmlTag::menu:
        case HtmlTag::nav:
        case HtmlTag::ol:
        case HtmlTag::p:
        case HtmlTag::pre:
        case HtmlTag::section:
        case HtmlTag::summary:
        case HtmlTag::table:
        case HtmlTag::tbody:
        case HtmlTag::td:
        case HtmlTag::tfoot:
        case HtmlTag::th:
        case HtmlTag::thead:
        case HtmlTag::tr:
        case HtmlTag::ul: return true;
        default: return false;
    }
}

bool never_shows_text(HtmlTag tag) {
    switch (tag) {
        case HtmlTag::script:
        case HtmlTag::style:
        case HtmlTag::template_:
        case HtmlTag::noscript:
        case HtmlTag::iframe:
        case HtmlTag::object:
        case HtmlTag::audio:
        case HtmlTag::video:
        case HtmlTag::canvas:
        case HtmlTag::svg:
        case HtmlTag::map:
        case HtmlTag::select:
        case HtmlTag::textarea:
        case HtmlTag::meta:
        case HtmlTag::link:
        case HtmlTag::title: return true;
        default: return false;
    }
}

std::vector<std::uint32_t> count_text_bytes(const HtmlTree& tree) {
    std::vector<std::uint32_t> counts(tree.nodes.size() + 1, 0);
    std::uint32_t total = 0;
    std::uint32_t shown_from = 0;  // nodes before it are inside an element that shows nothing
    for (std::uint32_t node = 0; node < tree.nodes.size(); ++node) {
        counts[node] = total;
        const HtmlNode& current = tree.nodes[node];
        if (never_shows_text(current.tag) || current.tag == HtmlTag::head)
            shown_from = std::max(shown_from, current.end);
        if (node < shown_from || current.tag != HtmlTag::text) continue;
        for (std::uint32_t i = current.first_place; i < current.first_place + current.place_count; ++i) {
            total += static_cast<std::uint32_t>(trim_ascii(tree.slice(tree.places[i])).size());
        }
    }
    counts.back() = total;
    return counts;
}

}  // namespace axray::read
