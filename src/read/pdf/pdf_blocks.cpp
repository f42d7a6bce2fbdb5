#include "read/pdf/pdf_blocks.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "base/utf8.hpp"
#include "read/characters/ascii.hpp"
#include "read/characters/characters.hpp"
#include "read/text/text_lines.hpp"

namespace axray::read {
namespace {

constexpr float kOtherSize = 1.12F;  // ratio of type sizes that a reader sees; boxes of one size differ a little
constexpr float kIndent = 0.8F;      // of the size of the type

bool is_other_size(float a, float b) { return a > b * kOtherSize || b > a * kOtherSize; }

// Lines of one column, one below the other, of one size.
struct Run {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    float left = 0;
    float right = 0;
    float pitch = 0;  // from line to line, as most are
};

float median(std::vector<float> values, float otherwise) {
    if (values.empty()) return otherwise;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

// The size in which most of the text is set.
float body_size(const PdfText& text, const std::vector<PdfLine>& lines) {
    std::vector<std::pair<float, std::size_t>> sizes;
    std::size_t all = 0;
    for (const PdfLine& line : lines) {
        if (line.cut) continue;
        std::size_t bytes = 0;
        for (const std::uint32_t word : line.words) bytes += text.words[word].text.size();
        sizes.emplace_back(line.height, bytes);
        all += bytes;
    }
    std::sort(sizes.begin(), sizes.end());
    std::size_t passed = 0;
    for (const auto& [height, bytes] : sizes) {
        passed += bytes;
        if (passed * 2 >= all) return height;
    }
    return 10;
}

bool continues_run(const PdfLine& above, const PdfLine& below) {
    if (above.page != below.page || is_other_size(above.height, below.height)) return false;
    const float common = std::min(above.box.right, below.box.right) - std::max(above.box.left, below.box.left);
    const float step = below.box.middle() - above.box.middle();
    return common > 0 && step > 0.5F * above.height && step < 2.6F * above.height;
}

std::vector<Run> find_runs(const std::vector<PdfLine>& lines, const std::vector<std::uint32_t>& kept) {
    std::vector<Run> runs;
    for (std::uint32_t i = 0; i < kept.size(); ++i) {
        const PdfLine& line = lines[kept[i]];
        if (runs.empty() || !continues_run(lines[kept[i - 1]], line)) {
            runs.push_back({i, i, line.box.left, line.box.right, 0});
        }
        Run& run = runs.back();
        run.end = i + 1;
        run.left = std::min(run.left, line.box.left);
        run.right = std::max(run.right, line.box.right);
    }
    std::vector<float> all;
    for (Run& run : runs) {
        std::vector<float> steps;
        for (std::uint32_t i = run.begin + 1; i < run.end; ++i) {
            const PdfLine& below = lines[kept[i]];
            steps.push_back(below.box.middle() - lines[kept[i - 1]].box.middle());
            all.push_back(steps.back() / below.height);
        }
        if (steps.size() >= 4) run.pitch = median(steps, 0);
    }
    const float usual = median(all, 1.2F);
    for (Run& run : runs) {
        if (run.pitch == 0) run.pitch = usual * lines[kept[run.begin]].height;
    }
    return runs;
}

struct ListMark {
    std::uint32_t bytes = 0;  // up to the words, 0 when there is none
    bool is_number = false;
};

ListMark list_mark(const PdfText& text, const PdfLine& line) {
    std::string start(text.word(line.words.front()));
    if (line.words.size() > 1) start += " " + std::string(text.word(line.words[1]));
    const std::vector<TextLine> parsed = split_lines(start);
    if (parsed.empty() || parsed.front().is_blank()) return {};
    const TextLine& first = parsed.front();
    const bool marked =
        first.mark == LineMark::bullet || first.mark == LineMark::dash || first.mark == LineMark::number;
    if (!marked || first.mark_begin != 0) return {};
    return {first.content.begin, first.mark == LineMark::number};
}

// "Figure 3", "Table 2:", in the languages that papers are mostly written in.
bool begins_like_caption(const PdfText& text, const PdfLine& line) {
    constexpr std::string_view kWords[] = {"figure",  "fig.",   "fig",     "table",  "tab.",    "abbildung", "abb.",
                                           "tabelle", "figura", "tableau", "tabela", "tabella", "tabla",     "chart",
                                           "photo",   "box",    "exhibit", "map",    "graph"};
    if (line.words.size() < 2) return false;
    const std::string word = lower_ascii(text.word(line.words.front()));
    if (std::find(std::begin(kWords), std::end(kWords), word) == std::end(kWords)) return false;
    std::string_view number = text.word(line.words[1]);
    const std::size_t digits = std::min(number.find_first_not_of("0123456789.-"), number.size());
    if (digits == 0 || !is_ascii_digit(number[0])) return false;
    // A sentence that begins with "Figure 3 shows" is none.
    const char last = number.back();
    return last == ':' || last == '.' || (line.words.size() > 2 && !begins_with_lower_case(text.word(line.words[2])));
}

bool begins_like_footnote(const PdfText& text, const PdfLine& line) {
    const std::string_view word = text.word(line.words.front());
    for (const std::string_view sign : {"*", "\xE2\x80\xA0", "\xE2\x80\xA1", "\xC2\xA7"}) {
        if (word.starts_with(sign)) return true;
    }
    const std::size_t digits = std::min(word.find_first_not_of("0123456789"), word.size());
    if (digits == 0 || digits > 3) return false;
    const std::string_view rest = word.substr(digits);
    // "3 See", "3See", "3.", "[3]"; but not "3.5", "30th", "3%".
    return rest.empty() || rest == "." || rest == ")" || (!begins_with_lower_case(rest) && is_ascii_letter(rest[0]));
}

class Grouper {
public:
    Grouper(const PdfText& text, const std::vector<PdfLine>& lines)
        : text_(text), lines_(lines), body_(body_size(text, lines)) {}

    std::vector<PdfBlock> group() {
        std::vector<std::uint32_t> kept;
        for (std::uint32_t i = 0; i < lines_.size(); ++i) {
            if (lines_[i].words.empty()) continue;
            if (lines_[i].cut) {
                PdfBlock block;
                block.lines = {i};
                block.cut = lines_[i].cut;
                blocks_.push_back(std::move(block));
                columns_.emplace_back();
            } else {
                kept.push_back(i);
            }
        }
        for (const Run& run : find_runs(lines_, kept)) add_run(run, kept);
        mark_footnotes();
        join_over_borders();
        name_headings();
        return order_of_blocks();
    }

private:
    const PdfLine& line(std::uint32_t index) const { return lines_[index]; }
    const PdfLine& last_line(const PdfBlock& block) const { return lines_[block.lines.back()]; }
    const PdfLine& first_line(const PdfBlock& block) const { return lines_[block.lines.front()]; }

    void add_run(const Run& run, const std::vector<std::uint32_t>& kept) {
        for (std::uint32_t i = run.begin; i < run.end; ++i) {
            const PdfLine& current = line(kept[i]);
            if (i == run.begin || begins_block(run, line(kept[i - 1]), current)) open_block(run, current);
            blocks_.back().lines.push_back(kept[i]);
        }
    }

    void open_block(const Run& run, const PdfLine& first) {
        PdfBlock block;
        block.height = first.height;
        if (!first.cells.empty()) {
            block.kind = BlockKind::table_row;
        } else if (begins_like_caption(text_, first)) {
            block.kind = BlockKind::caption;
        } else if (const ListMark mark = list_mark(text_, first); mark.bytes > 0) {
            block.kind = BlockKind::list_item;
            block.mark_bytes = mark.bytes;
        }
        blocks_.push_back(std::move(block));
        columns_.push_back({run.left, run.right});
    }

    // A line that leaves so much room that the first word of the next would have fitted.
    bool is_short(const Run& run, const PdfLine& above, const PdfLine& below) const {
        const float room = run.right - above.box.right;
        return room >
               text_.words[below.words.front()].box.width() + 0.5F * above.height + 0.04F * (run.right - run.left);
    }

    bool begins_block(const Run& run, const PdfLine& above, const PdfLine& below) const {
        const PdfBlock& open = blocks_.back();
        if (!above.cells.empty() || !below.cells.empty()) return true;
        if (below.box.middle() - above.box.middle() > run.pitch + 0.3F * below.height) return true;
        const float indent = kIndent * below.height;
        if (open.kind == BlockKind::list_item) {
            const float hang = first_line(open).box.left;
            if (list_mark(text_, below).bytes > 0 && below.box.left < hang + 3 * below.height) return true;
            // A further line stands under the words, or flush with the mark.
            if (below.box.left < hang - indent) return true;
            if (open.lines.size() > 1 && below.box.left < above.box.left - indent) return true;
        } else if (list_mark(text_, below).bytes > 0 && (is_short(run, above, below) || ends_sentence(above))) {
            return true;
        }
        if (begins_like_caption(text_, below)) return true;
        const float room = run.right - above.box.right;
        const float width = run.right - run.left;
        if (is_short(run, above, below) && (ends_sentence(above) || room > 0.4F * width) && !is_centred(above, below)) {
            return true;
        }
        const bool first_line_indented = below.box.left > run.left + indent && above.box.left < run.left + indent;
        return open.kind != BlockKind::list_item && first_line_indented && below.box.left < run.left + 8 * indent &&
               !is_centred(above, below);
    }
    static bool is_centred(const PdfLine& above, const PdfLine& below) {
        const float off = (above.box.left + above.box.right) - (below.box.left + below.box.right);
        return std::abs(off) < 4 && std::abs(above.box.left - below.box.left) > 4;
    }

    bool ends_sentence(const PdfLine& above) const { return ends_like_a_sentence(text_.word(above.words.back())); }
    bool ends_sentence(const PdfBlock& block) const { return ends_sentence(last_line(block)); }

    // Small type at the foot of a column that begins with a number or sign, and what follows it.
    void mark_footnotes() {
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            PdfBlock& block = blocks_[i];
            if (block.cut || block.height * 1.06F > body_) continue;
            const PdfLine& first = first_line(block);
            const bool after_note =
                i > 0 && blocks_[i - 1].is_footnote && first_line(blocks_[i - 1]).page == first.page;
            const float height = text_.pages[first.page].height;
            const bool low = first.box.top > 0.4F * height;
            if (!after_note && !(low && begins_like_footnote(text_, first))) continue;
            if (body_text_below(block)) continue;
            block.is_footnote = true;
            block.kind = BlockKind::paragraph;
            block.mark_bytes = 0;
        }
    }
    bool body_text_below(const PdfBlock& block) const {
        const PdfLine& note = first_line(block);
        const std::uint32_t at = block.lines.front();
        const auto is_body = [&](const PdfLine& other) {
            return !other.cut && other.height * 1.06F > body_ && other.box.top > note.box.bottom &&
                   std::min(other.box.right, note.box.right) > std::max(other.box.left, note.box.left);
        };
        const auto end = static_cast<std::uint32_t>(std::min(lines_.size(), at + kMostLinesOfPage));
        for (std::uint32_t i = at + 1; i < end && lines_[i].page == note.page; ++i) {
            if (is_body(lines_[i])) return true;
        }
        return false;
    }

    // Whether `next` goes on with the sentence of `open`, which stands in another column or on another page.
    bool goes_on(std::size_t open_index, std::size_t next_index) const {
        const PdfBlock& open = blocks_[open_index];
        const PdfBlock& next = blocks_[next_index];
        const bool kinds = (open.kind == BlockKind::paragraph || open.kind == BlockKind::list_item) &&
                           next.kind == BlockKind::paragraph && !next.is_footnote && !open.is_footnote;
        if (!kinds || is_other_size(open.height, next.height)) return false;
        const PdfLine& above = last_line(open);
        const PdfLine& below = first_line(next);
        const bool elsewhere = above.page != below.page || below.box.top < above.box.top ||
                               below.box.top > above.box.bottom + 2.6F * above.height;
        if (!elsewhere || ends_sentence(open) || ends_with_colon(text_.word(above.words.back()))) return false;
        const Column column = columns_[open_index];
        const bool full = above.box.right > column.right - 0.15F * (column.right - column.left);
        const bool lower = begins_with_lower_case(text_.word(below.words.front()));
        const bool indented = below.box.left > columns_[next_index].left + kIndent * below.height;
        const bool running_text = open.lines.size() > 1 || next.lines.size() > 1;
        return lower || (full && !indented && running_text && open.height * kOtherSize > body_ &&
                         open.height < body_ * kOtherSize);
    }

    void join_over_borders() {
        std::size_t open = blocks_.size();
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            PdfBlock& block = blocks_[i];
            if (block.cut || block.is_footnote) continue;
            if (open < i && goes_on(open, i)) {
                blocks_[open].lines.insert(blocks_[open].lines.end(), block.lines.begin(), block.lines.end());
                columns_[open] = columns_[i];
                block.lines.clear();
                continue;
            }
            const bool floats = block.kind == BlockKind::caption || block.kind == BlockKind::table_row;
            const bool other_size = is_other_size(block.height, body_) && open < i;
            if (!floats && !other_size) open = i;
        }
        std::size_t kept = 0;
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            if (blocks_[i].lines.empty()) continue;
            if (kept != i) blocks_[kept] = std::move(blocks_[i]);
            columns_[kept++] = columns_[i];
        }
        blocks_.resize(kept);
        columns_.resize(kept);
    }

