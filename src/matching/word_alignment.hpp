// Which words of two names meet, and how (PreparedName x 2 -> Alignment).
//
// All pairs of words are compared; the best are taken first, each word once. What is left is tried again as words
// written together, as parts of each other and as initials. Source: own.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "matching/name_match.hpp"
#include "matching/prepared_name.hpp"
#include "matching/word_table.hpp"

namespace axray::matching {

// A word with what the table knows of it. Refers to the PreparedName.
struct WeighedWord {
    const NameWord* word = nullptr;
    WordFacts facts;
    float weight = 0;           // of the word in its name: small for forms and particles
    std::uint32_t letters = 0;  // a bit for each letter that it has
    bool is_name = false;       // people are called so
    std::uint8_t group = 0;     // 1 more than the number of its meeting, 0 when it is left
};

struct WeighedName {
    const PreparedName* name = nullptr;
    std::vector<WeighedWord> words;
};

// Words `query_first` to `query_first + query_count` met those of the listed name.
struct Meeting {
    std::uint8_t query_first = 0;
    std::uint8_t query_count = 1;
    std::uint8_t listed_first = 0;
    std::uint8_t listed_count = 1;
    WordAgreement how = WordAgreement::same;
    float similarity = 1;
    float value = 0;  // what it is worth against others
};

struct Alignment {
    WeighedName query;
    WeighedName listed;
    std::vector<Meeting> meetings;  // in the order of the query
};

[[nodiscard]] WeighedName weigh(const PreparedName& name, const WordTable& table);

[[nodiscard]] Alignment align(const PreparedName& query, const PreparedName& listed, const WordTable& table);

}  // namespace axray::matching
