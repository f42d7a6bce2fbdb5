#include "read/place/place.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>

#include "base/utf8.hpp"
#include "read/characters/charset.hpp"
#include "read/html/html_tree.hpp"
#include "read/place/page_text.hpp"

namespace axray::read {
namespace {

// The same decoding as when the file was read.
DecodedText decode_again(std::string_view bytes, const Document& document) {
    const std::string_view declared = charset_declared_in_page(bytes);
    DecodedText decoded = decode(bytes, {.transport = {}, .page = declared});
    if (decoded.charset != document.metadata.charset) {
        decoded = decode(bytes, {.transport = document.metadata.charset, .page = declared});
    }
    return decoded;
}

std::vector<OriginRun> sorted_by_original(std::vector<OriginRun> runs) {
    std::sort(runs.begin(), runs.end(),
              [](const OriginRun& a, const OriginRun& b) { return a.original_begin < b.original_begin; });
    return runs;
}

std::uint32_t character_size(std::string_view text, std::uint32_t at) { return base::decode_utf8(text, at).size; }

std::uint32_t last_character(std::string_view text, Span span) {
    std::uint32_t at = span.end - 1;
    while (at > span.begin && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
    return at;
}

}  // namespace

struct PlaceFinder::State {
    std::string_view bytes;
    const Document* document = nullptr;
    DecodedText decoded;
    std::vector<OriginRun> by_original;  // of the decoding, when there was one
    std::optional<HtmlTree> tree;
    std::optional<TextNodes> nodes;
    PageText page;
    std::optional<QuoteFinder> quotes;

    // A byte of the file as a byte of the decoded text.
    std::uint32_t decoded_place(std::uint32_t original) const {
        if (by_original.empty()) return original - std::min(original, decoded.skipped);
        auto next = std::upper_bound(by_original.begin(), by_original.end(), original,
                                     [](std::uint32_t at, const OriginRun& run) { return at < run.original_begin; });
        if (next == by_original.begin()) return 0;
        --next;
        const bool divisible = next->text_length == next->original_length;
        return next->text_begin + (divisible ? std::min(original - next->original_begin, next->text_length) : 0);
    }

    // The part of the span whose first and last characters stand in the file; inserted ones are left out.
    Span rooted(Span span) const {
        const std::string_view text = document->text;
        while (span.begin < span.end) {
            const std::uint32_t size = character_size(text, span.begin);
            if (!document->origin.to_original({span.begin, span.begin + size}).empty()) break;
            span.begin += size;
        }
        while (span.begin < span.end) {
            const std::uint32_t last = last_character(text, span);
            if (!document->origin.to_original({last, span.end}).empty()) break;
            span.end = last;
        }
        return span;
    }

    // Bytes of the decoded text at which the first character begins and the last one ends.
    Span decoded_ends(Span span) const {
        const std::string_view text = document->text;
        const Span first = document->origin.to_original({span.begin, span.begin + character_size(text, span.begin)});
        const Span last = document->origin.to_original({last_character(text, span), span.end});
        return {decoded_place(first.begin), decoded_place(last.end - 1) + 1};
    }

    NodePoint point_at(std::uint32_t decoded_byte) const {
        const auto node = nodes->find(decoded_byte);
        return node ? NodePoint{path_of(*tree, *node), offset_in(*tree, *node, decoded_byte)} : NodePoint{};
    }

    NodePoint point_after(std::uint32_t decoded_end) const {
        const auto node = nodes->find(decoded_end - 1);
        if (!node) return {};
        return {path_of(*tree, *node), offset_in(*tree, *node, decoded_end)};
    }

    // The span as bytes of the page's text.
    Span in_page(Span span) const {
        if (!tree) return span;
        span = rooted(span);
        if (span.empty()) return {};
        const Span ends = decoded_ends(span);
        const auto begin = page.find(ends.begin);
        auto last = page.find(ends.end - 1);
        if (!begin || !last) return {};
        while (*last > 0 && (static_cast<unsigned char>(page.text[*last]) & 0xC0U) == 0x80U) --*last;
        const std::uint32_t end = *last + character_size(page.text, *last);
        return end > *begin ? Span{*begin, end} : Span{};
    }
};

PlaceFinder::PlaceFinder(std::unique_ptr<State> state) : state_(std::move(state)) {}
PlaceFinder::PlaceFinder(PlaceFinder&&) noexcept = default;
PlaceFinder& PlaceFinder::operator=(PlaceFinder&&) noexcept = default;
PlaceFinder::~PlaceFinder() = default;

Result<PlaceFinder> PlaceFinder::open(std::string_view bytes, const Document& document) {
    auto state = std::make_unique<State>();
    state->bytes = bytes;
    state->document = &document;
    if (document.metadata.media_type == "text/html") {
        state->decoded = decode_again(bytes, document);
        state->by_original = sorted_by_original(state->decoded.runs);
        auto tree = parse_html(state->decoded.text());
        if (!tree) return fail(std::move(tree).error());
        state->tree = std::move(*tree);
        state->nodes.emplace(*state->tree);
        state->page = page_text_of(*state->tree);
    } else {
        state->page = page_text_of(document);
    }
    state->quotes.emplace(state->page);
    return PlaceFinder(std::move(state));
}

Place PlaceFinder::find(Span span) const {
    Place place;
    const std::vector<PageBox>& boxes = state_->document->boxes;
    auto box = std::partition_point(boxes.begin(), boxes.end(),
                                    [span](const PageBox& one) { return one.text.end <= span.begin; });
    for (; box != boxes.end() && box->text.begin < span.end; ++box) place.boxes.push_back(*box);
    place.bytes = state_->document->origin.to_original(span);
    const Span rooted = state_->tree ? state_->rooted(span) : Span{};
    if (rooted.empty()) return place;
    const Span ends = state_->decoded_ends(rooted);
    place.begin = state_->point_at(ends.begin);
    place.end = state_->point_after(ends.end);
    return place;
}

TextQuote PlaceFinder::quote(Span span) const {
    const Span place = state_->in_page(span);
    return place.empty() ? TextQuote{} : state_->quotes->quote(place);
}

std::string PlaceFinder::fragment(Span span) const {
    const Span place = state_->in_page(span);
    return place.empty() ? std::string() : state_->quotes->fragment(place);
}

std::string PlaceFinder::text_between(const NodePoint& begin, const NodePoint& end) const {
    if (!state_->tree) return {};
    const HtmlTree& tree = *state_->tree;
    const auto first = follow_path(tree, begin.path);
    const auto last = follow_path(tree, end.path);
    if (!first || !last || last->node < first->node) return {};
    // Offsets count UTF-16 units.
    const auto byte_of = [](std::string_view text, std::uint32_t offset) {
        std::size_t at = 0;
        for (std::uint32_t units = 0; at < text.size() && units < offset;) {
            const auto character = base::decode_utf8(text, at);
            units += character.value > 0xFFFF ? 2 : 1;
            at += character.size;
        }
        return at;
    };
    std::string words;
    for (std::uint32_t node = first->node; node <= last->node; ++node) {
        const bool end_point = node == first->node || node == last->node;
        if (tree.nodes[node].tag != HtmlTag::text && !end_point) continue;
        const std::string text = text_held(tree, {node});
        const std::size_t from = node == first->node ? byte_of(text, begin.offset) : 0;
        const std::size_t to = node == last->node ? byte_of(text, end.offset) : text.size();
        if (to > from) words += text.substr(from, to - from);
    }
    return words;
}

}  // namespace axray::read
