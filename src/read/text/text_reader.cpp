#include "read/text/text_reader.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "base/utf8.hpp"
#include "read/characters/ascii.hpp"
#include "read/characters/characters.hpp"
#include "read/furniture/line_parts.hpp"
#include "read/text/text_lines.hpp"

namespace axray::read {
namespace {

std::size_t count_words(std::string_view text) {
    return text.empty() ? 0 : 1 + static_cast<std::size_t>(std::count(text.begin(), text.end(), ' '));
}

// The end of one sentence and the beginning of another inside the text.
bool holds_sentence_border(std::string_view text) {
    for (std::size_t i = 0; i + 2 < text.size(); ++i) {
        if (text[i] == '.' && text[i + 1] == ' ' && text[i + 2] >= 'A' && text[i + 2] <= 'Z' && i >= 3 &&
            is_ascii_letter(text[i - 1]) && is_ascii_letter(text[i - 2]) && is_ascii_letter(text[i - 3])) {
            return true;
        }
    }
    return false;
}

// Words apart by gaps of three blanks or a tab, counted as one column each.
std::size_t count_columns(std::string_view line) {
    std::size_t columns = 1;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const std::size_t begin = i;
        while (i < line.size() && (line[i] == ' ' || line[i] == '\t')) ++i;
        if (i >= begin + 3 || (i > begin && line.substr(begin, i - begin).find('\t') != std::string_view::npos))
            ++columns;
    }
    return columns;
}
constexpr std::size_t kFewestColumns = 3;

class TextReader {
public:
    explicit TextReader(std::string_view text)
        : text_(text), lines_(split_lines(text)), wrap_width_(wrap_width(text, lines_)) {}

    BlockList read() {
        for (std::size_t line = 0; line < lines_.size();) {
            if (lines_[line].is_blank() || lines_[line].mark == LineMark::underline) {
                ++line;
            } else {
                line = read_block(line);
            }
        }
        mark_headings(writer_.list());
        return std::move(writer_.list());
    }

private:
    std::string_view content(std::size_t line) const {
        return text_.substr(lines_[line].content.begin, lines_[line].content.size());
    }
    bool is_blank(std::size_t line) const { return line >= lines_.size() || lines_[line].is_blank(); }
    bool is_underlined(std::size_t line) const {
        return line + 1 < lines_.size() && lines_[line + 1].mark == LineMark::underline &&
               lines_[line].mark == LineMark::none && is_heading_rule(line + 1);
    }
    // Only === and --- and ~~~ underline, and about as long as the line above.
    bool is_heading_rule(std::size_t line) const {
        const std::string_view rule = content(line);
        return std::string_view("=-~").find(rule.front()) != std::string_view::npos &&
               rule.find(' ') == std::string_view::npos && 2 * rule.size() >= lines_[line - 1].width &&
               count_words(content(line - 1)) <= 30;
    }

    // A dash or number opens an item where nothing before it can go on into it.
    bool opens_item(std::size_t line) const {
        const LineMark mark = lines_[line].mark;
        if (mark == LineMark::bullet) return true;
        if (mark != LineMark::dash && mark != LineMark::number) return false;
        if (line == 0 || is_blank(line - 1) || lines_[line - 1].mark == LineMark::underline) return true;
        const std::string_view before = content(line - 1);
        return previous_is_item_ || ends_like_a_sentence(before) || ends_with_colon(before) ||
               !(wrap_width_ > 0 && is_full(text_, lines_[line - 1], lines_[line], wrap_width_));
    }

    bool goes_on(std::size_t line, std::size_t next) const {
        const TextLine& from = lines_[line];
        const TextLine& to = lines_[next];
        if (to.is_blank() || to.page_break || to.mark == LineMark::underline || to.mark == LineMark::hash) return false;
        if (from.quote_depth != to.quote_depth || from.tabular || to.tabular) return false;
        if (opens_item(next) || is_underlined(next)) return false;
        if (count_menu_items(content(line)) > 0 || count_menu_items(content(next)) > 0) return false;
        const std::string_view text = content(line);
        const bool ends = ends_like_a_sentence(text);
        if (wrap_width_ > 0 && is_full(text_, from, to, wrap_width_)) {
            const bool new_paragraph = ends && to.indent > from.indent && from.mark == LineMark::none;
            return !new_paragraph;
        }
        if (previous_is_item_ && to.indent == 0) return false;
        constexpr std::uint32_t kShortLine = 40;  // verse, names, captions
        return !ends && !ends_with_colon(text) && from.width >= kShortLine && begins_with_lower_case(content(next));
    }

    void write_line(std::size_t line, const TextLine* before) {
        const TextLine& current = lines_[line];
        Span place = current.content;
        // A dash or number that goes on with the sentence belongs to it.
        if (before != nullptr && current.mark != LineMark::none) place.begin = current.mark_begin;
        if (before != nullptr && !joins_without_blank(*before, place)) {
            // The line end becomes the blank; mapped when it is a single byte directly before.
            if (before->content.end + 1 == place.begin)
                writer_.append(text_, {before->content.end, place.begin});
            else
                writer_.append_blank();
        }
        writer_.append(text_, place);
    }
    bool joins_without_blank(const TextLine& before, Span place) const {
        std::size_t last = before.content.end - 1;
        while (last > before.content.begin && (static_cast<unsigned char>(text_[last]) & 0xC0U) == 0x80U) --last;
        return is_written_without_blanks(base::decode_utf8(text_, last).value) &&
               is_written_without_blanks(base::decode_utf8(text_, place.begin).value);
    }

