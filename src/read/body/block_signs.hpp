// What the words of one block say by themselves (text of a block -> BlockSigns).
//
// Numbers without judgement: how long, how much of it links, how it ends, what its words tell of article or furniture.
// read/body/body_features.hpp puts them beside those of its neighbours. Source: own; text and link density after
// Kohlschuetter et al. 2010.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "read/blocks.hpp"
#include "read/body/feature_rows.hpp"
#include "read/body/word_scores.hpp"

namespace axray::read {

struct BlockSigns {
    float words = 0;
    float bytes = 0;
    float link_share = 0;     // of the bytes, 0..1
    float sentence_ends = 0;  // points, question and exclamation marks after which a word may begin
    bool ends_sentence = false;
    char32_t last = 0;  // the last character
    float commas = 0;   // shares of the words from here, 0..1 and above
    float capitals = 0;
    float numbers = 0;
    float verbs = 0;  // English classes of furniture/furniture_rules.hpp
    float functions = 0;
    float calendar = 0;
    float credits = 0;
    float word_length = 0;  // bytes a word
    float address = 0;      // words that speak to the reader, outside quotation marks
    bool begins_small = false;
    bool commands = false;  // begins with a verb of furniture: "subscribe", "click"
    bool quotes = false;    // holds a quotation mark
    bool copyright = false;
    bool dated_line = false;
    float bars = 0;           // "|", middle dots, bullets between words
    float menu_items = 0;     // as of count_menu_items
    float phrase_points = 0;  // sum, as of furniture/furniture_rules.hpp
    CutReason phrase_reason = CutReason::other_furniture;
    float score_mean = 0;  // of the word scores
    float score_least = 0;
    float score_first = 0;  // mean of the first three words
    bool is_prose = false;  // at least ten words, a sentence end, mostly no link
};

// As many words of a block are looked at.
inline constexpr std::size_t kMostSignWords = 100;

// `words` are the first kMostSignWords of `text`, as of fold_words. O(bytes).
[[nodiscard]] BlockSigns signs_of(std::string_view text, const std::vector<FoldedWord>& words, std::uint32_t link_bytes,
                                  const WordScores& scores);

// Appends what its words are like: shares of commas, capitals, numbers and classes, marks, phrases, scores.
void add_word_signs(const BlockSigns& signs, RowWriter& row);

}  // namespace axray::read
