// The words of a claim beside those of its best candidate sentences, as the network over words sees them
// (TracedClaims + SourceIndex -> WordPairs).
//
// Every word is its form and a few bits that the layers of language give; every pair of words is one relation: the same
// form, stem, value or name, a relation of the lexicon, or two values of one kind that differ. The training program
// writes the same structures, so what is learned is what is seen. Relations: WordNet 3.0; own selection.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "judge/differences.hpp"

namespace axray::judge {

enum class WordRelation : std::uint8_t {
    none,
    same_form,
    same_stem,     // or dictionary form
    same_value,    // a number or date that means the same
    same_name,     // acronym, alias, other spelling
    same_meaning,  // synonym or derived word
    special,       // the source's word is more special: it bears the claim's out
    general,       // the source's word is more general
    opposite,
    sibling,  // both are kinds of one thing: "Monday", "Tuesday"
    other_value,
    other_name,
    other_date,
};
inline constexpr std::size_t kWordRelations = 13;

// Bits of PairedWord::bits.
enum WordBit : std::uint16_t {
    kContentBit = 1 << 0,
    kNameBit = 1 << 1,
    kQuantityBit = 1 << 2,
    kDateBit = 1 << 3,
    kNegationCueBit = 1 << 4,
    kNegatedBit = 1 << 5,
    kCapitalisedBit = 1 << 6,
    kVerbBit = 1 << 7,
    kQuotationBit = 1 << 8,
    kReportingBit = 1 << 9,
    kCertaintyBit = 1 << 10,
    kDigitsBit = 1 << 11,
    kInSourceBit = 1 << 12,  // of the claim: its stem stands somewhere in the sources that the evidence is of
    kSentenceStartBit = 1 << 13,
};
inline constexpr std::size_t kWordBits = 14;

struct PairedWord {
    std::uint64_t form = 0;
    std::uint16_t bits = 0;
    std::uint8_t sentence = 0;  // of the evidence: rank of its sentence, from 0; of the claim: 0
    std::uint32_t token = 0;    // of the claim: in its annotated text; of the evidence: position over all sources
    float weight = 0;           // of the claim: how much the word has to be borne out, see trace/claim_words.hpp
};

struct WordPairs {
    std::vector<PairedWord> claim;
    std::vector<PairedWord> evidence;     // sentence after sentence, best first
    std::vector<WordRelation> relations;  // claim.size() rows of evidence.size()

    [[nodiscard]] std::span<const WordRelation> row(std::size_t word) const {
        return std::span(relations).subspan(word * evidence.size(), evidence.size());
    }
};

inline constexpr std::size_t kMostClaimWords = 512;  // words of a claim beyond are left out
inline constexpr std::size_t kMostSentences = 5;     // shown for each sentence of a claim
inline constexpr std::size_t kMostSentenceWords = 80;
inline constexpr std::size_t kMostEvidenceWords = 640;

// The candidates of a trace that are shown to the network: its evidence, then the most relevant others.
[[nodiscard]] std::vector<std::uint32_t> shown_candidates(const trace::Trace& trace);

// True for a word with content that has no counterpart in the evidence: no word that is the same or means the same.
[[nodiscard]] bool without_counterpart(const WordPairs& pairs, std::size_t word);

// The words of all sentences of one claim, one after another. O(words of the claim * words shown).
[[nodiscard]] WordPairs pair_words(std::span<const TracedClaim> claims, const trace::SourceIndex& index,
                                   trace::LexicalRelations& relations);

}  // namespace axray::judge
