// What the sentence models see of a word apart from its sentence (bytes of a token -> WordFeatures).
//
// Everything here depends on the written word alone, so that its vector can be kept from one place to the next. The
// training programs get the same features from axray_word_features, which prints them. Source: hashed pieces of words
// after Bojanowski et al. 2017 (fastText); classes from WordNet and from lists of names.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "language/names/name_words.hpp"
#include "language/words/lexicon.hpp"

namespace axray::language {

inline constexpr std::uint32_t kPieceRows = 20000;    // rows of the table of pieces; row 0 is no piece
inline constexpr std::uint32_t kEndingRows = 5000;    // last three bytes, first three bytes
inline constexpr std::size_t kMostPieces = 40;        // pieces beyond are left out
inline constexpr std::size_t kClasses = 20;           // bits of WordFeatures::classes
inline constexpr std::size_t kLongestFeatured = 128;  // bytes; of longer words the beginning is seen

// The look of a word; row of its table.
enum class WordShape : std::uint8_t {
    digits,
    digits_and_letters,
    digits_and_signs,
    signs,
    lower,
    capitals,
    one_capital,
    capitalised,
    capitalised_mixed,
    mixed,
};
inline constexpr std::size_t kShapes = 10;

struct WordFeatures {
    std::uint64_t form = 0;  // hash of the normal form: lower case, digits as 0, straight quotation marks
    std::array<std::uint16_t, kMostPieces> pieces{};
    std::uint8_t piece_count = 0;
    WordShape shape = WordShape::lower;
    std::uint16_t beginning = 0;  // row of the first three bytes
    std::uint16_t ending = 0;     // row of the last three bytes
    std::uint32_t classes = 0;    // bits: 0-3 readings, 4-7 readings as base form, 8 verb first, 9 proper, 10 irregular
                                  // verb; from 11 on the bits of NameWords
};

// The normal form of a written word, at most kLongestFeatured bytes. Any bytes are accepted.
[[nodiscard]] std::string normal_form(std::string_view written);

// O(bytes).
[[nodiscard]] WordFeatures features_of(std::string_view written, const Lexicon& lexicon, const NameWords& names);

}  // namespace axray::language
