#include "language/segments/addresses.hpp"

#include <algorithm>

#include "language/words/characters.hpp"

namespace axray::language {
namespace {

constexpr std::size_t kLongestLook = 64;  // bytes

bool is_lower_or_digit(char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9'); }

bool is_word_byte(char byte) { return is_lower_or_digit(byte) || (byte >= 'A' && byte <= 'Z'); }

bool is_lower_word(std::string_view part) {
    return part.size() >= 2 &&
           std::all_of(part.begin(), part.end(), [](char byte) { return byte >= 'a' && byte <= 'z'; });
}

bool is_word_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return false;
    const CharacterKind kind = character_at(text, at).kind;
    return is_letter(kind) || kind == CharacterKind::digit;
}

}  // namespace

bool ends_address(char byte) {
    return static_cast<unsigned char>(byte) <= ' ' || byte == '<' || byte == '>' || byte == '"' || byte == '|' ||
           byte == '\x7F';
}

bool leads_to_mail(std::string_view text, std::uint32_t at) {
    const std::size_t limit = std::min(text.size(), at + kLongestLook);
    std::size_t end = at;
    while (end < limit && (is_word_byte(text[end]) || std::string_view(".-_+%").find(text[end]) != std::string::npos))
        ++end;
    return end + 1 < text.size() && text[end] == '@' && is_word_byte(text[end + 1]);
}

std::uint32_t domain_end(std::string_view text, std::string_view first, std::uint32_t dot, WordCache& cache) {
    std::uint32_t segment = dot + 1;
    std::uint32_t at = segment;
    std::uint32_t end = 0;
    unsigned parts = is_lower_word(first) ? 1 : 0;
    const auto limit = static_cast<std::uint32_t>(std::min(text.size(), dot + kLongestLook));
    while (segment < limit) {
        while (at < limit && (is_lower_or_digit(text[at]) || text[at] == '-')) ++at;
        if (at == segment || is_word_at(text, at)) break;
        const std::string_view name = text.substr(segment, at - segment);
        parts = parts > 0 && is_lower_word(name) ? parts + 1 : 0;
        if (parts >= 3 || cache.find(name, hash_word(name)).facts.is(kUseTopDomain)) end = at;
        if (at >= text.size() || text[at] != '.') break;
        segment = ++at;
    }
    return end;
}

}  // namespace axray::language
