// How far two claims say the same (two StatedClaims -> Agreement).
//
// Each word takes the word of the other claim that it is most nearly the same as: the same entity, stem, value, country
// or a word of like meaning. "Each entails the other in the main" is told from the share of each claim's weight that is
// borne out by the other. Method: greedy alignment as in trace/align.hpp, both ways; relations of WordNet 3.0.
#pragma once

#include <cstdint>

#include "story/analyst.hpp"
#include "story/facts/stated_claims.hpp"
#include "story/story_texts.hpp"

namespace axray::story {

struct Agreement {
    float of_first = 0;          // 0..1: share of the first's weight that the second bears out
    float of_second = 0;         // the same the other way round
    bool value_differs = false;  // numbers, dates or names in one place that cannot both be right
    float score = 0;             // 0..1: that both say the same
};

class ClaimComparer {
public:
    // All are borrowed.
    ClaimComparer(const StoryTexts& texts, const Analyst& analyst) : texts_(texts), analyst_(analyst) {}

    // Symmetric but for the order of its parts. O(words of one * words of the other).
    [[nodiscard]] Agreement compare(const StatedClaim& first, const StatedClaim& second) const;

private:
    [[nodiscard]] float strength(const StatedClaim& mine, const StatedWord& word, const StatedClaim& theirs,
                                 const StatedWord& other) const;
    [[nodiscard]] float coverage(const StatedClaim& mine, const StatedClaim& theirs) const;

    const StoryTexts& texts_;
    const Analyst& analyst_;
};

}  // namespace axray::story