    std::size_t count_words(const PdfBlock& block) const {
        std::size_t words = 0;
        for (const std::uint32_t index : block.lines) words += lines_[index].words.size();
        return words;
    }
    bool has_letters(const PdfBlock& block) const {
        for (const std::uint32_t index : block.lines) {
            for (const std::uint32_t word : lines_[index].words) {
                const std::string_view letters = text_.word(word);
                if (std::any_of(letters.begin(), letters.end(), [](char character) {
                        return is_ascii_letter(character) || static_cast<unsigned char>(character) >= 0xC3;
                    })) {
                    return true;
                }
            }
        }
        return false;
    }

    // A line of its own in the size of the text: short, no sentence, with more room above than below.
    bool stands_like_heading(std::size_t index) const {
        constexpr std::size_t kMostWords = 10;
        const PdfBlock& block = blocks_[index];
        if (block.lines.size() != 1 || count_words(block) > kMostWords || index + 1 >= blocks_.size()) return false;
        const PdfBlock& next = blocks_[index + 1];
        const PdfLine& own = first_line(block);
        const PdfLine& below = first_line(next);
        const std::string_view last = text_.word(own.words.back());
        if (next.kind != BlockKind::paragraph || next.cut || below.page != own.page || next.lines.size() < 2)
            return false;
        if (ends_like_a_sentence(last) || last.back() == ',' || last.back() == ':' || last.back() == ';') return false;
        if (begins_with_lower_case(text_.word(own.words.front()))) return false;
        const float room = columns_[index + 1].right - own.box.right;
        if (room < 0.3F * (columns_[index + 1].right - columns_[index + 1].left)) return false;
        const float after = below.box.top - own.box.bottom;
        const PdfLine* above = nullptr;
        for (std::size_t i = index; i-- > 0 && above == nullptr;) {
            if (!blocks_[i].cut) above = &last_line(blocks_[i]);
        }
        const bool first_in_column = above == nullptr || above->page != own.page || above->box.top > own.box.top;
        const float before = first_in_column ? own.height : own.box.top - above->box.bottom;
        return after >= -0.5F * own.height && before > after + 0.25F * own.height;
    }

