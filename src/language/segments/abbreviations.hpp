// Does the full stop after a word belong to it (folded word, WordFacts, surroundings -> bool)? And what are the parts
// of words that were written as one ("ca", "n't" of "can't")?
//
// As in the English treebanks of Universal Dependencies: "Mr.", "Inc.", "No." before a number and the initials of names
// are one token with their full stop, also where it ends the sentence. Source: own rules over the uses of words.hpp.
#pragma once

#include <string_view>

#include "language/words/words.hpp"

namespace axray::language {

inline constexpr std::uint32_t kLongestAbbreviation = 8;  // letters

// What stands behind the full stop, past blanks.
enum class AfterStop : std::uint8_t {
    nothing,
    digit,
    lower,
    capital,
    starter,  // a capitalised word that begins sentences and no names: "The", "However"
    month,    // "Mon. Oct. 2"
    middle,   // a sign that stands within a sentence: ",", ";", ":", "-"
    other,
};

struct WordBeforeStop {
    WordFacts facts;
    std::uint32_t letters = 0;
    bool capitalised = false;
    bool first = false;  // of its block or sentence
    bool after_comma = false;
    bool after_ordinary_word = false;  // a content word in lower case
    bool counts = false;               // a lone "I"
    AfterStop next = AfterStop::other;
};

[[nodiscard]] bool keeps_stop(const WordBeforeStop& word);

// The whole form of a part of a contraction: "ca" -> "can", "n't" -> "not", "na" -> "to"; others as they are.
[[nodiscard]] std::string_view whole_form(std::string_view part);

}  // namespace axray::language
