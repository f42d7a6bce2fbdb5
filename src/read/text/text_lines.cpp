#include "read/text/text_lines.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>

#include "base/utf8.hpp"
#include "read/characters/ascii.hpp"
#include "read/characters/characters.hpp"

namespace axray::read {
namespace {

constexpr std::string_view kBulletSigns[] = {
    "\xE2\x80\xA2",  // bullet
    "\xE2\x80\xA3",  // triangular bullet
    "\xE2\x81\x83",  // hyphen bullet
    "\xE2\x97\xA6",  // white bullet
    "\xE2\x97\x8F",  // black circle
    "\xE2\x97\x8B",  // white circle
    "\xE2\x96\xAA",  // small black square
    "\xE2\x96\xAB",  // small white square
    "\xE2\x96\xA0",  // black square
    "\xE2\x96\xBA",  // pointer
    "\xE2\x96\xB6",  // triangle
    "\xE2\x9E\xA4",  // arrowhead
    "\xE2\x9C\x93",  // check mark
    "\xE2\x9C\x94",  // heavy check mark
    "\xE2\x87\x92",  // double arrow
    "\xE2\x86\x92",  // arrow
    "\xC2\xB7",      // middle dot
    "\xEF\x82\xB7",  // the bullet of symbol fonts
    "*",
    "+",
};
constexpr std::string_view kDashSigns[] = {"-", "\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x88\x92", "\xE2\x80\x90"};

// Length of the line end at `position`, 0 when there is none.
std::size_t line_end_length(std::string_view text, std::size_t position) {
    const auto byte = static_cast<unsigned char>(text[position]);
    if (byte == '\n' || byte == '\v' || byte == '\f') return 1;
    if (byte == '\r') return position + 1 < text.size() && text[position + 1] == '\n' ? 2 : 1;
    if (byte == 0xC2 && text.substr(position, 2) == "\xC2\x85") return 2;
    if (byte == 0xE2 && (text.substr(position, 3) == "\xE2\x80\xA8" || text.substr(position, 3) == "\xE2\x80\xA9")) {
        return 3;
    }
    return 0;
}

constexpr std::array<bool, 256> make_line_end_leads() {
    std::array<bool, 256> leads{};
    for (const std::size_t byte : {0x0A, 0x0B, 0x0C, 0x0D, 0xC2, 0xE2}) leads[byte] = true;
    return leads;
}
constexpr std::array<bool, 256> kMayEndLine = make_line_end_leads();

// White space or an invisible character at `position`: its length, else 0.
std::size_t blank_length(std::string_view text, std::size_t position) {
    const auto byte = static_cast<unsigned char>(text[position]);
    if (byte <= 0x20 || byte == 0x7F) return 1;
    if (byte != 0xC2 && byte != 0xE1 && byte != 0xE2 && byte != 0xE3 && byte != 0xEF) return 0;
    const auto decoded = base::decode_utf8(text, position);
    return kind_of(decoded.value) == CharacterKind::visible ? 0 : decoded.size;
}

bool is_blank_or_end(std::string_view text, std::size_t position) {
    return position >= text.size() || blank_length(text, position) > 0;
}

// A number or letter with point or bracket: "1." "12)" "(3)" "a)" "(b)" "iv."; gives its length or 0.
std::size_t numbering_length(std::string_view text) {
    std::size_t position = 0;
    const bool opened = !text.empty() && text[0] == '(';
    if (opened) ++position;
    const std::size_t begin = position;
    while (position < text.size() && position < begin + 3 && is_ascii_digit(text[position])) ++position;
    const bool digits = position > begin;
    if (!digits && position < text.size() && is_ascii_letter(text[position])) ++position;
    if (position == begin || position >= text.size()) return 0;
    const char close = text[position];
    if (close == ')' || (close == '.' && digits && !opened)) return position + 1;
    return 0;
}

// All signs alike and at least three of them: === --- *** ___ ~~~, with blanks between allowed.
bool is_rule(std::string_view content) {
    if (std::string_view("=-*_~#+").find(content[0]) == std::string_view::npos) return false;
    std::size_t count = 0;
    for (const char character : content) {
        if (character == content[0])
            ++count;
        else if (character != ' ')
            return false;
    }
    return count >= 3;
}

struct Mark {
    LineMark kind = LineMark::none;
    std::size_t length = 0;
};

Mark mark_of(std::string_view content) {
    if (is_rule(content)) return {LineMark::underline, 0};
    for (const std::string_view sign : kBulletSigns) {
        // "*" and "+" need a blank after them, the others are bullets even without.
        if (content.starts_with(sign) && content.size() > sign.size() &&
            (sign.size() > 1 || is_blank_or_end(content, sign.size()))) {
            return {LineMark::bullet, sign.size()};
        }
    }
    for (const std::string_view sign : kDashSigns) {
        if (content.starts_with(sign) && content.size() > sign.size() && is_blank_or_end(content, sign.size())) {
            return {LineMark::dash, sign.size()};
        }
    }
    const std::size_t hashes = std::min(content.find_first_not_of('#'), content.size());
    if (hashes > 0 && hashes <= 6 && hashes < content.size() && content[hashes] == ' ') return {LineMark::hash, hashes};
    const std::size_t number = numbering_length(content);
    if (number > 0 && number < content.size() && is_blank_or_end(content, number)) return {LineMark::number, number};
    return {};
}

bool has_table_gaps(std::string_view content) {
    if (content.find('\t') != std::string_view::npos) return true;
    // Of three blanks in a row, one stands at a place that is looked at.
    for (std::size_t i = 2; i < content.size(); i += 3) {
        if (content[i] != ' ') continue;
        std::size_t begin = i;
        std::size_t end = i + 1;
        while (begin > 0 && content[begin - 1] == ' ') --begin;
        while (end < content.size() && content[end] == ' ') ++end;
        if (end - begin >= 3) return true;
    }
    return false;
}

// The first position from `position` on that could end a line. Eight ASCII letters at a time.
std::size_t skip_inside_line(std::string_view text, std::size_t position) {
    constexpr std::uint64_t kHighBits = 0x8080808080808080ULL;
    constexpr std::uint64_t kBlanks = 0x2020202020202020ULL;
    for (; position + sizeof(std::uint64_t) <= text.size(); position += sizeof(std::uint64_t)) {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, text.data() + position, sizeof bytes);
        const bool below_blank = ((bytes - kBlanks) & ~bytes & kHighBits) != 0;
        if (below_blank || (bytes & kHighBits) != 0) break;
    }
    while (position < text.size() && !kMayEndLine[static_cast<unsigned char>(text[position])]) ++position;
    return position;
}

// Chinese, Japanese and Korean characters are two columns wide; their first bytes are these.
bool leads_wide_character(char byte) {
    const auto value = static_cast<unsigned char>(byte);
    return value >= 0xE3 && value <= 0xED;
}

std::uint32_t columns_of(std::string_view content) {
    const auto wide = std::count_if(content.begin(), content.end(), leads_wide_character);
    return static_cast<std::uint32_t>(base::count_code_points(content) + static_cast<std::size_t>(wide));
}

class LineReader {
public:
    LineReader(std::string_view text, std::size_t begin, std::size_t end) : text_(text.substr(0, end)), at_(begin) {}

