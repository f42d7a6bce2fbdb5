#include "read/pdf/pdf_layout.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.hpp"
#include "read/assemble.hpp"
#include "read/blocks.hpp"
#include "read/characters/characters.hpp"
#include "read/pdf/pdf_blocks.hpp"
#include "read/pdf/pdf_hyphens.hpp"
#include "read/pdf/pdf_lines.hpp"
#include "read/pdf/pdf_margins.hpp"
#include "read/pdf/pdf_order.hpp"

namespace axray::read {
namespace {

constexpr std::string_view kCellSeparator = " | ";

// U+FB00 to U+FB06: letters that a font has drawn together.
constexpr std::string_view kLigatures[] = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
constexpr std::string_view kLigatureLead = "\xEF\xAC";

// Writes blocks as a BlockList whose places are bytes of PdfText::text.
class Composer {
public:
    Composer(const PdfText& text, const std::vector<PdfLine>& lines) : text_(text), lines_(lines), known_(text) {}

    BlockList compose(const std::vector<PdfBlock>& blocks) {
        for (const PdfBlock& block : blocks) {
            write(block);
            RawBlock raw;
            raw.kind = block.kind;
            raw.cut = block.cut;
            raw.span = writer_.end_block();
            raw.surroundings = Surroundings::stands_alone;
            if (!raw.span.empty()) writer_.list().blocks.push_back(raw);
        }
        return std::move(writer_.list());
    }

private:
    void write(const PdfBlock& block) {
        std::uint32_t skipped = block.mark_bytes;
        for (std::size_t i = 0; i < block.lines.size(); ++i) {
            const PdfLine& line = lines_[block.lines[i]];
            auto cell = line.cells.begin();
            for (std::uint32_t position = 0; position < line.words.size(); ++position) {
                Span place = text_.words[line.words[position]].text;
                // The mark of a list is a word of its own, or stands before the first one.
                const std::uint32_t skip = std::min(skipped, place.size());
                skipped -= skip;
                if (skipped > 0 && skip > 0) --skipped;  // the blank after it
                place.begin += skip;
                if (cell != line.cells.end() && *cell == position) {
                    writer_.append_inserted(kCellSeparator);
                    ++cell;
                }
                const bool last = position + 1 == line.words.size();
                const LineEnd end = last ? line_end(block, i) : LineEnd::blank;
                if (end == LineEnd::drop) place.end -= static_cast<std::uint32_t>(hyphen_length(text_.slice(place)));
                write_word(place);
                if (end == LineEnd::blank) writer_.append_blank();
            }
        }
    }

    LineEnd line_end(const PdfBlock& block, std::size_t line) const {
        if (line + 1 >= block.lines.size()) return LineEnd::blank;
        const std::uint32_t before = lines_[block.lines[line]].words.back();
        const std::uint32_t after = lines_[block.lines[line + 1]].words.front();
        // Lines of scripts without blanks between words are joined without one.
        const std::string_view left = text_.word(before);
        std::size_t last = left.size() - 1;
        while (last > 0 && (static_cast<unsigned char>(left[last]) & 0xC0U) == 0x80U) --last;
        const bool dense = is_written_without_blanks(base::decode_utf8(left, last).value) &&
                           is_written_without_blanks(base::decode_utf8(text_.word(after), 0).value);
        return dense ? LineEnd::keep : known_.judge(left, text_.word(after));
    }

    void write_word(Span place) {
        const std::string_view all = std::string_view(text_.text).substr(0, place.end);  // what is searched ends here
        std::uint32_t from = place.begin;
        for (std::size_t at = all.find(kLigatureLead, from); at != std::string_view::npos;
             at = all.find(kLigatureLead, at + kLigatureLead.size())) {
            const auto ligature = static_cast<std::uint32_t>(at);
            const auto index = static_cast<std::size_t>(static_cast<unsigned char>(all[at + 2])) - 0x80;
            if (index >= std::size(kLigatures)) continue;
            writer_.append(all, {from, ligature});
            for (const char letter : kLigatures[index]) {
                writer_.append_character(static_cast<char32_t>(letter), {ligature, ligature + 3});
            }
            from = ligature + 3;
        }
        writer_.append(all, {from, place.end});
    }

