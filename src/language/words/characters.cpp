#include "language/words/characters.hpp"

#include <string>
#include <utility>

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include "base/utf8.hpp"

namespace axray::language {
namespace {

constexpr char32_t kSoftHyphen = 0xAD;
constexpr char32_t kZeroWidthNonJoiner = 0x200C;
constexpr char32_t kZeroWidthJoiner = 0x200D;

bool joins_letters(char32_t value) {
    return value == kSoftHyphen || value == kZeroWidthNonJoiner || value == kZeroWidthJoiner;
}

CharacterKind kind_beyond_ascii(char32_t value) {
    if (joins_letters(value)) return CharacterKind::lower;
    const auto category = static_cast<std::uint32_t>(U_MASK(u_charType(static_cast<UChar32>(value))));
    if ((category & (U_GC_LU_MASK | U_GC_LT_MASK)) != 0) return CharacterKind::upper;
    if ((category & (U_GC_L_MASK | U_GC_M_MASK | U_GC_ND_MASK)) != 0) return CharacterKind::lower;
    if ((category & (U_GC_Z_MASK | U_GC_CC_MASK | U_GC_CF_MASK)) != 0) return CharacterKind::space;
    if ((category & U_GC_P_MASK) != 0) return CharacterKind::punctuation;
    return CharacterKind::symbol;
}

// Letters that Unicode does not take apart though readers of English do.
std::string_view spelled_out(char32_t lower) {
    switch (lower) {
        case 0xDF: return "ss";  // sharp s
        case 0xE6: return "ae";
        case 0xF0: return "d";   // eth
        case 0xF8: return "o";   // o with stroke
        case 0xFE: return "th";  // thorn
        case 0x111: return "d";  // d with stroke
        case 0x131: return "i";  // dotless i
        case 0x142: return "l";  // l with stroke
        case 0x153: return "oe";
        default: return {};
    }
}

// The letter below all its marks, by canonical decomposition.
char32_t base_letter(char32_t letter) {
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2* normalizer = unorm2_getNFCInstance(&status);
    if (U_FAILURE(status)) return letter;
    for (int depth = 0; depth < 4; ++depth) {
        std::array<UChar, 8> parts{};
        status = U_ZERO_ERROR;
        const int length = unorm2_getRawDecomposition(normalizer, static_cast<UChar32>(letter), parts.data(),
                                                      static_cast<std::int32_t>(parts.size()), &status);
        if (U_FAILURE(status) || length < 1 || U16_IS_SURROGATE(parts[0])) break;
        letter = parts[0];
    }
    return letter;
}

bool is_latin_block(char32_t value) { return value < 0x250 || (value >= 0x1E00 && value < 0x1F00); }

FoldedLetter folded(std::string_view bytes) {
    FoldedLetter result;
    for (const char byte : bytes) result.bytes[result.size++] = byte;
    return result;
}

}  // namespace

Character character_beyond_ascii(std::string_view text, std::size_t position) {
    const base::DecodedCodePoint decoded = base::decode_utf8(text, position);
    if (decoded.size == 1) return {decoded.value, 1, CharacterKind::malformed};
    return {decoded.value, decoded.size, kind_beyond_ascii(decoded.value)};
}

bool extends_character(char32_t value) {
    if (value < 0x300) return false;
    const bool skin_tone = value >= 0x1F3FB && value <= 0x1F3FF;
    return skin_tone || value == kZeroWidthJoiner || value == kZeroWidthNonJoiner ||
           (U_MASK(u_charType(static_cast<UChar32>(value))) & U_GC_M_MASK) != 0;
}

FoldedLetter fold_letter(char32_t letter) {
    const bool combining = letter >= 0x300 && letter <= 0x36F;
    if (combining || joins_letters(letter)) return {};
    auto lower = static_cast<char32_t>(u_foldCase(static_cast<UChar32>(letter), U_FOLD_CASE_DEFAULT));
    if (is_latin_block(lower)) lower = base_letter(lower);
    if (const std::string_view spelling = spelled_out(lower); !spelling.empty()) return folded(spelling);
    std::string bytes;  // at most four bytes: no allocation
    base::append_utf8(bytes, lower);
    return folded(bytes);
}

}  // namespace axray::language