    TextLine read() {
        TextLine line;
        skip_blanks(line);
        while (at_ < text_.size() && text_[at_] == '>') {
            ++line.quote_depth;
            ++at_;
            line.indent = 0;
            skip_blanks(line);
        }
        std::size_t end = text_.size();
        while (end > at_ && trailing_blank(end) > 0) end -= trailing_blank(end);
        const std::string_view content = text_.substr(at_, end - at_);
        line.width = line.indent + columns_of(content);
        line.mark_begin = static_cast<std::uint32_t>(at_);
        if (!content.empty()) {
            const Mark mark = mark_of(content);
            line.mark = mark.kind;
            at_ += mark.length;
            while (at_ < end && blank_length(text_, at_) > 0) at_ += blank_length(text_, at_);
            line.tabular = has_table_gaps(text_.substr(at_, end - at_));
        }
        line.content = {static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(end)};
        return line;
    }

private:
    void skip_blanks(TextLine& line) {
        while (at_ < text_.size()) {
            const std::size_t length = blank_length(text_, at_);
            if (length == 0) return;
            if (text_[at_] == '\t')
                line.indent = (line.indent / 8 + 1) * 8;
            else if (length > 1 || text_[at_] == ' ')
                ++line.indent;
            at_ += length;
        }
    }
    std::size_t trailing_blank(std::size_t end) const {
        std::size_t position = end - 1;
        while (position > at_ && (static_cast<unsigned char>(text_[position]) & 0xC0U) == 0x80U) --position;
        return blank_length(text_, position) > 0 ? end - position : 0;
    }

