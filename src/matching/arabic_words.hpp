// Words in Arabic script whose Latin spelling or meaning is known (word -> ASCII word).
//
// The script leaves vowels out, so that a name that everybody spells alike is better known as a whole; business words
// are of use in English only. Arabic and Persian. Source: own list, from general knowledge.
#pragma once

#include <string>
#include <string_view>

namespace axray::matching {

// One letter for those that are written in several ways: alef without hamza, Arabic yeh and kaf, heh for teh marbuta.
[[nodiscard]] std::u32string plain_arabic(std::u32string_view word);

// Of a word as plain_arabic writes it; empty when the list does not have it.
[[nodiscard]] std::string_view find_arabic_name(std::u32string_view word);
[[nodiscard]] std::string_view find_arabic_business_word(std::u32string_view word);

}  // namespace axray::matching
