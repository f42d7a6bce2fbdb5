// Composed characters: one code point where Unicode has one for a letter and its marks (text -> text in NFC).
//
// BlockWriter composes all text of documents, piece by piece as it is written; text of metadata goes through compose().
// A letter with more than 64 marks stays as it stands: sorting them would take quadratic time, and no language has
// such. Source: Unicode Standard Annex 15, form NFC; computed by ICU.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <axray/document.hpp>

namespace axray::read {

// True when the valid UTF-8 is in NFC. Of text in ASCII, that costs a look at each byte.
[[nodiscard]] bool is_composed(std::string_view text);

// The text in NFC.
[[nodiscard]] std::string compose(std::string_view text);

struct ComposedText {
    std::string text;
    std::vector<OriginRun> runs;  // bytes of `text` to bytes of the input, without gaps
};
[[nodiscard]] ComposedText compose_with_places(std::string_view text);

// True when the character may combine with those before it, or change places with them: marks, vowels and final
// consonants of Korean.
[[nodiscard]] bool joins_what_precedes(char32_t character);

// Where the last character begins that nothing put behind the text can reach past, or the text itself; text.size() when
// that is more than 64 characters back.
[[nodiscard]] std::size_t begin_of_open_end(std::string_view text);

}  // namespace axray::read
