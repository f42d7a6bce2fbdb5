#include "read/assemble.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "read/html/html_characters.hpp"
#include "read/metadata/addresses.hpp"

namespace axray::read {
namespace {

constexpr std::size_t kLongestCutText = 1000;  // bytes

// Leads runs of decoded text on to bytes of the file.
class OriginalPlaces {
public:
    explicit OriginalPlaces(const DecodedText& decoded) : decoded_(decoded) {}

    // Appends what `run` (text to decoded text) becomes as text to bytes of the file.
    void append(const OriginRun& run, std::vector<OriginRun>& out) {
        if (decoded_.runs.empty()) {
            add({run.text_begin, run.text_length, run.original_begin + decoded_.skipped, run.original_length}, out);
            return;
        }
        const std::uint32_t end = run.original_begin + run.original_length;
        const bool divisible = run.text_length == run.original_length;
        auto piece = first_ending_after(run.original_begin);
        if (!divisible) {
            const Span place = original({run.original_begin, end});
            add({run.text_begin, run.text_length, place.begin, place.size()}, out);
            return;
        }
        for (; piece != decoded_.runs.end() && piece->text_begin < end; ++piece) {
            const std::uint32_t from = std::max(piece->text_begin, run.original_begin);
            const std::uint32_t to = std::min(piece->text_begin + piece->text_length, end);
            const std::uint32_t text = run.text_begin + (from - run.original_begin);
            if (piece->text_length == piece->original_length) {
                add({text, to - from, piece->original_begin + (from - piece->text_begin), to - from}, out);
            } else {
                add({text, to - from, piece->original_begin, piece->original_length}, out);
            }
        }
    }

    // The bytes of the file that a span of decoded text stands for.
    Span original(Span span) const {
        if (decoded_.runs.empty()) return {span.begin + decoded_.skipped, span.end + decoded_.skipped};
        const auto first = first_ending_after(span.begin);
        Span place;
        for (auto run = first; run != decoded_.runs.end() && run->text_begin < span.end; ++run) {
            const bool divisible = run->text_length == run->original_length;
            const std::uint32_t from = divisible ? std::max(run->text_begin, span.begin) - run->text_begin : 0;
            const std::uint32_t to = divisible
                                         ? std::min(run->text_begin + run->text_length, span.end) - run->text_begin
                                         : run->original_length;
            const Span piece{run->original_begin + from, run->original_begin + to};
            place = run == first ? piece : Span{std::min(place.begin, piece.begin), std::max(place.end, piece.end)};
        }
        return place;
    }

private:
    std::vector<OriginRun>::const_iterator first_ending_after(std::uint32_t position) const {
        return std::upper_bound(
            decoded_.runs.begin(), decoded_.runs.end(), position,
            [](std::uint32_t value, const OriginRun& run) { return value < run.text_begin + run.text_length; });
    }
    static void add(const OriginRun& run, std::vector<OriginRun>& out) {
        if (!out.empty() && run.text_length == run.original_length) {
            OriginRun& last = out.back();
            if (last.text_length == last.original_length && last.text_begin + last.text_length == run.text_begin &&
                last.original_begin + last.original_length == run.original_begin) {
                last.text_length += run.text_length;
                last.original_length += run.original_length;
                return;
            }
        }
        out.push_back(run);
    }

    const DecodedText& decoded_;
};

// At most kLongestCutText bytes, ending between characters.
std::string shortened(std::string_view text) {
    if (text.size() <= kLongestCutText) return std::string(text);
    std::size_t end = kLongestCutText;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return std::string(text.substr(0, end));
}

// Takes over the links in a kept block: `begin` is where the block's text begins in the document's.
class LinkPlaces {
public:
    LinkPlaces(const BlockList& list, const DecodedText& decoded) : list_(list), decoded_(decoded) {}

    void append(Span block, std::uint32_t begin, Document& document) {
        while (next_ < list_.links.size() && list_.links[next_].text.end <= block.begin) ++next_;
        for (std::size_t i = next_; i < list_.links.size() && list_.links[i].text.begin < block.end; ++i) {
            Span text{std::max(list_.links[i].text.begin, block.begin), std::min(list_.links[i].text.end, block.end)};
            while (!text.empty() && list_.text[text.begin] == ' ') ++text.begin;
            while (!text.empty() && list_.text[text.end - 1] == ' ') --text.end;
            if (text.empty()) continue;
            const std::string written = decode_html_text(decoded_.text(), list_.links[i].address);
            document.metadata.links.push_back({resolve_address(written, document.metadata.address.value),
                                               {begin + (text.begin - block.begin), begin + (text.end - block.begin)}});
        }
    }

private:
    const BlockList& list_;
    const DecodedText& decoded_;
    std::size_t next_ = 0;
};

// A rule that sets something aside is sure of it.
double furniture_probability(const RawBlock& block) {
    const bool by_chance = block.chance >= 0 && block.cut != CutReason::hidden && block.cut != CutReason::caption &&
                           block.cut != CutReason::repeated;
    return by_chance ? 1 - block.chance : 1;
}

// The title is kept by a rule, whatever chance it has of being text: it stands above the text.
double text_probability(const RawBlock& block) {
    return block.chance < 0 || block.kind == BlockKind::title ? 1 : block.chance;
}

}  // namespace

Span place_in_file(const DecodedText& decoded, Span span) {
    return span.empty() ? Span() : OriginalPlaces(decoded).original(span);
}

Document assemble(Document document, const BlockList& list, const DecodedText& decoded) {
    OriginalPlaces places(decoded);
    std::size_t kept_bytes = 0;
    for (const RawBlock& block : list.blocks) kept_bytes += block.cut ? 0 : block.span.size() + 1;
    document.text.reserve(kept_bytes);

    LinkPlaces links(list, decoded);
    auto run = list.runs.begin();
    for (const RawBlock& block : list.blocks) {
        if (block.span.empty()) continue;
        while (run != list.runs.end() && run->text_begin + run->text_length <= block.span.begin) ++run;
        if (!block.cut && !document.text.empty()) document.text.push_back('\n');
        const auto begin = static_cast<std::uint32_t>(document.text.size());
        Span source;  // of decoded text
        bool found = false;
        // A run may reach over the border of two blocks; each gets its part.
        for (auto part = run; part != list.runs.end() && part->text_begin < block.span.end; ++part) {
            OriginRun clipped = *part;
            if (part->text_length == part->original_length) {
                const std::uint32_t from = std::max(part->text_begin, block.span.begin);
                const std::uint32_t to = std::min(part->text_begin + part->text_length, block.span.end);
                clipped = {from, to - from, part->original_begin + (from - part->text_begin), to - from};
            }
            const Span place{clipped.original_begin, clipped.original_begin + clipped.original_length};
            source = found ? Span{std::min(source.begin, place.begin), std::max(source.end, place.end)} : place;
            found = true;
            if (block.cut) continue;
            clipped.text_begin = begin + (clipped.text_begin - block.span.begin);
            places.append(clipped, document.origin.runs);
        }
        const std::string_view text = list.slice(block.span);
        if (block.cut) {
            document.cut.push_back(
                {shortened(text), *block.cut, places.original(source), furniture_probability(block)});
        } else {
            document.text += text;
            const auto end = static_cast<std::uint32_t>(document.text.size());
            document.blocks.push_back({block.kind, {begin, end}, text_probability(block)});
            links.append(block.span, begin, document);
        }
    }
    return document;
}

}  // namespace axray::read
