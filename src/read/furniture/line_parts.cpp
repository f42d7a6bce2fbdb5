#include "read/furniture/line_parts.hpp"

#include <algorithm>
#include <vector>

#include "read/characters/characters.hpp"
#include "read/characters/folded_words.hpp"
#include "read/furniture/furniture_rules.hpp"

namespace axray::read {
namespace {

constexpr std::size_t kLongestLine = 300;  // bytes
constexpr std::size_t kPartWords = 4;

constexpr std::string_view kMenuSigns[] = {
    "|",
    ">",
    "\xC2\xB7",      // middle dot
    "\xE2\x80\xA2",  // bullet
    "\xC2\xBB",      // double angle bracket
    "\xE2\x80\xBA",  // single angle bracket
};
constexpr std::string_view kDashes[] = {"-", "/", "\xE2\x80\x93", "\xE2\x80\x94"};

enum class Separators { of_menus, all };

std::size_t separator_length(std::string_view text, Separators kind) {
    for (const std::string_view sign : kMenuSigns) {
        if (text.starts_with(sign)) return sign.size();
    }
    if (kind == Separators::of_menus) return 0;
    for (const std::string_view sign : kDashes) {
        if (text.starts_with(sign)) return sign.size();
    }
    return 0;
}

// The parts between separators that have a blank on each side, without these blanks.
std::vector<std::string_view> split_parts(std::string_view line, Separators kind) {
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    for (std::size_t i = line.find(' '); i != std::string_view::npos; i = line.find(' ', i + 1)) {
        const std::size_t length = separator_length(line.substr(i + 1), kind);
        if (length == 0 || i + 1 + length >= line.size() || line[i + 1 + length] != ' ') continue;
        parts.push_back(line.substr(begin, i - begin));
        begin = i + 1 + length + 1;
        i = begin - 1;
    }
    parts.push_back(line.substr(std::min(begin, line.size())));
    return parts;
}

bool is_calendar(const FoldedWord& word) { return word.is_number || has(classes_of(word.hash), WordClass::calendar); }

// A day with its month, or a month with its year: nothing but words of the calendar, and a number among them.
bool is_date(const std::vector<FoldedWord>& words, std::size_t begin) {
    const auto first = words.begin() + static_cast<std::ptrdiff_t>(begin);
    return words.size() >= begin + 2 && std::all_of(first, words.end(), is_calendar) &&
           std::any_of(first, words.end(), [](const FoldedWord& word) { return word.is_number; }) &&
           std::any_of(first, words.end(), [](const FoldedWord& word) { return !word.is_number; });
}

// "Halvern, 12 September 2022": one to three capitalised words and a comma before the date.
bool is_place_and_date(const std::vector<FoldedWord>& words) {
    constexpr std::size_t kPlaceWords = 3;
    std::size_t place = 0;
    while (place < words.size() && place < kPlaceWords && words[place].is_capital && !is_calendar(words[place])) {
        ++place;
        if (words[place - 1].ends_part) break;
    }
    return place > 0 && words[place - 1].ends_part && words.size() >= place + 3 && is_date(words, place);
}

}  // namespace

std::size_t count_menu_items(std::string_view line) {
    constexpr std::size_t kFewestItems = 3;
    if (line.size() > kLongestLine) return 0;
    const std::vector<std::string_view> parts = split_parts(line, Separators::of_menus);
    if (parts.size() < kFewestItems) return 0;
    const bool short_items = std::all_of(parts.begin(), parts.end(), [](std::string_view part) {
        const std::vector<FoldedWord> words = fold_words(part, kPartWords + 1);
        return !words.empty() && words.size() <= kPartWords && !ends_like_a_sentence(part) &&
               !std::all_of(words.begin(), words.end(), [](const FoldedWord& word) { return word.is_number; });
    });
    return short_items ? parts.size() : 0;
}

bool is_dated_line(std::string_view line) {
    constexpr std::size_t kMostParts = 4;
    constexpr std::size_t kMostWords = 16;
    if (line.size() > kLongestLine || ends_like_a_sentence(line)) return false;
    if (is_place_and_date(fold_words(line, kMostWords))) return true;
    const std::vector<std::string_view> parts = split_parts(line, Separators::all);
    if (parts.size() < 2 || parts.size() > kMostParts || !is_date(fold_words(parts.front(), kMostWords), 0))
        return false;
    return std::all_of(parts.begin(), parts.end(), [](std::string_view part) {
        const std::vector<FoldedWord> words = fold_words(part, kMostWords);
        return is_date(words, 0) || words.size() <= kPartWords;
    });
}

}  // namespace axray::read
