// Keys under which the spellings of a word meet (ASCII word -> key).
//
// Registers spell the same Russian, Arabic or Chinese word in many ways. `spelling_of` folds the usual ones ("Yuriy",
// "Yuri", "Iurii"), keeping vowels; `skeleton_of` keeps consonants alone, for scripts that write no vowels. Both are
// meant for words of names in small ASCII letters and digits. Source: own rules.
#pragma once

#include <string>
#include <string_view>

namespace axray::matching {

// At least one character for a word that has one. O(letters).
[[nodiscard]] std::string spelling_of(std::string_view word);
[[nodiscard]] std::string skeleton_of(std::string_view word);

}  // namespace axray::matching
