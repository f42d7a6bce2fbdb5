// How facts stand to each other: which says more, which less, which is near (facts with their claims -> RelatedFact).
//
// Two facts are related by their claims that agree best. One says more where it bears out nearly all of the other and
// not the other way round. O(pairs). Source: own.
#pragma once

#include <cstdint>
#include <vector>

#include <axray/facts.hpp>

#include "story/facts/fact_groups.hpp"

namespace axray::story {

// `groups` are the claims of each of `facts`. Adds at most eight relations to a fact, the nearest first.
void relate_facts(const std::vector<std::vector<std::uint32_t>>& groups, const std::vector<ComparedPair>& pairs,
                  std::vector<Fact>& facts);

}  // namespace axray::story
