// How the words of page furniture are written down: phrases with points, and classes of single words.
//
// The phrases are in read/furniture_phrases.hpp, the classes in furniture_rules.cpp. A block is set aside at kCutPoints. Points of a phrase say how sure it makes by itself: 100 alone suffices, 60 needs
// a second sign such as a short block without a verb. "#" stands for any number, "*" for any one word. Words are
// folded as in read/folded_words.hpp. No row names a site or a brand of one.
// Source: own, read off the furniture of news pages in several languages.
#pragma once

#include <cstdint>
#include <string_view>

#include <axray/document.hpp>

#include "read/folded_words.hpp"

namespace axray::read {

inline constexpr int kCutPoints = 100;

enum class Place : std::uint8_t {
    whole,     // the phrase is all of the block
    start,     // the block begins with it
    end,       // the block ends with it
    anywhere,
};

struct PhraseRule {
    std::string_view words;
    Place place = Place::anywhere;
    int points = 0;
    CutReason reason = CutReason::other_furniture;
};

// Classes of single words, each a sorted list of hashes.
enum class WordClass : std::uint8_t {
    imperative,  // verbs that furniture begins with: "subscribe", "click"
    address,     // "you", "your", "we", "our"
    verb,        // common finite verbs of English: "is", "said"
    function,    // words that say nothing alone: "by", "on", "and"
    calendar,    // months, weekdays, "am", "GMT", "updated"
    credit,      // agencies and words of picture credits
};

[[nodiscard]] bool is_in_class(WordClass word_class, WordHash word);

}  // namespace axray::read
