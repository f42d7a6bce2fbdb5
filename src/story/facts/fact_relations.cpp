#include "story/facts/fact_relations.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace axray::story {
namespace {

constexpr std::size_t kMostRelations = 8;  // of one fact
constexpr float kBorneOut = 0.75F;         // share of the weight of what says less that the other bears out
constexpr float kMore = 0.2F;              // by which it bears out more than the other way round
constexpr float kNear = 0.25F;             // chance of being the same

struct Relation {
    std::uint32_t fact = 0;
    std::uint32_t other = 0;
    float least = 0;    // share that is borne out, of the worse
    float of_fact = 0;  // share of the fact that the other bears out
    float of_other = 0;
    float score = 0;
};

FactRelation kind_of(const Relation& one) {
    if (one.of_fact >= kBorneOut && one.of_fact >= one.of_other + kMore) return FactRelation::says_more;
    if (one.of_other >= kBorneOut && one.of_other >= one.of_fact + kMore) return FactRelation::says_less;
    return FactRelation::near;
}

bool related(const ComparedPair& pair) {
    const auto& agreement = pair.agreement;
    return agreement.score >= kNear || std::max(agreement.of_first, agreement.of_second) >= kBorneOut;
}

std::vector<Relation> both_ways(std::uint32_t first, std::uint32_t second, const Agreement& best) {
    const auto least = std::min(best.of_first, best.of_second);
    return {{first, second, least, best.of_first, best.of_second, best.score},
            {second, first, least, best.of_second, best.of_first, best.score}};
}

}  // namespace

void relate_facts(const std::vector<std::vector<std::uint32_t>>& groups, const std::vector<ComparedPair>& pairs,
                  std::vector<Fact>& facts) {
    std::map<std::uint32_t, std::uint32_t> fact_of;
    for (std::uint32_t fact = 0; fact < groups.size(); ++fact) {
        for (const auto claim : groups[fact]) fact_of[claim] = fact;
    }
    std::map<std::pair<std::uint32_t, std::uint32_t>, Agreement> best;
    for (const auto& pair : pairs) {
        const auto one = fact_of.find(pair.claims.first);
        const auto other = fact_of.find(pair.claims.second);
        if (one == fact_of.end() || other == fact_of.end() || one->second == other->second || !related(pair)) continue;
        auto first = one->second;
        auto second = other->second;
        auto agreement = pair.agreement;
        if (first > second) {
            std::swap(first, second);
            std::swap(agreement.of_first, agreement.of_second);
        }
        const auto [place, added] = best.try_emplace({first, second}, agreement);
        if (!added && place->second.score < agreement.score) place->second = agreement;
    }
    std::vector<std::vector<Relation>> of_fact(facts.size());
    for (const auto& [place, agreement] : best) {
        for (const auto& one : both_ways(place.first, place.second, agreement)) of_fact[one.fact].push_back(one);
    }
    for (auto& relations : of_fact) {
        std::sort(relations.begin(), relations.end(), [](const Relation& left, const Relation& right) {
            return std::tuple(-left.score, -left.least, left.other) <
                   std::tuple(-right.score, -right.least, right.other);
        });
        if (relations.size() > kMostRelations) relations.resize(kMostRelations);
        for (const auto& one : relations) facts[one.fact].related.push_back({one.other, kind_of(one)});
    }
}

}  // namespace axray::story
