#include "story/furniture_lines.hpp"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>

namespace axray::story {
namespace {

constexpr std::uint32_t kLastSentences = 6;  // of a report, among which lines about its authors stand
constexpr std::size_t kShortLine = 14;       // words of a heading at most
constexpr std::size_t kLettering = 4;        // words in capitals, one after the other, that are no prose

// The words in lower case (ASCII), with a blank before and behind each.
std::string plain_words(const Document& document, const language::AnnotatedText& text, language::TokenSpan range) {
    std::string words = " ";
    for (auto token = range.begin; token < range.end; ++token) {
        for (const char letter : document.slice(text.tokens.span[token]))
            words += letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
        words += ' ';
    }
    return words;
}

bool has_any(std::string_view words, std::initializer_list<std::string_view> phrases) {
    return std::any_of(phrases.begin(), phrases.end(),
                       [&](std::string_view phrase) { return words.find(phrase) != std::string_view::npos; });
}

bool begins_with_label(std::string_view words) {
    constexpr std::string_view kLabels[] = {
        " advertisement : ", " gallery : ", " graphic : ",    " image : ",     " images : ",   " listen : ",
        " map : ",           " photo : ",   " photos : ",     " picture : ",   " pictures : ", " read more : ",
        " read also : ",     " related : ", " see also : ",   " slideshow : ", " video : ",    " videos : ",
        " watch : ",         " photo by ",  " hide caption ", " file photo : "};
    return std::any_of(std::begin(kLabels), std::end(kLabels),
                       [&](std::string_view label) { return words.substr(0, label.size()) == label; });
}

// "WEST GATE BROKEN FENCE By the river": the words of a map. A line that is all capitals may be a headline.
bool is_lettering(const language::AnnotatedText& text, language::TokenSpan range) {
    std::size_t run = 0;
    std::size_t longest = 0;
    bool others = false;
    for (auto token = range.begin; token < range.end; ++token) {
        const bool capitals = text.tokens.has(token, language::kAllCapitals) && text.tokens.span[token].size() > 2 &&
                              !text.tokens.has(token, language::kInQuotation);
        others |= !capitals && text.tokens.kind[token] != language::TokenKind::punctuation;
        run = capitals ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return longest >= kLettering && others;
}

}  // namespace

bool is_furniture_line(const Document& document, const language::AnnotatedText& text, std::uint32_t sentence) {
    const auto range = text.sentences[sentence].tokens;
    const auto words = plain_words(document, text, range);
    if (begins_with_label(words)) return true;
    const auto kind = document.blocks[text.sentences[sentence].block].kind;
    if (kind != BlockKind::title && is_lettering(text, range)) return true;
    const auto written = document.slice(text.sentences[sentence].span);
    const bool stops = !written.empty() && (written.back() == '.' || written.back() == '"');
    if (!stops && range.size() <= kShortLine &&
        has_any(words, {" what we know ", " what to know ", " things to know ", " live updates ", " in pictures "}))
        return true;
    if (sentence + kLastSentences < text.sentences.size()) return false;
    return has_any(words,
                   {" contributed to this report ", " contributed to this story ", " contributed to this article ",
                    " contributed reporting ", " additional reporting by ", " reporting by ", " editing by ",
                    " sign up for ", " newsletter ", " on twitter at ", " follow us "});
}

}  // namespace axray::story
