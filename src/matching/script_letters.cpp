// Tables of letters: what script one is of, what it looks like, how Cyrillic, Greek, Arabic and Hebrew become Latin.
#include <array>
#include <cstddef>

#include "matching/script_transforms.hpp"

namespace axray::matching {
namespace {

struct Letter {
    char32_t from;
    std::string_view to;
};

template <std::size_t Size>
std::string_view find(const std::array<Letter, Size>& letters, char32_t letter) {
    for (const Letter& one : letters) {
        if (one.from == letter) return one.to;
    }
    return {};
}

// U+0430 to U+044F in their order; empty for the signs.
constexpr std::array<std::string_view, 32> kRussian = {"a",  "b",  "v",  "g",    "d", "e", "zh", "z", "i",  "y", "k",
                                                       "l",  "m",  "n",  "o",    "p", "r", "s",  "t", "u",  "f", "kh",
                                                       "ts", "ch", "sh", "shch", "",  "y", "",   "e", "yu", "ya"};

constexpr std::array<Letter, 40> kOtherCyrillic = {{
    {0x451, "e"},  {0x454, "ye"}, {0x456, "i"},  {0x457, "yi"}, {0x491, "g"},  {0x45E, "u"},  {0x458, "y"},
    {0x452, "dj"}, {0x459, "lj"}, {0x45A, "nj"}, {0x45B, "c"},  {0x45F, "dz"}, {0x453, "gj"}, {0x45C, "kj"},
    {0x455, "dz"}, {0x4D9, "a"},  {0x493, "gh"}, {0x49B, "k"},  {0x4A3, "n"},  {0x4E9, "o"},  {0x4B1, "u"},
    {0x4AF, "u"},  {0x4BB, "h"},  {0x495, "gh"}, {0x49D, "g"},  {0x4B3, "h"},  {0x4B7, "j"},  {0x4CC, "ch"},
    {0x4B9, "j"},  {0x4E3, "i"},  {0x4EF, "u"},  {0x4D1, "a"},  {0x4D7, "e"},  {0x4E5, "i"},  {0x4F1, "u"},
    {0x4E7, "o"},  {0x45D, "i"},  {0x450, "e"},  {0x463, "e"},  {0x4C0, ""},
}};

// Letters of Serbian and Macedonian that follow their Latin alphabet without its marks.
constexpr std::array<Letter, 6> kSerbian = {
    {{0x445, "h"}, {0x446, "c"}, {0x436, "z"}, {0x447, "c"}, {0x448, "s"}, {0x439, "j"}}};

constexpr std::array<Letter, 25> kGreek = {{
    {0x3B1, "a"},  {0x3B2, "v"},  {0x3B3, "g"},  {0x3B4, "d"}, {0x3B5, "e"}, {0x3B6, "z"}, {0x3B7, "i"},
    {0x3B8, "th"}, {0x3B9, "i"},  {0x3BA, "k"},  {0x3BB, "l"}, {0x3BC, "m"}, {0x3BD, "n"}, {0x3BE, "x"},
    {0x3BF, "o"},  {0x3C0, "p"},  {0x3C1, "r"},  {0x3C2, "s"}, {0x3C3, "s"}, {0x3C4, "t"}, {0x3C5, "y"},
    {0x3C6, "f"},  {0x3C7, "ch"}, {0x3C8, "ps"}, {0x3C9, "o"},
}};

constexpr std::array<Letter, 11> kGreekMarked = {{{0x3AC, "a"},
                                                  {0x3AD, "e"},
                                                  {0x3AE, "i"},
                                                  {0x3AF, "i"},
                                                  {0x3CC, "o"},
                                                  {0x3CD, "y"},
                                                  {0x3CE, "o"},
                                                  {0x3CA, "i"},
                                                  {0x3CB, "y"},
                                                  {0x390, "i"},
                                                  {0x3B0, "y"}}};

constexpr std::array<Letter, 71> kArabic = {{
    {0x627, "a"},  {0x628, "b"},  {0x67E, "p"}, {0x62A, "t"},  {0x62B, "th"}, {0x62C, "j"},  {0x686, "ch"},
    {0x62D, "h"},  {0x62E, "kh"}, {0x62F, "d"}, {0x630, "dh"}, {0x631, "r"},  {0x632, "z"},  {0x698, "zh"},
    {0x633, "s"},  {0x634, "sh"}, {0x635, "s"}, {0x636, "d"},  {0x637, "t"},  {0x638, "z"},  {0x639, ""},
    {0x63A, "gh"}, {0x641, "f"},  {0x6A4, "v"}, {0x642, "q"},  {0x643, "k"},  {0x6A9, "k"},  {0x6AF, "g"},
    {0x644, "l"},  {0x645, "m"},  {0x646, "n"}, {0x648, "w"},  {0x647, "h"},  {0x629, "a"},  {0x64A, "y"},
    {0x6CC, "y"},  {0x649, "a"},  {0x621, ""},  {0x623, "a"},  {0x625, "i"},  {0x622, "a"},  {0x626, "i"},
    {0x624, "u"},  {0x64E, "a"},  {0x650, "i"}, {0x64F, "u"},  {0x679, "t"},  {0x688, "d"},  {0x691, "r"},
    {0x6D2, "e"},  {0x6BA, "n"},  {0x6BE, "h"}, {0x6C1, "h"},  {0x6C3, "a"},  {0x69A, "sh"}, {0x696, "g"},
    {0x681, "z"},  {0x685, "ts"}, {0x693, "r"}, {0x689, "d"},  {0x67C, "t"},  {0x6BC, "n"},  {0x6D0, "e"},
    {0x6CD, "y"},  {0x6D5, "a"},  {0x6C6, "o"}, {0x6C7, "u"},  {0x6CB, "v"},  {0x6CE, "e"},  {0x671, "a"},
    {0x6C0, "h"},
}};

constexpr std::array<Letter, 30> kHebrew = {{
    {0x5D0, "a"}, {0x5D1, "b"},  {0x5D2, "g"}, {0x5D3, "d"}, {0x5D4, "h"},  {0x5D5, "w"},  {0x5D6, "z"},  {0x5D7, "kh"},
    {0x5D8, "t"}, {0x5D9, "y"},  {0x5DA, "k"}, {0x5DB, "k"}, {0x5DC, "l"},  {0x5DD, "m"},  {0x5DE, "m"},  {0x5DF, "n"},
    {0x5E0, "n"}, {0x5E1, "s"},  {0x5E2, ""},  {0x5E3, "f"}, {0x5E4, "p"},  {0x5E5, "ts"}, {0x5E6, "ts"}, {0x5E7, "k"},
    {0x5E8, "r"}, {0x5E9, "sh"}, {0x5EA, "t"}, {0x5F0, "v"}, {0x5F1, "oy"}, {0x5F2, "ey"},
}};

struct Look {
    char32_t letter;
    char latin;
};

// Small letters whose capitals or small forms look like Latin ones.
constexpr std::array<Look, 40> kLooks = {{
    {0x430, 'a'}, {0x435, 'e'}, {0x43E, 'o'}, {0x440, 'p'}, {0x441, 'c'}, {0x445, 'x'}, {0x443, 'y'}, {0x456, 'i'},
    {0x458, 'j'}, {0x455, 's'}, {0x43A, 'k'}, {0x43C, 'm'}, {0x442, 't'}, {0x43D, 'h'}, {0x432, 'b'}, {0x501, 'd'},
    {0x51B, 'q'}, {0x51D, 'w'}, {0x4BB, 'h'}, {0x4CF, 'l'}, {0x437, '3'}, {0x451, 'e'}, {0x457, 'i'}, {0x3B1, 'a'},
    {0x3B5, 'e'}, {0x3BF, 'o'}, {0x3C1, 'p'}, {0x3B9, 'i'}, {0x3BA, 'k'}, {0x3BD, 'v'}, {0x3C4, 't'}, {0x3C5, 'u'},
    {0x3C7, 'x'}, {0x3B7, 'n'}, {0x3BC, 'm'}, {0x3B2, 'b'}, {0x3B6, 'z'}, {0x585, 'o'}, {0x57D, 'u'}, {0x570, 'h'},
}};

char32_t small_cyrillic(char32_t letter) {
    if (letter >= 0x410 && letter <= 0x42F) return letter + 0x20;
    if (letter >= 0x400 && letter <= 0x40F) return letter + 0x50;
    return letter;
}

bool any_of(std::u32string_view word, std::u32string_view letters) {
    return word.find_first_of(letters) != std::u32string_view::npos;
}

bool is_digit(char32_t letter) { return letter >= U'0' && letter <= U'9'; }

}  // namespace

Script script_of(char32_t letter) {
    const auto within = [letter](char32_t first, char32_t last) { return letter >= first && letter <= last; };
    if (letter < 0x80) return is_digit(letter) ? Script::none : Script::latin;
    if (letter < 0x250 || within(0x1E00, 0x1EFF) || within(0x250, 0x2AF) || within(0xA720, 0xA7FF))
        return Script::latin;
    if (within(0x370, 0x3FF) || within(0x1F00, 0x1FFF)) return Script::greek;
    if (within(0x400, 0x52F) || within(0x1C80, 0x1C8F) || within(0xA640, 0xA69F)) return Script::cyrillic;
    if (within(0x590, 0x5FF)) return Script::hebrew;
    if (within(0x600, 0x6FF) || within(0x750, 0x77F) || within(0x8A0, 0x8FF)) return Script::arabic;
    if (within(0x3040, 0x30FF) || within(0x31F0, 0x31FF)) return Script::kana;
    if (within(0x3400, 0x4DBF) || within(0x4E00, 0x9FFF) || within(0xF900, 0xFAFF) || within(0x20000, 0x323AF) ||
        letter == 0x3005) {
        return Script::han;
    }
    if (within(0xAC00, 0xD7A3) || within(0x1100, 0x11FF) || within(0x3130, 0x318F)) return Script::hangul;
    return Script::other;
}

char latin_lookalike(char32_t letter) {
    for (const Look& look : kLooks) {
        if (look.letter == letter) return look.latin;
    }
    return 0;
}

char32_t cyrillic_lookalike(char32_t letter) {
    for (const Look& look : kLooks) {
        if (static_cast<char32_t>(look.latin) == letter && look.letter >= 0x400 && look.letter <= 0x52F) {
            return look.letter;
        }
    }
    return 0;
}

std::string latin_of_cyrillic(std::u32string_view word) {
    const bool serbian = any_of(word, U"\u0458\u0459\u045A\u045B\u0452\u045F");
    const bool ukrainian = any_of(word, U"\u0456\u0457\u0454\u0491\u045E") && !any_of(word, U"\u044D");
    std::string latin;
    for (std::size_t at = 0; at < word.size(); ++at) {
        const char32_t letter = small_cyrillic(word[at]);
        const char32_t next = at + 1 < word.size() ? small_cyrillic(word[at + 1]) : 0;
        const bool soft_vowel = next == 0x435 || next == 0x451 || next == 0x44E || next == 0x44F;
        if (is_digit(letter)) {
            latin += static_cast<char>(letter);
        } else if (letter == 0x44A) {
            latin += soft_vowel || next == 0 ? "" : "a";  // a vowel in Bulgarian
        } else if (const std::string_view own = serbian ? find(kSerbian, letter) : std::string_view(); !own.empty()) {
            latin += own;
        } else if (ukrainian && letter == 0x433) {
            latin += 'h';
        } else if (letter >= 0x430 && letter <= 0x44F) {
            latin += kRussian[letter - 0x430];
        } else {
            latin += find(kOtherCyrillic, letter);
        }
    }
    return latin;
}

std::string latin_of_greek(std::u32string_view word) {
    std::string latin;
    for (std::size_t at = 0; at < word.size(); ++at) {
        char32_t letter = word[at];
        if (letter >= 0x391 && letter <= 0x3A9) letter += 0x20;
        const char32_t before = at > 0 ? word[at - 1] : 0;
        const char32_t next = at + 1 < word.size() ? word[at + 1] : 0;
        const bool upsilon = letter == 0x3C5 || letter == 0x3CD;
        if (is_digit(letter)) {
            latin += static_cast<char>(letter);
        } else if (upsilon && (before == 0x3BF || before == 0x39F)) {
            latin += 'u';
        } else if (upsilon && (before == 0x3B1 || before == 0x3B5 || before == 0x391 || before == 0x395)) {
            latin += 'v';
        } else if (letter == 0x3BC && next == 0x3C0 && at == 0) {
            latin += 'b';
            ++at;
        } else if (letter == 0x3BD && next == 0x3C4 && at == 0) {
            latin += 'd';
            ++at;
        } else {
            const std::string_view plain = find(kGreek, letter);
            latin += plain.empty() ? find(kGreekMarked, letter) : plain;
        }
    }
    return latin;
}

std::string latin_of_arabic(std::u32string_view word) {
    std::string latin;
    for (const char32_t letter : word) {
        if (is_digit(letter)) {
            latin += static_cast<char>(letter);
        } else if (letter >= 0x660 && letter <= 0x669) {
            latin += static_cast<char>('0' + (letter - 0x660));
        } else if (letter >= 0x6F0 && letter <= 0x6F9) {
            latin += static_cast<char>('0' + (letter - 0x6F0));
        } else {
            latin += find(kArabic, letter);
        }
    }
    return latin;
}

std::string latin_of_hebrew(std::u32string_view word) {
    std::string latin;
    for (const char32_t letter : word) {
        latin += is_digit(letter) ? std::string_view() : find(kHebrew, letter);
        if (is_digit(letter)) latin += static_cast<char>(letter);
    }
    return latin;
}

}  // namespace axray::matching
