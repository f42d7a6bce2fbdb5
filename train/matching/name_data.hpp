// Names and questions to learn from, as examples.py writes them (tables -> Register, questions), and the table of
// rarity.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "matching/name_preparer.hpp"
#include "matching/word_table.hpp"

namespace axray::train {

struct ListedName {
    std::uint32_t entity = 0;
    std::string text;
    matching::PreparedName prepared;
};

// The list in which the questions are looked up.
struct Register {
    std::vector<std::string> entities;  // references, by number
    std::unordered_map<std::string, std::uint32_t> numbers;
    std::vector<ListedName> names;  // those of one entity need not follow each other
};

struct LabelledPair {
    std::string id;
    std::uint32_t fold = 0;
    float weight = 1;
    float label = 0;
    matching::PreparedName query;
    matching::PreparedName listed;
};

struct Question {
    std::string id;
    std::uint32_t fold = 0;
    float weight = 1;
    std::string source;
    std::vector<std::string> expected;  // references; empty: it is not listed
    std::string left_out;               // a name that is not looked at
    matching::PreparedName query;
    bool labelled = false;
};

// Rows of a tab-separated file. Ends the program with a message when it cannot be read.
[[nodiscard]] std::vector<std::vector<std::string>> read_table(const std::string& path);

[[nodiscard]] Register read_register(const std::string& path, const matching::NamePreparer& preparer);
[[nodiscard]] std::vector<LabelledPair> read_pairs(const std::string& path, const matching::NamePreparer& preparer);
[[nodiscard]] std::vector<Question> read_questions(const std::string& path, const matching::NamePreparer& preparer);

// How rare the words of the register and of `more` (a table of names) are, and the groups of the list
// `nicknames`.
[[nodiscard]] std::vector<matching::KnownWord> known_words(const Register& names, const std::string& more,
                                                           const std::string& nicknames,
                                                           const matching::NamePreparer& preparer);

}  // namespace axray::train
