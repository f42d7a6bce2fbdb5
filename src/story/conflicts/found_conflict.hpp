// One conflict between two mentions, before conflicts of the same values are joined (statements -> FoundConflict).
//
// Every kind of conflict has its own search; join_conflicts() puts together what they found. Source: own.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <axray/facts.hpp>

#include "story/story_texts.hpp"

namespace axray::story {

struct FoundConflict {
    ConflictKind kind = ConflictKind::number;
    ConflictSide one;
    ConflictSide other;
    std::uint64_t one_value = 0;  // the same for all sides that say the same
    std::uint64_t other_value = 0;
    double probability = 0;  // own estimate, see conflicts.hpp
    std::string speaker;     // who is quoted, who denies, or whose age it is; empty when it is not told
};

// Conflicts of one kind between the same values of the same facts become one; most probable first. `facts` give the
// reports of the sides, `texts` the words for the explanation. O(found * log).
[[nodiscard]] std::vector<Conflict> join_conflicts(const StoryTexts& texts, const std::vector<Fact>& facts,
                                                   std::vector<FoundConflict> found);

}  // namespace axray::story
