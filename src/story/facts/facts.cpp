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

constexpr float kSaysSame = 0.475F;  // chance above which a whole claim stands for its part

constexpr float kPartSaysSame = 0.575F;     // a few words agree sooner by chance
constexpr float kPartSharesValue = 0.425F;  // but not with a date or number among them
constexpr float kMostOfWhole = 0.4F;        // share of a claim that a part has to tell to stand for all of it
constexpr float kLeastOfWhole = 0.25F;      // with a date or number among it

bool is_part(const StatedClaim& claim) { return claim.part_of != language::kNone; }

// A part says something of its own only to a claim that its whole claim does not agree with.
bool told_by_whole(const std::vector<StatedClaim>& claims, ClaimPair pair, const ClaimComparer& comparer) {
    const auto whole_of = [&claims](std::uint32_t claim) {
        return claims[claim].part_of == language::kNone ? claim : claims[claim].part_of;
    };
    const auto first = whole_of(pair.first);
    const auto second = whole_of(pair.second);
    const auto agree = [&](std::uint32_t one, std::uint32_t other) {
        return comparer.compare(claims[one], claims[other]).score >= kSaysSame;
    };
    return (first != pair.first && agree(first, pair.second)) || (second != pair.second && agree(pair.first, second));
}

// A part stands for a claim of another report only where it tells most of that.
bool part_agrees(const Agreement& agreement) {
    if (agreement.by_kind) return true;
    const float told = std::min(agreement.of_first, agreement.of_second);
    if (agreement.values_agree) return agreement.score >= kPartSharesValue && told >= kLeastOfWhole;
    return agreement.score >= kPartSaysSame && told >= kMostOfWhole;
}

std::vector<ComparedPair> compare_pairs(const std::vector<StatedClaim>& claims, const std::vector<ClaimPair>& pairs,
                                        const ClaimComparer& comparer) {
    std::vector<ComparedPair> compared;
    compared.reserve(pairs.size());
    for (const auto pair : pairs) {
        auto agreement = comparer.compare(claims[pair.first], claims[pair.second]);
        if ((is_part(claims[pair.first]) || is_part(claims[pair.second])) &&
            (!part_agrees(agreement) || told_by_whole(claims, pair, comparer)))
            agreement.score = 0;
        compared.push_back({pair, agreement});
    }
    return compared;
}

// A part of a claim that no other says is no fact of its own: it is told with its claim.
void drop_lone_parts(const StoryTexts& texts, std::vector<StatedClaim>& claims,
                     std::vector<std::vector<std::uint32_t>>& groups) {
    std::vector<bool> parted(claims.size());
    for (const auto& group : groups) {
        for (const auto claim : group) {
            if (claims[claim].part_of != language::kNone && group.size() > 1) parted[claims[claim].part_of] = true;
        }
    }
    std::erase_if(groups, [&claims](const auto& group) {
        return group.size() == 1 && claims[group.front()].part_of != language::kNone;
    });
    for (std::size_t claim = 0; claim < claims.size(); ++claim) {
        if (!parted[claim] || claims[claim].part_of != language::kNone) make_whole(texts, claims[claim]);
    }
}

std::vector<bool> copied_reports(const Origins& origins, std::uint32_t reports) {
    std::vector<bool> copied(reports);
    for (const auto& copy : origins.copies) {
        if (copy.kind != CopyKind::copy) continue;
        if (copy.direction == CopyDirection::first_to_second) copied[copy.second] = true;
        if (copy.direction == CopyDirection::second_to_first) copied[copy.first] = true;
    }
    return copied;
}

}  // namespace

std::vector<Fact> join_facts(const StoryTexts& texts, const Origins& origins, const Analyst& analyst,
                             const FactLimits& limits) {
    const auto& entities = texts.entities();
    WordMeanings meanings(analyst.judge);
    auto claims = collect_stated_claims({texts, entities, analyst, meanings}, limits);
    meanings.centre();
    const ClaimComparer comparer(texts, meanings, analyst);
    const auto pairs = compare_pairs(claims, find_claim_pairs(texts, claims), comparer);
    auto grouped = group_claims(claims, pairs, comparer);
    drop_lone_parts(texts, claims, grouped);
    const SharedOrigins shared(texts, origins);
    const auto copies = copied_reports(origins, texts.size());
    const HeadlineWords headlines(texts);
    const FactSources sources{texts, entities, shared, claims, comparer, copies, headlines};
    struct Made {
        Fact fact;
        std::vector<std::uint32_t> claims;
    };
    std::vector<Made> made;
    made.reserve(grouped.size());
    for (auto& group : grouped) made.push_back({make_fact(sources, group), std::move(group)});
    std::stable_sort(made.begin(), made.end(),
                     [](const Made& left, const Made& right) { return left.fact.centrality > right.fact.centrality; });
    std::vector<Fact> facts;
    facts.reserve(made.size());
    std::vector<std::vector<std::uint32_t>> groups;
    groups.reserve(made.size());
    for (auto& one : made) {
        facts.push_back(std::move(one.fact));
        groups.push_back(std::move(one.claims));
    }
    relate_facts(groups, pairs, facts);
    return facts;
}

}  // namespace axray::story
