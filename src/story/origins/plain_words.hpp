// The words of a text as the search for copied passages compares them (text -> PlainWords).
//
// Made for speed: no dictionary and no models, O(bytes). Case, accents and the shape of apostrophes do not
// count, nor do spellings of figures that editors change: "5%" is "5 percent", "$5bn" is "$5 billion", "1,000" is
// "1000", "U.S." is "US". Each letter of a script without blanks is a word. Source: own.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <axray/span.hpp>

namespace axray::story {

// Bits of PlainWords::marks.
enum PlainMark : std::uint8_t {
    kQuoted = 1U << 0U,         // between quotation marks, which end with their line at the latest
    kSentenceStart = 1U << 1U,  // first word after a full stop or of a line; no more than a guess
    kCapital = 1U << 2U,        // begins with a capital letter
    kLong = 1U << 3U,           // four letters or more: seldom an article or preposition
};

struct PlainWords {
    std::vector<std::uint64_t> key;  // hash of the folded word
    std::vector<Span> span;          // bytes of the text
    std::vector<std::uint8_t> marks;

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(key.size()); }
};

// Words beyond this many of a text are not compared.
inline constexpr std::uint32_t kMostPlainWords = 200'000;

// `text` is valid UTF-8. O(bytes).
[[nodiscard]] PlainWords split_plain_words(std::string_view text);

}  // namespace axray::story
