// How alike two words are, letter by letter (ASCII words -> 0..1).
//
// `edit_similarity` counts typing errors: letters put in, left out, exchanged, neighbours swapped. `sound_similarity`
// works on spellings (NameWord::spelling) and counts little what transliterations differ in: vowels, h, voiced and
// voiceless. Sources: Damerau 1964, Levenshtein 1966; bit-parallel after Hyyro 2003.
#pragma once

#include <string_view>

namespace axray::matching {

// 1 less the number of errors over the letters of the longer word. Words of more than 64 letters are compared as far as
// that. O(letters).
[[nodiscard]] float edit_similarity(std::string_view first, std::string_view second);

// The number of errors.
[[nodiscard]] unsigned edit_distance(std::string_view first, std::string_view second);

// The same with errors weighed. O(letters of one x letters of the other).
[[nodiscard]] float sound_similarity(std::string_view first, std::string_view second);

}  // namespace axray::matching
