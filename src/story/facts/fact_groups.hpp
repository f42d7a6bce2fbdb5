// Groups claims that say the same (pairs with their agreement -> groups).
//
// Agglomerative with average link: pairs are taken from the best down, and two groups become one only when their
// members agree on average and most of them one by one, so that no chain of weak links welds two facts. Large groups
// are compared by a few of their members. O(pairs log pairs). Source: own, after average-link clustering (Sokal and
// Michener 1958).
#pragma once

#include <cstdint>
#include <vector>

#include "story/facts/claim_agreement.hpp"
#include "story/facts/claim_candidates.hpp"

namespace axray::story {

struct ComparedPair {
    ClaimPair claims;
    Agreement agreement;
};

// One group a claim at least; each in ascending order of claims, groups by their first. `pairs` are those of
// find_claim_pairs, compared.
[[nodiscard]] std::vector<std::vector<std::uint32_t>> group_claims(const std::vector<StatedClaim>& claims,
                                                                   const std::vector<ComparedPair>& pairs,
                                                                   const ClaimComparer& comparer);

}  // namespace axray::story