    const PdfText& text_;
    const std::vector<PdfLine>& lines_;
    KnownWords known_;
    BlockWriter writer_;
};

// When nothing but the margins says anything, what they say is the text.
void restore_lone_text(std::vector<std::vector<PdfLine>>& pages) {
    for (const std::vector<PdfLine>& page : pages) {
        if (std::any_of(page.begin(), page.end(), [](const PdfLine& line) { return !line.cut; })) return;
    }
    for (std::vector<PdfLine>& page : pages) {
        for (PdfLine& line : page) line.cut.reset();
    }
}

std::vector<PdfLine> lines_in_order(const PdfText& text) {
    std::vector<std::vector<PdfLine>> pages;
    pages.reserve(text.pages.size());
    for (std::uint32_t page = 0; page < text.pages.size(); ++page) pages.push_back(find_lines(text, page));
    set_margins_aside(text, pages);
    restore_lone_text(pages);
    std::vector<PdfLine> lines;
    for (std::vector<PdfLine>& page : pages) {
        const auto kept =
            std::stable_partition(page.begin(), page.end(), [](const PdfLine& line) { return !line.cut; });
        std::vector<PdfLine> ordered(std::make_move_iterator(page.begin()), std::make_move_iterator(kept));
        put_in_reading_order(ordered);
        for (PdfLine& line : ordered) lines.push_back(std::move(line));
        for (auto line = kept; line != page.end(); ++line) lines.push_back(std::move(*line));
        page.clear();
    }
    return lines;
}

// Runs that lead to bytes of PdfText::text become boxes of words.
std::vector<PageBox> boxes_of(const PdfText& text, const OriginMap& origin) {
    std::vector<std::uint32_t> page_ends;
    for (const PdfPage& page : text.pages) page_ends.push_back(page.end_word);
    std::vector<PageBox> boxes;
    for (const OriginRun& run : origin.runs) {
        const bool divisible = run.text_length == run.original_length;
        const std::uint32_t end = run.original_begin + run.original_length;
        auto word = std::upper_bound(text.words.begin(), text.words.end(), run.original_begin,
                                     [](std::uint32_t at, const PdfWord& next) { return at < next.text.end; });
        for (; word != text.words.end() && word->text.begin < end; ++word) {
            Span span{run.text_begin, run.text_begin + run.text_length};
            if (divisible) {
                const std::uint32_t from = std::max(word->text.begin, run.original_begin) - run.original_begin;
                const std::uint32_t to = std::min(word->text.end, end) - run.original_begin;
                span = {run.text_begin + from, run.text_begin + to};
            }
            const auto index = static_cast<std::uint32_t>(word - text.words.begin());
            const auto page = std::upper_bound(page_ends.begin(), page_ends.end(), index) - page_ends.begin() + 1;
            const PdfBox& box = word->box;
            const PageBox place{span, static_cast<std::uint32_t>(page), box.left, box.top, box.right, box.bottom};
            const bool same_word = !boxes.empty() && boxes.back().text.end == span.begin &&
                                   boxes.back().page == place.page && boxes.back().left == place.left &&
                                   boxes.back().top == place.top && boxes.back().right == place.right;
            if (same_word) {
                boxes.back().text.end = span.end;
            } else if (!span.empty()) {
                boxes.push_back(place);
            }
        }
    }
    return boxes;
}

}  // namespace

Document lay_out_pdf(const PdfText& text) {
    const std::vector<PdfLine> lines = lines_in_order(text);
    const BlockList list = Composer(text, lines).compose(group_lines(text, lines));
    DecodedText decoded;
    decoded.view = text.text;
    Document document = assemble({}, list, decoded);
    document.boxes = boxes_of(text, document.origin);
    document.origin = {};
    for (CutBlock& cut : document.cut) cut.original = {};
    return document;
}

}  // namespace axray::read
