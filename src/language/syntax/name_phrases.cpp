#include "language/syntax/name_phrases.hpp"

#include <algorithm>
#include <string>

#include "language/words/lexicon.hpp"

namespace axray::language {
namespace {

constexpr std::uint32_t kMostWords = 4;
constexpr std::uint32_t kLongestWord = 64;  // bytes; no word of the lists is longer

std::string_view slice(std::string_view text, Span span) { return text.substr(span.begin, span.size()); }

void append_lower(std::string_view word, std::string& phrase) {
    for (const char byte : word) phrase += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + ('a' - 'A')) : byte;
}

// Bits of the phrase of the tokens [begin, end), 0 when no list has it.
std::uint16_t bits_of(std::string_view text, const Tokens& tokens, std::uint32_t begin, std::uint32_t end,
                      const NameWords& names) {
    std::string phrase;
    for (std::uint32_t at = begin; at < end; ++at) {
        if (tokens.span[at].size() > kLongestWord) return 0;
        if (at > begin) phrase += ' ';
        append_lower(slice(text, tokens.span[at]), phrase);
    }
    return names.find(hash_word(phrase));
}

}  // namespace

std::vector<NamePhrase> find_name_phrases(std::string_view text, const Tokens& tokens, TokenSpan run,
                                          const NameWords& names) {
    std::vector<NamePhrase> found(run.size(), NamePhrase::none);
    for (std::uint32_t at = run.begin; at < run.end;) {
        const char first = text[tokens.span[at].begin];
        std::uint32_t size = first >= 'A' && first <= 'Z' ? std::min(kMostWords, run.end - at) : 0;
        std::uint16_t bits = 0;
        for (; size > 1; --size) {
            bits = bits_of(text, tokens, at, at + size, names) & (kPlaceName | kCountryName | kBodyNoun);
            if (bits != 0) break;
        }
        if (bits != 0) {
            const bool place = (bits & (kPlaceName | kCountryName)) != 0;
            const auto begin = found.begin() + (at - run.begin);
            std::fill_n(begin, size, place ? NamePhrase::inside_place : NamePhrase::inside_body);
            *begin = place ? NamePhrase::begin_place : NamePhrase::begin_body;
        }
        at += bits != 0 ? size : 1;
    }
    return found;
}

}  // namespace axray::language
