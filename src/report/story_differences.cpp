// Which words of a conflict a reader must look at: of two quotations those that they do not share, by the longest
// common subsequence of their words. Source: D. S. Hirschberg, "A linear space algorithm for computing maximal common
// subsequences", 1975, by the plain table, since quotations are short.
#include <algorithm>
#include <cctype>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "report/story_words.hpp"

namespace axray::report {
namespace {

constexpr std::size_t kMostWords = 400;  // of a quotation; of longer ones all words count as differing

struct QuotedWord {
    Span span;
    std::string form;  // letters and digits alone, small; other characters as they are
};

std::vector<QuotedWord> words_in(const Document& report, Span span) {
    std::vector<QuotedWord> words;
    const auto text = report.slice(span);
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find_first_of(" \n\t", at), text.size());
        QuotedWord word{{span.begin + static_cast<std::uint32_t>(at), span.begin + static_cast<std::uint32_t>(end)},
                        {}};
        for (const char character : text.substr(at, end - at)) {
            const auto byte = static_cast<unsigned char>(character);
            if (byte >= 0x80U || std::isalnum(byte) != 0) word.form += static_cast<char>(std::tolower(byte));
        }
        if (!word.form.empty()) words.push_back(std::move(word));
        at = end + 1;
    }
    return words;
}

// Adds a word; one that follows another with blanks between is joined to it.
void add_word(std::vector<Span>& spans, const QuotedWord& word) {
    if (!spans.empty() && spans.back().end + 1 == word.span.begin) {
        spans.back().end = word.span.end;
    } else {
        spans.push_back(word.span);
    }
}

// The words of a side, where they are not most of what it says.
std::vector<Span> marked(const StoryReport& story, const ConflictSide& side) {
    const auto claim = mention_of(story, side).claim.span;
    if (side.words.size() * 5ULL > claim.size() * 4ULL) return {};
    return {side.words};
}

DifferingWords compare(const std::vector<QuotedWord>& one, const std::vector<QuotedWord>& other) {
    const auto width = other.size() + 1;
    std::vector<std::uint16_t> common((one.size() + 1) * width);  // from each pair of words to the ends
    for (auto row = one.size(); row-- > 0;) {
        for (auto column = other.size(); column-- > 0;) {
            common[row * width + column] =
                one[row].form == other[column].form
                    ? static_cast<std::uint16_t>(common[(row + 1) * width + column + 1] + 1)
                    : std::max(common[(row + 1) * width + column], common[row * width + column + 1]);
        }
    }
    DifferingWords differing;
    std::size_t row = 0;
    std::size_t column = 0;
    while (row < one.size() && column < other.size()) {
        if (one[row].form == other[column].form) {
            ++row;
            ++column;
        } else if (common[(row + 1) * width + column] >= common[row * width + column + 1]) {
            add_word(differing.one, one[row++]);
        } else {
            add_word(differing.other, other[column++]);
        }
    }
    while (row < one.size()) add_word(differing.one, one[row++]);
    while (column < other.size()) add_word(differing.other, other[column++]);
    return differing;
}

}  // namespace

DifferingWords differing_words(const StoryReport& story, const Conflict& conflict) {
    DifferingWords all{marked(story, conflict.one), marked(story, conflict.other)};
    if (conflict.kind != ConflictKind::quote_wording) return all;
    const auto one = words_in(*story.reports.at(mention_of(story, conflict.one).report), conflict.one.words);
    const auto other = words_in(*story.reports.at(mention_of(story, conflict.other).report), conflict.other.words);
    if (one.size() > kMostWords || other.size() > kMostWords) return all;
    auto differing = compare(one, other);
    return differing.one.empty() && differing.other.empty() ? all : differing;
}

}  // namespace axray::report
