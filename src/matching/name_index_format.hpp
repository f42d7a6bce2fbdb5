// Layout of an index of names, the payload of a model file of kind "name-index" (NameIndexBuilder -> NameIndex).
//
// NameIndexHeader, then the arrays that it counts, one after the other, little endian, each aligned to 8 bytes:
//   words      IndexedWord, one for each word, sorted by text, skeleton and role
//   letters    texts and skeletons of the words, one after the other
//   keys       IndexedKey, sorted by key: each leads to words; directory: where the keys with the same first bits begin
//   key_words  numbers of words, of one key after the other
//   postings   numbers of names, of one word after the other, ascending
//   names      IndexedName, in the order in which they were added
//   name_words numbers of words, of one name after the other
// A joined key leads to a word of its own that stands in no name's list of words, only in the postings.
// Source: own.
#pragma once

#include <cstdint>

#include "matching/name_index.hpp"

namespace axray::matching {

inline constexpr unsigned kDirectoryBits = 14;

struct NameIndexHeader {
    std::uint32_t words = 0;
    std::uint32_t letters = 0;
    std::uint32_t keys = 0;
    std::uint32_t key_words = 0;
    std::uint32_t postings = 0;
    std::uint32_t names = 0;
    std::uint32_t name_words = 0;
    std::uint32_t reserved = 0;
};

struct IndexedWord {
    std::uint32_t letters = 0;   // where its text begins; its skeleton and its spelling follow
    std::uint32_t postings = 0;  // where its names begin; they end where those of the next word begin
    float weight = 0;            // 0..1: how few names have it
    std::uint8_t text_size = 0;
    std::uint8_t skeleton_size = 0;
    std::uint8_t role = 0;
    std::uint8_t joined = 0;  // words that it is made of; 0 for a word of its own
    std::uint8_t spelling_size = 0;
    std::uint8_t reserved[3] = {0, 0, 0};
};
static_assert(sizeof(IndexedWord) == 20);

// Marks of a word in one name, beside its number in the array of words of names.
inline constexpr std::uint32_t kFamilyMark = 1U << 31U;
inline constexpr std::uint32_t kAsideMark = 1U << 30U;
inline constexpr std::uint32_t kWordNumber = kAsideMark - 1;

struct IndexedKey {
    std::uint64_t key = 0;
    std::uint32_t begin = 0;  // in key_words
    std::uint32_t end = 0;
};
static_assert(sizeof(IndexedKey) == 16);

struct IndexedName {
    NamePlace place;
    std::uint32_t words = 0;  // where its words begin; they end where those of the next name begin
    float weight = 0;         // of all its words
    std::uint8_t kind = 0;
    std::uint8_t hints = 0;
    std::uint8_t marks = 0;  // 1 latin, 2 consonants only
    std::uint8_t reserved = 0;
};
static_assert(sizeof(IndexedName) == 20);

// What a word of a role may weigh at most, against a plain word that no other name has.
[[nodiscard]] constexpr float role_weight(WordRole role) {
    switch (role) {
        case WordRole::legal_form: return 0;
        case WordRole::title: return 0.05F;
        case WordRole::initial: return 0.15F;
        case WordRole::general: return 0.4F;
        case WordRole::number: return 0.8F;
        case WordRole::plain: break;
    }
    return 1;
}

}  // namespace axray::matching
