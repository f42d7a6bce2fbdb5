// Layout of wordnet.bin, the payload of a model file of kind "lexicon" (axray_make_lexicon -> Lexicon).
//
// LexiconHeader, then the arrays that it counts, one after the other, little endian, each aligned to 8 bytes:
//   lemmas      open addressing table of LexiconLemma by hash, a power of two of slots, linear probing, hash 0 = free
//   exceptions  the same of LexiconException: irregular forms with the slot of their lemma
//   references  for each lemma: its synsets (nouns, verbs, adjectives, adverbs, each by sense number), then the slots
//   of
//               derived lemmas, then the slots of antonyms
//   hypernym_begin, hypernyms, similar_begin, similar   synset relations as compressed rows
// Source: own.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace axray::language {

inline constexpr std::string_view kLexiconKind = "lexicon";
inline constexpr std::uint32_t kLexiconVersion = 1;
inline constexpr unsigned kWordClassCount = 4;  // noun, verb, adjective, adverb: bit n of WordClass is class n

struct LexiconHeader {
    std::uint32_t lemma_slots = 0;
    std::uint32_t exception_slots = 0;
    std::uint32_t references = 0;
    std::uint32_t synsets = 0;
    std::uint32_t hypernyms = 0;
    std::uint32_t similar = 0;
};

struct LexiconLemma {
    std::uint64_t hash = 0;
    std::uint32_t references = 0;                           // position of its first reference
    std::array<std::uint8_t, kWordClassCount> senses{};     // number of synsets in each word class
    std::array<std::uint8_t, kWordClassCount> frequency{};  // 0..255: 16 * log2(1 + count in the tagged texts)
    std::uint8_t derived = 0;                               // number of references to derived lemmas
    std::uint8_t antonyms = 0;
    std::uint8_t proper = 0;  // WordClass bits whose first sense has a capital
    std::uint8_t reserved = 0;
};
static_assert(sizeof(LexiconLemma) == 24);

struct LexiconException {
    std::uint64_t hash = 0;        // of the irregular form
    std::uint32_t slot = 0;        // of its lemma
    std::uint32_t word_class = 0;  // 0..3
};
static_assert(sizeof(LexiconException) == 16);

}  // namespace axray::language
