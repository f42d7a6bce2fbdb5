// Phrases of a word or several and what they mean to a layer (list of phrases, token -> value).
//
// A word of a phrase stands for the form written and for its dictionary form. Constant after it was made.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "language/segments/token_view.hpp"

namespace axray::language {

class PhraseTable {
public:
    // Blanks stand between phrases, "+" between the words of one. Call before finish().
    void add(std::string_view phrases, std::uint8_t value);
    void finish();

    struct Match {
        std::uint8_t value = 0;   // 0 when there is none
        std::uint32_t words = 0;  // of the phrase
        std::uint32_t end = 0;    // behind its last word
    };
    // The phrase of most words that begins at the token; `gap` tokens may stand between two of its words, none of them
    // lies behind `end`.
    [[nodiscard]] Match find(const TokenView& view, std::uint32_t at, std::uint32_t end, std::uint32_t gap) const;

private:
    struct Phrase {
        std::uint64_t first = 0;
        std::uint32_t begin = 0;  // further words in words_
        std::uint32_t end = 0;
        std::uint8_t value = 0;
    };
    void add_one(std::string_view phrase, std::uint8_t value);
    [[nodiscard]] std::size_t first_phrase(std::uint64_t word) const;  // phrases_.size() when there is none
    void look(const TokenView& view, std::uint32_t at, std::uint32_t end, std::uint32_t gap, std::uint64_t first,
              Match& best) const;

    std::vector<Phrase> phrases_;  // ordered by first
    std::vector<std::uint64_t> words_;
    std::vector<std::uint16_t> slots_;  // by hash of the first word: its first phrase plus one, 0 for none
};

}  // namespace axray::language
