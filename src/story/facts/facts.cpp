#include "story/facts/facts.hpp"

#include <algorithm>
#include <utility>

#include "story/facts/claim_agreement.hpp"
#include "story/facts/claim_candidates.hpp"
#include "story/facts/fact_groups.hpp"
#include "story/facts/fact_making.hpp"
#include "story/facts/fact_relations.hpp"
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
    struct Made {
        Fact fact;
        std::vector<std::uint32_t> claims;
    };
    std::vector<Made> made;
    for (auto& group : group_claims(claims, pairs, comparer))
        made.push_back({make_fact(sources, group), std::move(group)});
    std::stable_sort(made.begin(), made.end(),
                     [](const Made& left, const Made& right) { return left.fact.centrality > right.fact.centrality; });
    std::vector<Fact> facts;
    std::vector<std::vector<std::uint32_t>> groups;
    for (auto& one : made) {
        facts.push_back(std::move(one.fact));
        groups.push_back(std::move(one.claims));
    }
    relate_facts(groups, pairs, facts);
    return facts;
}

}  // namespace axray::story
