// Aligns the words of a claim with one source sentence (ClaimWords + sentence -> SentenceAlignment).
//
// Each word of the claim takes the word of the sentence that it is most nearly the same as; among equals, the one that
// keeps the order of the words before it. Names are aligned as wholes, through their normal form, acronym and alias.
// Method: greedy monolingual alignment by closeness of the neighbours, after Sultan, Bethard and Sumner 2014.
#pragma once

#include <cstdint>
#include <vector>

#include <axray/verdict.hpp>

#include "trace/claim_words.hpp"
#include "trace/relation.hpp"
#include "trace/source_index.hpp"

namespace axray::trace {

struct WordLink {
    AlignmentKind kind = AlignmentKind::missing;
    float strength = 0;                        // 0..1
    std::uint32_t position = language::kNone;  // token position over all sources
};

// A link weaker than this leaves the word open.
inline constexpr float kBorneOut = 0.5F;

struct SentenceAlignment {
    std::uint32_t sentence = 0;   // number over all sources
    std::vector<WordLink> links;  // one for each word of the claim
    float coverage = 0;           // 0..1: share of the claim's weight that is borne out
    float retrieval = 0;          // score of the candidate search, see candidates.hpp
};

enum class AlignmentDepth { surface, lexical };  // lexical: synonyms and other relations of the lexicon too

// O(words of the claim * words of the sentence).
[[nodiscard]] SentenceAlignment align(const ClaimWords& claim, const SourceIndex& index, std::uint32_t sentence,
                                      AlignmentDepth depth, LexicalRelations& relations);

}  // namespace axray::trace
