// What words are for in names (words -> role and normal form): legal forms of many countries, titles, particles,
// business words, numbers.
//
// Legal forms that mean the same share a normal form: "OOO", "LLC", "Sp. z o.o." are "llc", all joint stock companies
// "jsc". Sources: own lists from general knowledge, and the kinds of ISO 20275 (entity legal forms).
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "matching/prepared_name.hpp"
#include "matching/raw_words.hpp"

namespace axray::matching {

struct FoundRole {
    WordRole role = WordRole::plain;
    std::string_view text;  // the normal form; empty: the word as it is
    std::size_t words = 1;  // how many it is of
};

class WordRoles {
public:
    WordRoles();
    WordRoles(WordRoles&&) noexcept;
    WordRoles& operator=(WordRoles&&) noexcept;
    ~WordRoles();

    // The words that begin at `at`. The text is valid as long as the WordRoles live.
    [[nodiscard]] FoundRole find(std::span<const RawWord> words, std::size_t at, NameKind kind) const;

    // Mends words with one typing error where they make a legal form of several words: "Limited Liabilty Company".
    void mend_forms(std::vector<RawWord>& words) const;

private:
    struct Table;
    std::unique_ptr<Table> table_;
};

}  // namespace axray::matching
