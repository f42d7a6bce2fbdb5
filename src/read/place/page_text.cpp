#include "read/place/page_text.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "read/blocks.hpp"
#include "read/characters/ascii.hpp"
#include "read/html/html_blocks.hpp"
#include "read/html/html_characters.hpp"

namespace axray::read {
namespace {

// Elements that stand in a line like a picture, so that no word reaches over them.
bool interrupts(HtmlTag tag) {
    switch (tag) {
        case HtmlTag::br:
        case HtmlTag::img:
        case HtmlTag::input:
        case HtmlTag::button:
        case HtmlTag::select:
        case HtmlTag::textarea:
        case HtmlTag::svg:
        case HtmlTag::iframe:
        case HtmlTag::object:
        case HtmlTag::video:
        case HtmlTag::audio:
        case HtmlTag::canvas: return true;
        default: return is_block_element(tag);
    }
}

bool is_hidden(const HtmlTree& tree, std::uint32_t node) {
    if (tree.has_attribute(node, HtmlAttributeName::hidden)) return true;
    const std::string style = lower_ascii(tree.slice(tree.attribute(node, HtmlAttributeName::style)));
    std::string dense;
    for (const char character : style) {
        if (!is_ascii_blank(character)) dense.push_back(character);
    }
    return dense.find("display:none") != std::string::npos || dense.find("visibility:hidden") != std::string::npos;
}

class Collector {
public:
    explicit Collector(const HtmlTree& tree) : tree_(tree) {}

    PageText collect() {
        std::vector<std::uint32_t> open;  // elements around the node that end a piece when they end
        for (std::uint32_t node = 0; node < tree_.nodes.size();) {
            while (!open.empty() && tree_.nodes[open.back()].end <= node) {
                end_piece();
                open.pop_back();
            }
            const HtmlNode& current = tree_.nodes[node];
            if (current.tag == HtmlTag::text) {
                for (std::uint32_t i = current.first_place; i < current.first_place + current.place_count; ++i) {
                    append_html_text(writer_, tree_.page, tree_.places[i]);
                }
                ++node;
                continue;
            }
            if (interrupts(current.tag)) {
                end_piece();
                open.push_back(node);
            }
            const bool shown =
                !never_shows_text(current.tag) && current.tag != HtmlTag::head && !is_hidden(tree_, node);
            node = shown ? node + 1 : current.end;
        }
        end_piece();
        return finish();
    }

private:
    void end_piece() {
        const Span span = writer_.end_block();
        if (!span.empty()) pieces_.push_back(span);
    }

    // Puts a line feed between pieces; runs that reach over a border are parted there.
    PageText finish() {
        const BlockList& list = writer_.list();
        PageText page;
        auto run = list.runs.begin();
        for (const Span piece : pieces_) {
            if (!page.text.empty()) page.text.push_back('\n');
            const auto begin = static_cast<std::uint32_t>(page.text.size());
            page.text += list.slice(piece);
            while (run != list.runs.end() && run->text_begin + run->text_length <= piece.begin) ++run;
            for (auto part = run; part != list.runs.end() && part->text_begin < piece.end; ++part) {
                OriginRun own = *part;
                if (own.text_length == own.original_length) {
                    const std::uint32_t from = std::max(own.text_begin, piece.begin);
                    const std::uint32_t to = std::min(own.text_begin + own.text_length, piece.end);
                    own = {from, to - from, part->original_begin + (from - part->text_begin), to - from};
                }
                own.text_begin = begin + (std::max(own.text_begin, piece.begin) - piece.begin);
                page.runs.push_back(own);
            }
        }
        return page;
    }

    const HtmlTree& tree_;
    BlockWriter writer_;
    std::vector<Span> pieces_;
};

void sort_by_original(PageText& page) {
    page.by_original = page.runs;
    std::sort(page.by_original.begin(), page.by_original.end(), [](const OriginRun& a, const OriginRun& b) {
        return a.original_begin != b.original_begin ? a.original_begin < b.original_begin : a.text_begin < b.text_begin;
    });
}

}  // namespace

std::optional<std::uint32_t> PageText::find(std::uint32_t position) const {
    auto next = std::upper_bound(by_original.begin(), by_original.end(), position,
                                 [](std::uint32_t at, const OriginRun& run) { return at < run.original_begin; });
    // A reference that stands for two characters has two runs at one place.
    for (; next != by_original.begin(); --next) {
        const OriginRun& run = *(next - 1);
        if (position >= run.original_begin + run.original_length) return std::nullopt;
        if (next - 1 != by_original.begin() && (next - 2)->original_begin == run.original_begin) continue;
        const bool divisible = run.text_length == run.original_length;
        return run.text_begin + (divisible ? position - run.original_begin : 0);
    }
    return std::nullopt;
}

PageText page_text_of(const HtmlTree& tree) {
    PageText page = Collector(tree).collect();
    sort_by_original(page);
    return page;
}

PageText page_text_of(const Document& document) {
    PageText page;
    page.text = document.text;
    const auto size = static_cast<std::uint32_t>(page.text.size());
    page.runs.push_back({0, size, 0, size});
    sort_by_original(page);
    return page;
}

}  // namespace axray::read
