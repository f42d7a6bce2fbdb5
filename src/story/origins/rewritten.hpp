// Passages of two texts that make the same statements in the same order in other words (AnnotatedTexts ->
// RewrittenPassages).
//
// Two sentences are alike by the content words that they share, each weighed by how few sentences of the texts have it;
// what stands between quotation marks does not count. Alike sentences that follow each other in both texts make a
// passage: one pair may be chance, since two reports of one event state the same facts. Source: own; sentence alignment
// by dynamic programming as in the alignment of translations (Gale and Church 1993).
#pragma once

#include <cstdint>
#include <vector>

#include <axray/span.hpp>

#include "language/annotation.hpp"

namespace axray::story {

// The content words of each sentence of a text.
struct StatedText {
    struct Sentence {
        Span span;
        std::vector<std::uint64_t> words;       // stems, ascending, each once
        std::vector<std::uint64_t> name_words;  // those of them that stand in names, the same
    };
    std::vector<Sentence> sentences;
};

// Which words count: what a text states itself, or every word, to find where a sentence is from.
enum class CountedWords : std::uint8_t {
    own_statements,  // content words, but none of quotations, which make two texts alike that quote one speech
    all,
};

[[nodiscard]] StatedText stated_text(const language::AnnotatedText& text,
                                     CountedWords counted = CountedWords::own_statements);

struct AlikeSentences {
    std::uint32_t first = 0;  // sentences
    std::uint32_t second = 0;
    std::uint32_t common = 0;  // words
    std::uint32_t named = 0;   // those of them that stand in names
    double likeness = 0;       // 0..1: weight of the common words in the lighter sentence
    double share_of_both = 0;  // 0..1: the same in the heavier sentence
};

struct RewrittenPassage {
    std::vector<AlikeSentences> sentences;  // in order of both texts, at least one pair
    double likeness = 0;                    // their mean
};

struct RewrittenLimits {
    double likeness = 0.35;          // of a pair of sentences that is looked at
    std::uint32_t common = 4;        // words that they share at least
    std::uint32_t unnamed = 2;       // those of them that are in no name: who takes part is no statement
    double pair_likeness = 0.65;     // mean of a passage of two pairs
    double passage_likeness = 0.55;  // of more, since chance seldom keeps the order
    double lone_likeness = 0.85;     // of a passage that is one pair
    std::uint32_t lone_common = 8;
    std::uint32_t lone_unnamed = 5;
    double share_of_both = 0.3;  // of a pair, in the heavier sentence
};

// In order of the first text; no sentence stands in two passages. O(words + shared words).
[[nodiscard]] std::vector<RewrittenPassage> find_rewritten(const StatedText& first, const StatedText& second,
                                                           const RewrittenLimits& limits = {});

// What each sentence of the first text may go back to: of all pairs with it the one that is likest both ways, in order.
[[nodiscard]] std::vector<AlikeSentences> likest_sentences(const StatedText& first, const StatedText& second,
                                                           const RewrittenLimits& limits = {});

}  // namespace axray::story