    std::string_view text_;
    std::size_t at_;
};

std::uint32_t first_word_width(std::string_view text, const TextLine& line) {
    constexpr std::uint32_t kLongest = 30;  // longer ones are addresses, which programs break anywhere
    std::uint32_t width = 0;
    if (leads_wide_character(text[line.content.begin])) return 2;  // broken after any character
    for (std::uint32_t i = line.content.begin; i < line.content.end && text[i] != ' ' && text[i] != '\t'; ++i) {
        if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U && ++width == kLongest) break;
    }
    return width;
}

std::string_view content_of(std::string_view text, const TextLine& line) {
    return text.substr(line.content.begin, line.content.size());
}

bool may_go_on(const TextLine& line, const TextLine& next) {
    return !line.is_blank() && !next.is_blank() && line.mark != LineMark::underline && line.mark != LineMark::hash &&
           next.mark == LineMark::none && !next.page_break && line.quote_depth == next.quote_depth && !line.tabular &&
           !next.tabular;
}

}  // namespace

std::vector<TextLine> split_lines(std::string_view text) {
    std::vector<TextLine> lines;
    std::size_t begin = 0;
    bool page_break = false;
    for (std::size_t position = 0; position <= text.size();) {
        position = skip_inside_line(text, position);
        const std::size_t ending = position < text.size() ? line_end_length(text, position) : 0;
        if (position < text.size() && ending == 0) {
            ++position;
            continue;
        }
        lines.push_back(LineReader(text, begin, position).read());
        lines.back().page_break = page_break;
        page_break = position < text.size() && text[position] == '\f';
        position += std::max<std::size_t>(ending, 1);
        begin = position;
    }
    return lines;
}

bool is_full(std::string_view text, const TextLine& line, const TextLine& next, std::uint32_t width) {
    constexpr std::uint32_t kSlackPercent = 10;  // lines are wrapped with some tolerance, and bytes are not columns
    return line.width + 1 + first_word_width(text, next) > width - width * kSlackPercent / 100;
}

std::uint32_t wrap_width(std::string_view text, const std::vector<TextLine>& lines) {
    constexpr std::uint32_t kNarrowest = 38;  // below: verse, columns of names
    constexpr std::uint32_t kWidest = 200;    // above: paragraphs on one line each
    std::vector<std::uint32_t> widths;
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        if (may_go_on(lines[i], lines[i + 1])) widths.push_back(lines[i].width);
    }
    if (widths.empty()) return 0;
    const auto place = widths.begin() + static_cast<std::ptrdiff_t>((widths.size() - 1) * 98 / 100);
    std::nth_element(widths.begin(), place, widths.end());
    const std::uint32_t width = *place;
    if (width < kNarrowest || width > kWidest) return 0;

    std::size_t full = 0;         // lines that had no room for the next word
    std::size_t unexplained = 0;  // lines that had room, and stop in the middle of a sentence
    std::size_t full_sentences = 0;
    std::size_t going_on = 0;  // full lines after which the sentence visibly goes on
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        if (!may_go_on(lines[i], lines[i + 1])) continue;
        const bool ends = ends_like_a_sentence(content_of(text, lines[i]));
        if (is_full(text, lines[i], lines[i + 1], width)) {
            ++full;
            if (ends) ++full_sentences;
            const std::string_view next = content_of(text, lines[i + 1]);
            if (begins_with_lower_case(next) || static_cast<unsigned char>(next.front()) >= 0xE0) ++going_on;
        } else if (!ends) {
            ++unexplained;
        }
    }
    const bool wrapped = full >= 2 * unexplained && 2 * full_sentences <= full && 10 * going_on >= 3 * full;
    return full > 0 && wrapped ? width : 0;
}

}  // namespace axray::read
