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
                const bool as_typed = std::any_of(open.begin(), open.end(), [this](std::uint32_t element) {
                    return tree_.nodes[element].tag == HtmlTag::pre;
                });
                for (std::uint32_t i = current.first_place; i < current.first_place + current.place_count; ++i) {
                    add_place(tree_.places[i], as_typed);
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
    // Where white space is shown as it was typed, only a single blank is one: a search finds nothing over the rest.
    void add_place(Span place, bool as_typed) {
        std::uint32_t begin = place.begin;
        for (std::uint32_t at = place.begin; as_typed && at < place.end;) {
            std::uint32_t end = at;
            while (end < place.end && is_ascii_blank(tree_.page[end])) ++end;
            if (end > at + 1 || (end > at && tree_.page[at] != ' ')) {
                append_html_text(writer_, tree_.page, {begin, at});
                end_piece();
                begin = end;
            }
            at = std::max(end, at + 1);
        }
        append_html_text(writer_, tree_.page, {begin, place.end});
    }

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

// A blank beside a no-break space, which a browser shows as two: a search finds nothing over it.
void part_at_double_blanks(std::string_view decoded, PageText& page) {
    const auto is_double = [decoded](std::uint32_t begin, std::uint32_t end) {
        std::size_t blanks = 0;
        bool hard = false;
        for (std::uint32_t at = begin; at < end; ++at) {
            const bool reference = decoded.substr(at, 6) == "&nbsp;" || decoded.substr(at, 6) == "&#160;";
            const bool no_break = reference || decoded.substr(at, 2) == "\xC2\xA0";
            hard = hard || no_break;
            blanks += no_break || is_ascii_blank(decoded[at]) ? 1 : 0;
        }
        return hard && blanks > 1;
    };
    constexpr std::uint32_t kFarthest = 4096;  // bytes; tags with much in them lie between
    for (std::size_t i = 0; i + 1 < page.runs.size(); ++i) {
        const OriginRun& run = page.runs[i];
        const std::uint32_t text_end = run.text_begin + run.text_length;
        // The blank is the end of this run, a run of its own, the begin of the next one, or in none.
        const bool ends = page.text[text_end - 1] == ' ' && run.text_length == run.original_length;
        const bool own = run.text_length == 1 && page.text[run.text_begin] == ' ' && i > 0;
        const std::uint32_t blank = ends || own ? text_end - 1 : text_end;
        if (page.text[blank] != ' ') continue;
        const OriginRun& before = page.runs[own ? i - 1 : i];
        const OriginRun& next = page.runs[i + 1];
        const std::uint32_t begin = before.original_begin + before.original_length - (ends && !own ? 1 : 0);
        const bool next_begins_with_it = blank == next.text_begin;
        if (next_begins_with_it && next.text_length == 1) continue;  // seen again as a run of its own
        const std::uint32_t end = next.original_begin + (next_begins_with_it ? 1 : 0);
        if (end > begin && end - begin < kFarthest && is_double(begin, end)) page.text[blank] = '\n';
    }
}

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
    part_at_double_blanks(tree.page, page);
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
