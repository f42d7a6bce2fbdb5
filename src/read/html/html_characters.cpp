#include "read/html/html_characters.hpp"

#include <algorithm>
#include <cstddef>

#include <myhtml/charef.h>

#include "read/characters/ascii.hpp"

namespace axray::read {
namespace {

constexpr char32_t kReplacement = U'\uFFFD';

// What &#128; to &#159; mean: pages wrote bytes of windows-1252 so.
constexpr char32_t kWindows1252[32] = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178,
};

int digit_value(char character, int base) {
    if (is_ascii_digit(character)) return character - '0';
    const char lower = lower_ascii(character);
    return base == 16 && lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

char32_t character_of_number(std::uint32_t number) {
    if (number >= 0x80 && number <= 0x9F) return kWindows1252[number - 0x80];
    if (number == 0 || number > 0x10FFFF || (number >= 0xD800 && number <= 0xDFFF)) return kReplacement;
    return number;
}

CharacterReference read_number(std::string_view text, std::size_t position) {
    std::size_t at = position + 2;
    const int base = at < text.size() && lower_ascii(text[at]) == 'x' ? 16 : 10;
    if (base == 16) ++at;
    const std::size_t digits = at;
    std::uint32_t number = 0;
    for (; at < text.size() && digit_value(text[at], base) >= 0; ++at) {
        if (number <= 0x10FFFF)
            number =
                number * static_cast<std::uint32_t>(base) + static_cast<std::uint32_t>(digit_value(text[at], base));
    }
    if (at == digits) return {};
    if (at < text.size() && text[at] == ';') ++at;
    return {static_cast<std::uint32_t>(at - position), character_of_number(number), 0};
}

// The characters that the name stands for; `name` with its semicolon, or without it where old pages leave it out.
CharacterReference find_name(std::string_view name) {
    std::size_t offset = 0;
    std::size_t count = 0;
    const charef_entry_t* entry = myhtml_charef_find(name.data(), &offset, name.size(), &count);
    if (entry == nullptr || offset != name.size() || count == 0 ||
        entry->ch != static_cast<unsigned char>(name.back())) {
        return {};
    }
    return {static_cast<std::uint32_t>(name.size() + 1), static_cast<char32_t>(entry->codepoints[0]),
            count > 1 ? static_cast<char32_t>(entry->codepoints[1]) : 0};
}

}  // namespace

CharacterReference read_reference(std::string_view text, std::size_t position) {
    constexpr std::size_t kLongestName = 33;  // "CounterClockwiseContourIntegral;" and one more
    constexpr std::size_t kLongestBare = 6;   // "frac34": names that are known without a semicolon
    if (position + 1 < text.size() && text[position + 1] == '#') return read_number(text, position);
    const std::string_view rest = text.substr(position + 1, kLongestName);
    std::size_t length = 0;
    while (length < rest.size() && (is_ascii_letter(rest[length]) || is_ascii_digit(rest[length]))) ++length;
    if (length == 0) return {};
    if (length < rest.size() && rest[length] == ';') {
        if (const CharacterReference found = find_name(rest.substr(0, length + 1)); found.length > 0) return found;
    }
    for (std::size_t bare = std::min(length, kLongestBare); bare >= 2; --bare) {
        if (const CharacterReference found = find_name(rest.substr(0, bare)); found.length > 0) return found;
    }
    return {};
}

void append_html_text(BlockWriter& writer, std::string_view page, Span place) {
    const std::string_view text = page.substr(0, place.end);
    std::uint32_t begin = place.begin;
    while (begin < place.end) {
        const auto ampersand = static_cast<std::uint32_t>(std::min<std::size_t>(text.find('&', begin), place.end));
        if (ampersand > begin) writer.append(page, {begin, ampersand});
        if (ampersand == place.end) break;
        const CharacterReference reference = read_reference(text, ampersand);
        if (reference.length == 0) {
            writer.append(page, {ampersand, ampersand + 1});
            begin = ampersand + 1;
            continue;
        }
        const Span source{ampersand, ampersand + reference.length};
        writer.append_character(reference.first, source);
        if (reference.second != 0) writer.append_character(reference.second, source);
        begin = source.end;
    }
}

std::string decode_html_text(std::string_view page, Span place) {
    BlockWriter writer;
    append_html_text(writer, page, place);
    return std::string(writer.list().slice(writer.end_block()));
}

}  // namespace axray::read
