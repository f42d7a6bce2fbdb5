// Characters as the tokenizer sees them: what kind a byte or code point is, and how letters are folded.
//
// Folding makes forms comparable: lower case (Unicode simple case folding), Latin letters without their diacritical
// marks ("Beyonc\u00e9" and "Beyonce" are one form), ligatures spelled out. Source: Unicode Character Database through
// ICU; the choice to drop marks is our own.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace axray::language {

enum class CharacterKind : std::uint8_t {
    space,  // white space, control and format characters
    lower,  // letters that are not upper case, also those of scripts without case, and combining marks
    upper,
    digit,  // 0-9
    punctuation,
    symbol,
    malformed,  // a byte that is not UTF-8
};

struct Character {
    char32_t value = 0;
    std::uint32_t size = 1;  // bytes
    CharacterKind kind = CharacterKind::malformed;
};

inline constexpr CharacterKind kind_of_ascii(unsigned char byte) {
    if (byte >= 'a' && byte <= 'z') return CharacterKind::lower;
    if (byte >= 'A' && byte <= 'Z') return CharacterKind::upper;
    if (byte >= '0' && byte <= '9') return CharacterKind::digit;
    if (byte <= ' ' || byte == 0x7F) return CharacterKind::space;
    constexpr std::string_view kSymbols = "$%+<=>^`|~";
    return kSymbols.find(static_cast<char>(byte)) != std::string_view::npos ? CharacterKind::symbol
                                                                            : CharacterKind::punctuation;
}

inline constexpr auto kAsciiKinds = [] {
    std::array<CharacterKind, 128> kinds{};
    for (unsigned byte = 0; byte < kinds.size(); ++byte) kinds[byte] = kind_of_ascii(static_cast<unsigned char>(byte));
    return kinds;
}();

// The character that begins at `position` < text.size(), which may be any byte.
[[nodiscard]] Character character_beyond_ascii(std::string_view text, std::size_t position);

[[nodiscard]] inline Character character_at(std::string_view text, std::size_t position) {
    const auto byte = static_cast<unsigned char>(text[position]);
    if (byte < 0x80) return {byte, 1, kAsciiKinds[byte]};
    return character_beyond_ascii(text, position);
}

[[nodiscard]] inline bool is_letter(CharacterKind kind) {
    return kind == CharacterKind::lower || kind == CharacterKind::upper;
}

// Belongs to the character before it, whatever that is: combining marks, joiners, variation selectors and skin tones.
[[nodiscard]] bool extends_character(char32_t value);

// The folded form of one letter beyond ASCII; at most 8 bytes, empty for combining marks and soft hyphens.
struct FoldedLetter {
    std::array<char, 8> bytes{};
    std::uint8_t size = 0;
};
[[nodiscard]] FoldedLetter fold_letter(char32_t letter);

}  // namespace axray::language
