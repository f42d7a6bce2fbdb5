// How the words of page furniture are written down: phrases with points, and classes of single words.
//
// The phrases are in read/furniture/furniture_phrases.hpp, the classes in furniture_rules.cpp. A block is set aside at
// kCutPoints. Points of a phrase say how sure it makes by itself: 100 alone suffices, 60 needs a second sign such as a
// short block without a verb. "#" stands for any number, "*" for any one word. Words are folded as in
// read/characters/folded_words.hpp. No row names a site or a brand of one. Source: own, read off the furniture of news
// pages in several languages.
#pragma once

#include <cstdint>
#include <string_view>

#include <axray/document.hpp>

#include "read/characters/folded_words.hpp"

namespace axray::read {

inline constexpr int kCutPoints = 100;

enum class Place : std::uint8_t {
    whole,  // the phrase is all of the block
    start,  // the block begins with it
    end,    // the block ends with it
    anywhere,
};

// What a block that is little more than the phrase stands over.
enum class Heads : std::uint8_t {
    nothing,
    links,   // headlines of other articles
    author,  // some words about the author
};

struct PhraseRule {
    std::string_view words;
    Place place = Place::anywhere;
    int points = 0;
    CutReason reason = CutReason::other_furniture;
    Heads heads = Heads::nothing;
};

// Classes of single words; a word may be in several.
enum class WordClass : std::uint8_t {
    none = 0,
    imperative = 1U << 0U,  // verbs that furniture begins with: "subscribe", "click"
    address = 1U << 1U,     // "you", "your", "we", "our"
    verb = 1U << 2U,        // common finite verbs of English: "is", "said"
    function = 1U << 3U,    // words that say nothing alone: "by", "on", "and"
    calendar = 1U << 4U,    // months, weekdays, "am", "GMT", "updated"
    credit = 1U << 5U,      // agencies and words of picture credits
};
[[nodiscard]] constexpr WordClass operator|(WordClass left, WordClass right) {
    return static_cast<WordClass>(static_cast<std::uint8_t>(left) | static_cast<std::uint8_t>(right));
}
[[nodiscard]] constexpr bool has(WordClass all, WordClass one) {
    return (static_cast<std::uint8_t>(all) & static_cast<std::uint8_t>(one)) != 0;
}

// All classes of a folded word. O(1).
[[nodiscard]] WordClass classes_of(WordHash word);

}  // namespace axray::read
