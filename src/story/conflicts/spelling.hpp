// Whether two words are one word in two spellings (two words -> bool): "organise" and "organize".
//
// Slips of the pen and transliterations are such too. Source: edit distance, matching/word_similarity.hpp.
#pragma once

#include <string_view>

namespace axray::story {

// True when few letters differ for the length of the words; case and marks between letters do not count. Words with
// digits are alike only when they are the same. Nothing above 40 letters is alike but by form.
[[nodiscard]] bool spelled_alike(std::string_view one, std::string_view other);

}  // namespace axray::story
