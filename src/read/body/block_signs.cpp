#include "read/body/block_signs.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "read/characters/characters.hpp"
#include "read/characters/folded_words.hpp"
#include "read/furniture/furniture_rules.hpp"
#include "read/furniture/line_parts.hpp"
#include "read/furniture/phrase_index.hpp"

namespace axray::read {
namespace {

void count_marks(std::string_view text, BlockSigns& signs) {
    float commas = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char mark = text[i];
        const bool before_blank = i + 1 == text.size() || text[i + 1] == ' ' || text[i + 1] == '"';
        if (mark == ',') {
            ++commas;
        } else if (mark == '|') {
            ++signs.bars;
        } else if ((mark == '.' || mark == '!' || mark == '?') && before_blank) {
            ++signs.sentence_ends;
        } else if (mark == '"') {
            signs.quotes = true;
        } else if (mark == '\xC2' && i + 1 < text.size()) {
            signs.copyright = signs.copyright || text[i + 1] == '\xA9';
            signs.quotes = signs.quotes || text[i + 1] == '\xAB';
            if (text[i + 1] == '\xB7') ++signs.bars;
        } else if (mark == '\xE2' && i + 2 < text.size() && text[i + 1] == '\x80') {
            signs.quotes = signs.quotes || text[i + 2] == '\x9C' || text[i + 2] == '\x9E';
            if (text[i + 2] == '\xA2') ++signs.bars;
        } else if (mark == '\xE3' && text.substr(i, 3) == "\xE3\x80\x82") {
            ++signs.sentence_ends;
        } else if (mark == '\xE0' && text.substr(i, 3) == "\xE0\xA5\xA4") {
            ++signs.sentence_ends;
        }
    }
    signs.commas = commas;
}

void count_words(const std::vector<FoldedWord>& words, const WordScores& scores, BlockSigns& signs) {
    constexpr std::size_t kFirst = 3;
    float sum = 0;
    float first = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const WordClass classes = classes_of(words[i].hash);
        if (words[i].is_number) ++signs.numbers;
        if (words[i].is_capital) ++signs.capitals;
        if (has(classes, WordClass::verb)) ++signs.verbs;
        if (has(classes, WordClass::function)) ++signs.functions;
        if (has(classes, WordClass::calendar)) ++signs.calendar;
        if (has(classes, WordClass::credit)) ++signs.credits;
        if (has(classes, WordClass::address) && !words[i].is_quoted) ++signs.address;
        const float score = score_of(scores.text, words[i].hash);
        sum += score;
        if (i < kFirst) first += score;
        signs.score_least = std::min(signs.score_least, score);
    }
    const auto counted = static_cast<float>(words.size());
    for (float* share :
         {&signs.numbers, &signs.capitals, &signs.verbs, &signs.functions, &signs.calendar, &signs.credits})
        *share /= counted;
    signs.score_mean = sum / counted;
    signs.score_first = first / static_cast<float>(std::min(words.size(), kFirst));
    signs.commands = !words.front().is_quoted && has(classes_of(words.front().hash), WordClass::imperative);
    signs.begins_small = !words.front().is_capital && !words.front().is_number;
}

}  // namespace

BlockSigns signs_of(std::string_view text, const std::vector<FoldedWord>& words, std::uint32_t link_bytes,
                    const WordScores& scores) {
    constexpr float kProseWords = 10;
    constexpr std::size_t kLongestLine = 300;
    BlockSigns signs;
    if (text.empty()) return signs;
    const auto bytes = static_cast<float>(text.size());
    signs.bytes = bytes;
    signs.words = static_cast<float>(words.size());
    if (words.size() == kMostSignWords) {
        const auto blanks = static_cast<float>(std::count(text.begin(), text.end(), ' '));
        signs.words = std::max(signs.words, blanks + 1);
    }
    signs.link_share = static_cast<float>(link_bytes) / bytes;
    signs.ends_sentence = ends_like_a_sentence(text);
    signs.last = static_cast<unsigned char>(text.back());
    count_marks(text, signs);
    if (words.empty()) return signs;
    signs.word_length = bytes / signs.words;
    signs.commas /= signs.words;
    count_words(words, scores, signs);
    if (text.size() < kLongestLine) {
        signs.menu_items = static_cast<float>(count_menu_items(text));
        signs.dated_line = is_dated_line(text);
    }
    int strongest = 0;
    for (const PhraseRule* rule : find_phrases(words)) {
        signs.phrase_points += static_cast<float>(rule->points);
        if (rule->points > strongest) {
            strongest = rule->points;
            signs.phrase_reason = rule->reason;
        }
    }
    signs.is_prose = signs.words >= kProseWords && signs.sentence_ends > 0 && signs.link_share < 0.5F;
    return signs;
}

void add_word_signs(const BlockSigns& signs, RowWriter& row) {
    row.add({signs.commas,
             signs.capitals,
             signs.numbers,
             signs.verbs,
             signs.functions,
             signs.calendar,
             signs.credits,
             signs.word_length,
             signs.address,
             as_float(signs.begins_small),
             as_float(signs.commands),
             as_float(signs.quotes),
             as_float(signs.copyright),
             as_float(signs.dated_line),
             signs.bars,
             signs.menu_items,
             signs.phrase_points,
             static_cast<float>(signs.phrase_reason),
             signs.score_mean,
             signs.score_least,
             signs.score_first});
}

}  // namespace axray::read
