// Goes through a list of words in one string, with their numbers where they have one ("one=1 final=-1 dozens" ->
// words). Source: own.
#pragma once

#include <charconv>
#include <string_view>

namespace axray::language {

// Calls add(word, number) for each; the number is 0 where none stands behind the word. Single blanks between words.
template <class Add>
void for_each_listed(std::string_view list, const Add& add) {
    while (!list.empty()) {
        const auto blank = list.find(' ');
        std::string_view word = list.substr(0, blank);
        list = blank == std::string_view::npos ? std::string_view() : list.substr(blank + 1);
        int number = 0;
        if (const auto sign = word.find('='); sign != std::string_view::npos) {
            (void)std::from_chars(word.data() + sign + 1, word.data() + word.size(), number);
            word = word.substr(0, sign);
        }
        if (!word.empty()) add(word, number);
    }
}

}  // namespace axray::language