    // Reads the block that begins at `line`; gives the line after it.
    std::size_t read_block(std::size_t line) {
        const bool item = opens_item(line);
        previous_is_item_ = item || (previous_is_item_ && line > 0 && !is_blank(line - 1));
        RawBlock block;
        if (is_underlined(line) || lines_[line].mark == LineMark::hash)
            block.kind = BlockKind::heading;
        else if (item)
            block.kind = BlockKind::list_item;
        else if (lines_[line].quote_depth > 0)
            block.kind = BlockKind::quotation;
        else if (lines_[line].tabular && is_in_table(line))
            block.kind = BlockKind::table_row;

        std::size_t end = line + 1;
        if (!item && lines_[line].mark != LineMark::none && lines_[line].mark != LineMark::hash) {
            lines_[line].content.begin = lines_[line].mark_begin;
            lines_[line].mark = LineMark::none;
        }
        write_line(line, nullptr);
        if (block.kind != BlockKind::heading && block.kind != BlockKind::table_row) {
            for (; end < lines_.size() && goes_on(end - 1, end); ++end) write_line(end, &lines_[end - 1]);
        } else if (block.kind == BlockKind::heading && lines_[line].mark != LineMark::hash) {
            ++end;  // the underline
        }
        if ((line == 0 || is_blank(line - 1) || lines_[line - 1].mark == LineMark::underline) && is_blank(end)) {
            block.surroundings = Surroundings::stands_alone;
        }
        if (block.kind == BlockKind::paragraph && end == line + 1 && lines_[line].tabular &&
            count_columns(content(line)) >= kFewestColumns) {
            block.surroundings = block.surroundings | Surroundings::columns;
        }
        block.span = writer_.end_block();
        if (!block.span.empty()) writer_.list().blocks.push_back(block);
        return end;
    }
    bool is_in_table(std::size_t line) const {
        return (line > 0 && lines_[line - 1].tabular) || (line + 1 < lines_.size() && lines_[line + 1].tabular);
    }

    std::string_view text_;
    std::vector<TextLine> lines_;
    std::uint32_t wrap_width_;
    BlockWriter writer_;
    bool previous_is_item_ = false;
};

}  // namespace

bool looks_like_heading(std::string_view text) {
    constexpr std::size_t kLongest = 130;
    constexpr std::size_t kMostWords = 18;
    if (text.size() > kLongest || count_words(text) > kMostWords || holds_sentence_border(text)) return false;
    if (begins_with_lower_case(text)) return false;
    const bool question = text.find('?') != std::string_view::npos;
    return question ? count_words(text) <= kMostWords / 2 || ends_like_a_sentence(text) : !ends_like_a_sentence(text);
}

void mark_headings(BlockList& list) {
    constexpr std::size_t kLongestChain = 3;
    constexpr std::size_t kFewWords = 10;
    std::vector<RawBlock>& blocks = list.blocks;
    std::size_t chain = kLongestChain + 1;  // headings that follow; too many at the end of the text
    std::vector<std::size_t> marked;
    bool next_goes_on = false;  // the next block is a paragraph that begins in the middle of a sentence
    for (std::size_t i = blocks.size(); i-- > 0;) {
        const RawBlock& block = blocks[i];
        if (block.cut) continue;
        const std::string_view text = list.slice(block.span);
        const bool heading =
            block.kind == BlockKind::paragraph && looks_like_heading(text) &&
            (has(block.surroundings, Surroundings::stands_alone) || (count_words(text) <= kFewWords && !next_goes_on));
        if (heading || block.kind == BlockKind::heading) {
            if (++chain <= kLongestChain) {
                marked.push_back(i);
            } else if (chain == kLongestChain + 1) {
                marked.resize(marked.size() - std::min(marked.size(), kLongestChain));
            }
        } else {
            chain = 0;
        }
        next_goes_on = block.kind == BlockKind::paragraph && begins_with_lower_case(text);
    }
    for (const std::size_t i : marked) {
        if (blocks[i].kind == BlockKind::paragraph) blocks[i].kind = BlockKind::heading;
    }
}

BlockList read_text(std::string_view decoded) { return TextReader(decoded).read(); }

void mark_title(BlockList& list) {
    constexpr std::size_t kMostWords = 28;
    constexpr std::size_t kLongest = 220;
    constexpr std::size_t kMostWordsOfSentence = 14;
    RawBlock* first = nullptr;
    RawBlock* second = nullptr;
    bool cut_before = false;
    for (RawBlock& block : list.blocks) {
        if (block.cut) {
            cut_before = cut_before || first == nullptr;
        } else if (first == nullptr) {
            first = &block;
        } else {
            second = &block;
            break;
        }
    }
    if (first == nullptr || second == nullptr) return;
    if (first->kind == BlockKind::heading) {
        first->kind = BlockKind::title;
        return;
    }
    const std::string_view text = list.slice(first->span);
    const std::string_view next = list.slice(second->span);
    if (first->kind != BlockKind::paragraph || text.size() > kLongest || holds_sentence_border(text)) return;
    if (begins_with_lower_case(text) || !has(first->surroundings, Surroundings::stands_alone)) return;
    const std::size_t words = count_words(text);
    const bool sentence = ends_like_a_sentence(text);
    // A headline with a full stop is told by the section's name that stood over it, and by the longer text below.
    if (sentence ? cut_before && words <= kMostWordsOfSentence && next.size() > 2 * text.size()
                 : words <= kMostWords && !ends_with_colon(text) && ends_like_a_sentence(next)) {
        first->kind = BlockKind::title;
    }
}

}  // namespace axray::read
