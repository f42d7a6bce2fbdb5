// Chinese words in names of companies and places, in English (Han characters -> HanWord).
//
// Pinyin of a business word meets no English name; its meaning does. The usual business words, legal forms and large
// cities only. Source: own list, from general knowledge.
#pragma once

#include <string_view>

namespace axray::matching {

struct HanWord {
    std::u32string_view han;
    std::string_view english;  // one word, or the normal form of a legal form
};

// The longest word of the list with which `text` begins, nullptr when there is none.
[[nodiscard]] const HanWord* find_han_word(std::u32string_view text);

}  // namespace axray::matching
