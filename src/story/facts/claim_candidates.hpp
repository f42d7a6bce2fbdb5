// Which claims could say the same: those that share words that tell (StatedClaims -> pairs).
//
// An inverted index over stems, entities and countries; each claim keeps its best candidates by the weight of the words
// shared. O(shared words). Source: own, after trace/candidates.hpp.
#pragma once

#include <cstdint>
#include <vector>

#include "story/facts/stated_claims.hpp"

namespace axray::story {

struct ClaimPair {
    std::uint32_t first = 0;  // positions of claims, first < second
    std::uint32_t second = 0;
};

// Each pair once, in ascending order.
[[nodiscard]] std::vector<ClaimPair> find_claim_pairs(const StoryTexts& texts, const std::vector<StatedClaim>& claims);

}  // namespace axray::story
