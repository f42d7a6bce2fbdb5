#include "story/facts/fact_groups.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace axray::story {
namespace {

constexpr float kSame = 0.375F;              // two claims alone
constexpr float kSameInOneReport = 0.675F;   // a report seldom says the same twice
constexpr float kSameBesideOthers = 0.575F;  // a report's claims of groups that further reports are in
constexpr float kNearlySame = 0.23F;         // two claims of larger groups
constexpr float kMost = 0.5F;                // share of the pairs of two groups that have to agree
constexpr std::size_t kReports = 6;          // of a group that are compared
constexpr std::size_t kOfOneReport = 3;      // members of one report that are compared

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

    // Members that are compared, by report: a few of each of a few reports, the first that joined.
    [[nodiscard]] std::map<std::uint32_t, std::vector<std::uint32_t>> compared(std::uint32_t group) const {
        std::map<std::uint32_t, std::vector<std::uint32_t>> found;
        for (const auto claim : members_[group]) {
            const auto report = claims_[claim].report;
            if (found.size() == kReports && !found.contains(report)) continue;
            auto& of_report = found[report];
            if (of_report.size() < kOfOneReport) of_report.push_back(claim);
        }
        return found;
    }

    // What two reports say agrees as far as the two of their claims that agree best.
    float best(const std::vector<std::uint32_t>& mine, const std::vector<std::uint32_t>& theirs) {
        float most = 0;
        for (const auto one : mine) {
            for (const auto other : theirs) most = std::max(most, score(one, other));
        }
        return most;
    }

    bool agree(std::uint32_t one, std::uint32_t other) {
        const auto mine = compared(one);
        const auto theirs = compared(other);
        const auto shared =
            std::count_if(mine.begin(), mine.end(), [&theirs](const auto& one) { return theirs.contains(one.first); });
        const bool only_shared = mine.size() == 1 && theirs.size() == 1 && shared == 1;
        float sum = 0;
        float needed = 0;
        float agreeing = 0;
        float pairs = 0;
        for (const auto& [report, claims] : mine) {
            for (const auto& [other_report, other_claims] : theirs) {
                // Reports that tell two things apart mean two things, though one may say one thing twice.
                const auto value = best(claims, other_claims);
                sum += value;
                const bool both_tell_both = theirs.contains(report) && mine.contains(other_report);
                needed += !both_tell_both ? kSame : shared > 1 || only_shared ? kSameInOneReport : kSameBesideOthers;
                agreeing += value >= kNearlySame ? 1.0F : 0.0F;
                pairs += 1;
            }
        }
        return sum >= needed && agreeing >= kMost * pairs;
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
