#include "story/facts/facts.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "story/facts/claim_agreement.hpp"
#include "story/facts/claim_candidates.hpp"
#include "story/facts/fact_groups.hpp"
#include "story/facts/fact_making.hpp"
#include "story/facts/stated_claims.hpp"

namespace axray::story {
namespace {

std::vector<ComparedPair> compare_pairs(const std::vector<StatedClaim>& claims, const std::vector<ClaimPair>& pairs,
                                        const ClaimComparer& comparer) {
    std::vector<ComparedPair> compared;
    compared.reserve(pairs.size());
    for (const auto pair : pairs) compared.push_back({pair, comparer.compare(claims[pair.first], claims[pair.second])});
    return compared;
}

}  // namespace

std::vector<Fact> join_facts(const StoryTexts& texts, const Origins& origins, const Analyst& analyst,
                             const FactLimits& limits) {
    const StoryEntities entities(texts);
    WordMeanings meanings(analyst.judge);
    const auto claims = collect_stated_claims({texts, entities, analyst, meanings}, limits);
    meanings.centre();
    const ClaimComparer comparer(texts, meanings, analyst);
    const auto pairs = compare_pairs(claims, find_claim_pairs(texts, claims), comparer);
    const FactSources sources{texts, entities, origins, claims};
    std::vector<Fact> facts;
    for (const auto& group : group_claims(claims, pairs, comparer)) facts.push_back(make_fact(sources, group));
    std::stable_sort(facts.begin(), facts.end(),
                     [](const Fact& left, const Fact& right) { return left.centrality > right.centrality; });
    return facts;
}

}  // namespace axray::story