    void name_headings() {
        constexpr std::size_t kMostWords = 40;
        std::size_t title = blocks_.size();
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            PdfBlock& block = blocks_[i];
            if (block.cut || block.is_footnote || block.kind == BlockKind::caption ||
                block.kind == BlockKind::table_row || !has_letters(block)) {
                continue;
            }
            const std::size_t words = count_words(block);
            const bool large = block.height > body_ * kOtherSize && words <= kMostWords;
            if (large || (block.kind == BlockKind::paragraph && stands_like_heading(i))) {
                block.kind = BlockKind::heading;
                block.mark_bytes = 0;
            }
            const bool candidate = large && first_line(block).page == 0 && words >= 2;
            if (candidate && (title == blocks_.size() || block.height > blocks_[title].height * 1.02F)) title = i;
        }
        if (title < blocks_.size()) blocks_[title].kind = BlockKind::title;
    }

    // The text, then the footnotes; what was set aside goes last.
    std::vector<PdfBlock> order_of_blocks() {
        const auto rank = [](const PdfBlock& block) { return block.cut ? 2 : block.is_footnote ? 1 : 0; };
        std::stable_sort(blocks_.begin(), blocks_.end(),
                         [&rank](const PdfBlock& a, const PdfBlock& b) { return rank(a) < rank(b); });
        return std::move(blocks_);
    }

    struct Column {
        float left = 0;
        float right = 0;
    };

    const PdfText& text_;
    const std::vector<PdfLine>& lines_;
    float body_;
    std::vector<PdfBlock> blocks_;
    std::vector<Column> columns_;  // one for each block
};

}  // namespace

std::vector<PdfBlock> group_lines(const PdfText& text, const std::vector<PdfLine>& lines) {
    return Grouper(text, lines).group();
}

}  // namespace axray::read
