#include "report/terminal_text.hpp"

#include <algorithm>

#include <unicode/uchar.h>

#include "base/utf8.hpp"

namespace axray::report {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

bool is_direction_override(char32_t character) {
    return (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
}

bool is_control(char32_t character) {
    return character < 0x20 || (character >= 0x7F && character <= 0x9F) || character == 0x2028 || character == 0x2029;
}

std::uint32_t columns_of_character(char32_t character) {
    if (character < 0x300) return 1;
    const auto code_point = static_cast<UChar32>(character);
    const auto category = u_charType(code_point);
    if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR) return 0;
    const auto width = u_getIntPropertyValue(code_point, UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

std::string_view style_code(TextStyle style) {
    switch (style) {
        case TextStyle::plain: return "";
        case TextStyle::strong: return "\x1b[1m";
        case TextStyle::faint: return "\x1b[2m";
        case TextStyle::difference: return "\x1b[1;4m";
        case TextStyle::supported: return "\x1b[32m";
        case TextStyle::partly_supported: return "\x1b[33m";
        case TextStyle::contradicted: return "\x1b[1;31m";
        case TextStyle::not_found: return "\x1b[35m";
    }
    return "";
}

constexpr std::string_view kPlainCode = "\x1b[0m";

// A character with the columns it takes and the style it has.
struct Cell {
    char32_t character = 0;
    std::uint32_t columns = 0;
    TextStyle style = TextStyle::plain;
};

// Fills lines word by word.
class LineBreaker {
public:
    explicit LineBreaker(const StyledText::Layout& layout) : layout_(layout), prefix_(&layout.first) {
        used_ = columns_of(*prefix_);
    }

    void word(const std::vector<Cell>& cells) {
        if (cells.empty()) return;
        std::uint32_t needed = 0;
        for (const auto& cell : cells) needed += cell.columns;
        if (!line_.empty()) {
            if (used_ + 1 + needed > layout_.width) {
                end_line();
            } else {
                // The blank has a style only where it lies within a styled run.
                push({U' ', 1, line_.back().style == cells.front().style ? cells.front().style : TextStyle::plain});
            }
        }
        for (const auto& cell : cells) {
            if (used_ + cell.columns > layout_.width && !line_.empty()) end_line();
            push(cell);
        }
    }

    std::string finish() && {
        if (!line_.empty() || text_.empty()) end_line();
        return std::move(text_);
    }

private:
    void push(Cell cell) {
        used_ += cell.columns;
        line_.push_back(cell);
    }

    void end_line() {
        text_ += *prefix_;
        auto style = TextStyle::plain;
        const auto change_to = [&](TextStyle next) {
            if (layout_.codes == StyleCodes::none || next == style) return;
            if (style != TextStyle::plain) text_ += kPlainCode;
            text_ += style_code(next);
            style = next;
        };
        for (const auto& cell : line_) {
            change_to(cell.style);
            base::append_utf8(text_, cell.character);
        }
        change_to(TextStyle::plain);
        text_ += '\n';
        line_.clear();
        prefix_ = &layout_.rest;
        used_ = columns_of(*prefix_);
    }

    const StyledText::Layout& layout_;
    const std::string* prefix_;
    std::vector<Cell> line_;
    std::uint32_t used_ = 0;
    std::string text_;
};

}  // namespace

std::uint32_t columns_of(std::string_view text) {
    std::uint32_t columns = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto character = base::decode_utf8(text, at);
        columns += columns_of_character(character.value);
        at += character.size;
    }
    return columns;
}

std::string harmless(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto character = base::decode_utf8(text, at);
        at += character.size;
        if (is_direction_override(character.value)) continue;
        if (character.value == U'\n' || character.value == U'\t' || character.value == U'\r') {
            result += ' ';
        } else {
            base::append_utf8(result, is_control(character.value) ? kReplacement : character.value);
        }
    }
    return result;
}

StyledText& StyledText::add(std::string_view text, TextStyle style) {
    pieces_.push_back({harmless(text), style});
    return *this;
}

std::string StyledText::lines(const Layout& layout) const {
    LineBreaker breaker(layout);
    std::vector<Cell> word;
    for (const auto& piece : pieces_) {
        for (std::size_t at = 0; at < piece.text.size();) {
            const auto character = base::decode_utf8(piece.text, at);
            at += character.size;
            if (character.value == U' ') {
                breaker.word(word);
                word.clear();
            } else {
                word.push_back({character.value, columns_of_character(character.value), piece.style});
            }
        }
    }
    breaker.word(word);
    return std::move(breaker).finish();
}

}  // namespace axray::report
