#include "language/other_language.hpp"

#include <algorithm>

#include "read/metadata/language.hpp"

namespace axray::language {
namespace {

constexpr std::uint32_t kMostTokens = 600;  // that are looked at
constexpr std::size_t kMostBytes = 4'000;   // as the letter statistics do
constexpr std::uint32_t kLeastWords = 8;    // of a text in Latin letters: shorter ones are often names
constexpr double kMostFunctionWords = 0.2;  // share of English function words that other languages reach
constexpr double kLeastShare = 0.8;         // of the text in one language
constexpr std::size_t kLeastForeign = 12;   // bytes of other scripts, about four Chinese characters

struct WordCounts {
    std::uint32_t words = 0;
    std::uint32_t function_words = 0;
};

WordCounts count_words(const Tokens& tokens, TokenSpan range) {
    WordCounts counts;
    const std::uint32_t end = std::min(range.end, range.begin + kMostTokens);
    for (std::uint32_t token = range.begin; token < end; ++token) {
        if (tokens.kind[token] != TokenKind::word) continue;
        ++counts.words;
        if (tokens.has(token, kFunctionWord)) ++counts.function_words;
    }
    return counts;
}

// Half of the text and more is in a script that is not Latin, as far as its bytes tell.
bool is_in_another_script(std::string_view text) {
    text = text.substr(0, kMostBytes);
    const auto beyond_ascii = static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char byte) { return static_cast<unsigned char>(byte) >= 0x80U; }));
    return beyond_ascii >= kLeastForeign && 2 * beyond_ascii >= text.size();
}

}  // namespace

std::string other_language(std::string_view text, const Tokens& tokens, TokenSpan range) {
    const WordCounts counts = count_words(tokens, range);
    const bool other_words =
        counts.words >= kLeastWords && counts.function_words < kMostFunctionWords * static_cast<double>(counts.words);
    if (!other_words && !is_in_another_script(text)) return {};
    const auto found = read::language_of_letters(text);
    if (found.tag.empty() || found.tag == "en" || !found.reliable || found.share < kLeastShare) return {};
    return found.name;
}

}  // namespace axray::language
