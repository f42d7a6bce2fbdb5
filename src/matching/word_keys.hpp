// The keys under which a word of a name is looked up (NameWord -> 64-bit keys).
//
// Two words that could be the same word share a key, and the kind of key says how surely. Source: own; words without
// one letter after Mor and Fraenkel 1982.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "matching/prepared_name.hpp"

namespace axray::matching {

enum class KeyKind : std::uint8_t { word, skeleton, joined, initials, without_letter, beginning, ending };

struct WordKey {
    std::uint64_t key = 0;
    KeyKind kind = KeyKind::word;
};

// Of one word; `text` is ASCII. Words of fewer than three letters have no keys without a letter, those of fewer
// than six no beginning, than seven no ending.
[[nodiscard]] std::vector<WordKey> keys_of(const NameWord& word);

// Of several words written as one: neighbours in pairs, and all words of a name of three or four. Of the initials of
// three words or more. These keys stand for all the words that they are made of.
struct JoinedKey {
    WordKey key;
    std::uint32_t first = 0;  // positions of the words in PreparedName::words
    std::uint32_t end = 0;
};
[[nodiscard]] std::vector<JoinedKey> joined_keys_of(const PreparedName& name);

[[nodiscard]] std::uint64_t key_of(std::string_view text, KeyKind kind);

}  // namespace axray::matching
