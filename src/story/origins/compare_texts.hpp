// What two texts have in common, word for word or nearly so (two texts with their quotations -> Comparison).
//
// Runs of kSeed equal words are joined along their diagonals, runs that follow each other with few other words between
// them are chained into passages, and the chains with most equal words take their words first, so that no word is
// counted twice. A passage is cut where prose and quotation meet. O(words log words): a run that stands in the second
// text more than a few times is looked for in the first few of them.
// Source: greedy string tiling (Wise 1993) over chained seeds, as in the alignment of genomes.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <axray/origins.hpp>

#include "story/origins/plain_words.hpp"

namespace axray::story {

// What a word of a text is, beside prose of its own.
enum class WordUse : std::uint8_t {
    prose,
    quotation,  // between quotation marks here, or in another text that quotes the same words
    template_,  // of a run of words that many unrelated texts hold: footers, standing phrases
};

struct ComparedText {
    const PlainWords& words;
    std::span<const WordUse> uses;  // one a word
};

// Positions of words, the end exclusive.
struct WordRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    [[nodiscard]] std::uint32_t size() const { return end - begin; }
};

struct SharedWords {
    WordRange first;
    WordRange second;
    PassageKind kind = PassageKind::copied;
    std::uint32_t equal = 0;  // words that are the same on both sides, in order
};

struct Comparison {
    std::vector<SharedWords> passages;  // in order of the first text; copied or quotation
    std::uint32_t own_of_first = 0;     // words of prose
    std::uint32_t own_of_second = 0;
    std::uint32_t shared_of_first = 0;  // words of prose in copied passages
    std::uint32_t shared_of_second = 0;
};

[[nodiscard]] Comparison compare_texts(const ComparedText& first, const ComparedText& second);

// Share of the words of `text` that stand in runs of `length` words which `other` has too, wherever they are; 0..1.
[[nodiscard]] double share_in_common_runs(const PlainWords& text, const PlainWords& other, std::uint32_t length);

// Of the shorter of the two by its own prose, the share that stands in the other; 0..1.
[[nodiscard]] double share_of_shorter(const Comparison& comparison);

}  // namespace axray::story
