#include "story/facts/fact_groups.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace axray::story {
namespace {

constexpr float kSame = 0.45F;            // two claims alone
constexpr float kSameInOneReport = 0.7F;  // a report seldom says the same twice
constexpr float kNearlySame = 0.3F;       // two claims of larger groups
constexpr float kMost = 0.6F;             // share of the pairs of two groups that have to agree
constexpr std::size_t kCompared = 6;      // members of a group that are compared

class Grouping {
public:
    Grouping(const std::vector<StatedClaim>& claims, const std::vector<ComparedPair>& pairs,
             const ClaimComparer& comparer)
        : claims_(claims), comparer_(comparer), group_of_(claims.size()), members_(claims.size()) {
        for (std::uint32_t claim = 0; claim < claims.size(); ++claim) {
            group_of_[claim] = claim;
            members_[claim] = {claim};
        }
        for (const auto& pair : pairs) known_.emplace(key(pair.claims.first, pair.claims.second), pair.agreement.score);
    }

    void join(std::uint32_t first, std::uint32_t second) {
        auto one = group_of_[first];
        auto other = group_of_[second];
        if (one == other || !agree(one, other)) return;
        if (members_[one].size() < members_[other].size()) std::swap(one, other);
        for (const auto claim : members_[other]) group_of_[claim] = one;
        members_[one].insert(members_[one].end(), members_[other].begin(), members_[other].end());
        members_[other].clear();
    }

    [[nodiscard]] std::vector<std::vector<std::uint32_t>> groups() const {
        std::vector<std::vector<std::uint32_t>> found;
        for (auto members : members_) {
            if (members.empty()) continue;
            std::sort(members.begin(), members.end());
            found.push_back(std::move(members));
        }
        std::sort(found.begin(), found.end());
        return found;
    }

private:
    static std::uint64_t key(std::uint32_t one, std::uint32_t other) {
        return (std::uint64_t{std::min(one, other)} << 32U) | std::max(one, other);
    }

    float score(std::uint32_t one, std::uint32_t other) {
        const auto [found, added] = known_.try_emplace(key(one, other), 0.0F);
        if (added) found->second = comparer_.compare(claims_[one], claims_[other]).score;
        return found->second;
    }

    bool agree(std::uint32_t one, std::uint32_t other) {
        const auto mine = std::min(kCompared, members_[one].size());
        const auto theirs = std::min(kCompared, members_[other].size());
        float sum = 0;
        float least = 0;
        std::size_t agreeing = 0;
        for (std::size_t left = 0; left < mine; ++left) {
            for (std::size_t right = 0; right < theirs; ++right) {
                const auto first = members_[one][left];
                const auto second = members_[other][right];
                const auto value = score(first, second);
                sum += value;
                least += claims_[first].report == claims_[second].report ? kSameInOneReport : kSame;
                agreeing += value >= kNearlySame ? 1U : 0U;
            }
        }
        return sum >= least && static_cast<float>(agreeing) >= kMost * static_cast<float>(mine * theirs);
    }

    const std::vector<StatedClaim>& claims_;
    const ClaimComparer& comparer_;
    std::vector<std::uint32_t> group_of_;
    std::vector<std::vector<std::uint32_t>> members_;
    std::unordered_map<std::uint64_t, float> known_;
};

}  // namespace

std::vector<std::vector<std::uint32_t>> group_claims(const std::vector<StatedClaim>& claims,
                                                     const std::vector<ComparedPair>& pairs,
                                                     const ClaimComparer& comparer) {
    auto order = pairs;
    const auto rank = [&claims](const ComparedPair& one) {
        const auto words = std::minmax(claims[one.claims.first].wording, claims[one.claims.second].wording);
        return std::tuple(-one.agreement.score, words.first, words.second, one.claims.first, one.claims.second);
    };
    std::sort(order.begin(), order.end(),
              [&rank](const auto& left, const auto& right) { return rank(left) < rank(right); });
    Grouping grouping(claims, pairs, comparer);
    for (const auto& pair : order) {
        if (pair.agreement.score < kNearlySame) break;
        grouping.join(pair.claims.first, pair.claims.second);
    }
    return grouping.groups();
}

}  // namespace axray::story
