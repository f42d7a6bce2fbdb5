#include "story/facts/claim_candidates.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <utility>

namespace axray::story {
namespace {

using language::kNone;

constexpr std::size_t kMostCandidates = 24;  // of one claim
constexpr float kSignWeight = 1.5F;          // of who denies, as much as a name
constexpr std::size_t kMostPostings = 600;   // claims with one key that are looked at

struct Posting {
    std::uint32_t claim = 0;
    float weight = 0;
};

struct Key {
    std::uint64_t key = 0;
    float weight = 0;
};

std::uint64_t mixed(std::uint64_t kind, std::uint64_t number) { return (number + 1) * 0x9E3779B97F4A7C15ULL + kind; }

// Each key once, with the weight of the heaviest word that has it.
std::vector<Key> keys_of(const StoryTexts& texts, const StatedClaim& claim) {
    const auto& tokens = texts.report(claim.report).closely.tokens;
    std::vector<Key> keys;
    for (const auto& word : claim.words) {
        keys.push_back({tokens.stem[word.token], word.weight});
        if (word.entity != kNone) keys.push_back({mixed(1, word.entity), word.weight});
        if (word.country.country != kNone) keys.push_back({mixed(2, word.country.country), word.weight});
    }
    const auto& signs = claim.signs;
    if (signs.denial != Denial::none && signs.denier != kNone) keys.push_back({mixed(3, signs.denier), kSignWeight});
    if (signs.denial != Denial::none && signs.denier_country != kNone)
        keys.push_back({mixed(4, signs.denier_country), kSignWeight});
    std::sort(keys.begin(), keys.end(), [](auto left, auto right) {
        return std::pair(left.key, -left.weight) < std::pair(right.key, -right.weight);
    });
    keys.erase(std::unique(keys.begin(), keys.end(), [](auto left, auto right) { return left.key == right.key; }),
               keys.end());
    return keys;
}

struct Scored {
    std::uint32_t claim = 0;
    float score = 0;
};

}  // namespace

std::vector<ClaimPair> find_claim_pairs(const StoryTexts& texts, const std::vector<StatedClaim>& claims) {
    std::vector<std::vector<Key>> keys;
    std::unordered_map<std::uint64_t, std::vector<Posting>> index;
    for (std::uint32_t number = 0; number < claims.size(); ++number) {
        keys.push_back(keys_of(texts, claims[number]));
        for (const auto& key : keys.back()) index[key.key].push_back({number, key.weight});
    }
    std::vector<float> scores(claims.size());
    std::vector<std::uint32_t> touched;
    std::vector<ClaimPair> pairs;
    for (std::uint32_t number = 0; number < claims.size(); ++number) {
        for (const auto& key : keys[number]) {
            const auto& postings = index.find(key.key)->second;
            if (postings.size() > kMostPostings) continue;
            const auto rarity =
                std::log(1.0F + static_cast<float>(claims.size()) / static_cast<float>(postings.size()));
            for (const auto& posting : postings) {
                if (posting.claim == number) continue;
                if (scores[posting.claim] == 0) touched.push_back(posting.claim);
                scores[posting.claim] += rarity * std::min(key.weight, posting.weight);
            }
        }
        std::vector<Scored> found;
        found.reserve(touched.size());
        for (const auto claim : touched) found.push_back({claim, scores[claim]});
        const auto kept = std::min(kMostCandidates, found.size());
        std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(kept), found.end(),
                          [&claims](const Scored& left, const Scored& right) {
                              return left.score != right.score
                                         ? left.score > right.score
                                         : claims[left.claim].wording < claims[right.claim].wording;
                          });
        for (std::size_t at = 0; at < kept; ++at)
            pairs.push_back({std::min(number, found[at].claim), std::max(number, found[at].claim)});
        for (const auto claim : touched) scores[claim] = 0;
        touched.clear();
    }
    const auto order = [](const ClaimPair& one) { return std::pair(one.first, one.second); };
    std::sort(pairs.begin(), pairs.end(), [&order](auto left, auto right) { return order(left) < order(right); });
    pairs.erase(std::unique(pairs.begin(), pairs.end(),
                            [&order](auto left, auto right) { return order(left) == order(right); }),
                pairs.end());
    return pairs;
}

}  // namespace axray::story
