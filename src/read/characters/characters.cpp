#include "read/characters/characters.hpp"

#include <cstddef>

#include <unicode/uchar.h>

#include "base/utf8.hpp"

namespace axray::read {
namespace {

bool is_between(char32_t value, char32_t first, char32_t last) { return value >= first && value <= last; }

bool is_closing(char32_t value) {
    switch (value) {
        case U'"':
        case U'\'':
        case U')':
        case U']':
        case U'}':
        case U'*':
        case U'_':
        case U'\u2019':
        case U'\u201D':
        case U'\u201C':
        case U'\u00BB':
        case U'\u00AB':
        case U'\u203A':
        case U'\u300D':
        case U'\u300F':
        case U'\uFF09': return true;
        default: return false;
    }
}

bool is_sentence_end(char32_t value) {
    switch (value) {
        case U'.':
        case U'!':
        case U'?':
        case U'\u2026':
        case U'\u3002':
        case U'\uFF01':
        case U'\uFF1F':
        case U'\u061F':
        case U'\u06D4':
        case U'\u0964':
        case U'\u203D':
        case U'\u2047':
        case U'\u2048':
        case U'\u2049': return true;
        default: return false;
    }
}

// Position of the last character that begins before `end`.
std::size_t previous_position(std::string_view text, std::size_t end) {
    std::size_t position = end - 1;
    while (position > 0 && (static_cast<unsigned char>(text[position]) & 0xC0U) == 0x80U) --position;
    return position;
}

}  // namespace

CharacterKind kind_of(char32_t character) {
    if (character == U' ' || is_between(character, U'\t', U'\r') || character == 0x85 || character == 0xA0 ||
        character == 0x1680 || is_between(character, 0x2000, 0x200A) || character == 0x2028 || character == 0x2029 ||
        character == 0x202F || character == 0x205F || character == 0x3000) {
        return CharacterKind::white_space;
    }
    if (character < 0x20 || is_between(character, 0x7F, 0x9F) || character == 0xAD || character == 0x200B ||
        is_between(character, 0x200E, 0x200F) || is_between(character, 0x202A, 0x202E) ||
        is_between(character, 0x2060, 0x206F) || character == 0xFEFF || character == 0x180E ||
        is_between(character, 0xFFF9, 0xFFFB) || character == 0xFFFE || character == 0xFFFF) {
        return CharacterKind::invisible;
    }
    if (character == 0x200C || character == 0x200D) return CharacterKind::joiner;
    return CharacterKind::visible;
}

bool ends_like_a_sentence(std::string_view text) {
    std::size_t end = text.size();
    while (end > 0) {
        const std::size_t position = previous_position(text, end);
        const char32_t value = base::decode_utf8(text, position).value;
        if (is_sentence_end(value)) return true;
        if (!is_closing(value)) return false;
        end = position;
    }
    return false;
}

bool ends_with_colon(std::string_view text) {
    if (text.empty()) return false;
    const char32_t value = base::decode_utf8(text, previous_position(text, text.size())).value;
    return value == U':' || value == U'\uFF1A';
}

bool begins_with_lower_case(std::string_view text) {
    std::size_t position = 0;
    while (position < text.size()) {
        const auto decoded = base::decode_utf8(text, position);
        if (u_isalnum(static_cast<UChar32>(decoded.value))) return u_islower(static_cast<UChar32>(decoded.value)) != 0;
        position += decoded.size;
    }
    return false;
}

bool is_written_without_blanks(char32_t value) {
    return is_between(value, 0x2E80, 0x312F) || is_between(value, 0x3190, 0x9FFF) ||
           is_between(value, 0xF900, 0xFAFF) || is_between(value, 0xFF01, 0xFF60) ||
           is_between(value, 0x0E00, 0x0E7F) || is_between(value, 0x20000, 0x3FFFF);
}

}  // namespace axray::read
