// Which bytes the names of hosts and mailboxes consist of (byte or letter -> yes or no).
//
// Shared by the parts of this folder; letters of all scripts may stand in a host (RFC 5890), typographic signs may not.
#pragma once

#include <cstddef>
#include <string_view>

#include "base/utf8.hpp"

namespace axray::language {

inline bool is_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
inline bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
inline bool is_letter(char c) { return is_lower(c) || is_upper(c); }
inline bool is_word_byte(char c) { return is_letter(c) || is_digit(c); }
inline bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v'; }
inline char lower(char c) { return is_upper(c) ? static_cast<char>(c + ('a' - 'A')) : c; }

inline bool is_hexadecimal(char c) { return is_digit(c) || (lower(c) >= 'a' && lower(c) <= 'f'); }

// Bytes of the letter of a host's label that begins at `at`; 0 when none does. Letters beyond ASCII are those of
// scripts: no typographic signs, no full-width punctuation.
inline std::size_t host_letter(std::string_view text, std::size_t at) {
    if (at >= text.size()) return 0;
    const char c = text[at];
    if (is_word_byte(c) || c == '-' || c == '_') return 1;
    if (static_cast<unsigned char>(c) < 0x80) return 0;
    const auto letter = base::decode_utf8(text, at);
    const auto value = letter.value;
    const bool sign = value < 0xC0 || value == 0xD7 || value == 0xF7 || (value >= 0x2000 && value < 0x2C00) ||
                      (value >= 0x3000 && value < 0x3040) || (value >= 0xFF00 && value < 0xFF66) || value == 0xFFFD ||
                      (value >= 0xE000 && value < 0xF900) || value == 0xFEFF || value > 0xFFFF;
    return sign ? 0 : letter.size;
}

// Begin of the letter of a host's label that ends before `end`; `end` itself when none does.
inline std::size_t host_letter_before(std::string_view text, std::size_t end) {
    if (end == 0) return end;
    std::size_t at = end - 1;
    while (at > 0 && end - at < 4 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80) --at;
    return host_letter(text, at) == end - at ? at : end;
}

// Where the run of host letters that ends before `end` begins; looks at 64 bytes at most.
inline std::size_t label_begin(std::string_view text, std::size_t end) {
    std::size_t at = end;
    while (end - at < 64) {
        const auto before = host_letter_before(text, at);
        if (before == at) break;
        at = before;
    }
    return at;
}

}  // namespace axray::language
