// The words that announce an author: "By", "Von", "Texte :" (beginning of a line -> length of the announcement).
//
// Source: own list of the words with which newspapers of the larger languages begin a byline.
#pragma once

#include <cstddef>
#include <string_view>

namespace axray::read {

// Bytes of the announcement at the beginning of `text`, with the blanks and colon after it; 0 when there is none.
[[nodiscard]] std::size_t byline_word_length(std::string_view text);

}  // namespace axray::read
