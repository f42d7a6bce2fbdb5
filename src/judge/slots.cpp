#include "judge/slots.hpp"

#include <algorithm>
#include <cstdlib>

namespace axray::judge {
namespace {

using trace::SentenceAlignment;

constexpr int kNear = 5;  // tokens that a pair may stand further apart in the source than in the claim
struct Pair {
    bool near = false;
    bool ordered = false;
};

Pair look_at(const TracedClaim& claim, const SentenceAlignment& candidate, std::size_t left, std::size_t right) {
    const auto& before = candidate.links[left];
    const auto& behind = candidate.links[right];
    if (before.strength < trace::kBorneOut || behind.strength < trace::kBorneOut) return {};
    const int source_step = static_cast<int>(behind.position) - static_cast<int>(before.position);
    const int claim_step =
        static_cast<int>(claim.words.words[right].token) - static_cast<int>(claim.words.words[left].token);
    const bool near = std::abs(source_step) <= claim_step + kNear;
    return {near, near && source_step >= 0};
}

bool near_anywhere(const TracedClaim& claim, std::size_t left, std::size_t right) {
    for (const SentenceAlignment& candidate : claim.trace.candidates) {
        if (look_at(claim, candidate, left, right).near) return true;
    }
    return false;
}

}  // namespace

PairShares pair_shares(const TracedClaim& claim) {
    PairShares shares;
    const std::size_t words = claim.words.words.size();
    if (words < 2 || claim.trace.candidates.empty()) return shares;
    for (std::size_t word = 1; word < words; ++word) {
        shares.near += near_anywhere(claim, word - 1, word) ? 1.0F : 0.0F;
        shares.ordered += look_at(claim, claim.trace.candidates[0], word - 1, word).ordered ? 1.0F : 0.0F;
    }
    shares.near /= static_cast<float>(words - 1);
    shares.ordered /= static_cast<float>(words - 1);
    return shares;
}

WindowShares window_shares(const TracedClaim& claim) {
    constexpr std::size_t kWindow = 4;
    const auto& words = claim.words.words;
    if (words.empty()) return {};
    const std::size_t size = std::min(kWindow, words.size());
    const std::size_t windows = words.size() - size + 1;
    WindowShares shares{0, 1};
    for (std::size_t first = 0; first < windows; ++first) {
        float best = 0;
        for (const SentenceAlignment& candidate : claim.trace.candidates) {
            float total = 0;
            float borne_out = 0;
            for (std::size_t word = first; word < first + size; ++word) {
                total += words[word].weight;
                borne_out += words[word].weight * candidate.links[word].strength;
            }
            best = std::max(best, borne_out / total);
        }
        shares.average += best / static_cast<float>(windows);
        shares.worst = std::min(shares.worst, best);
    }
    return shares;
}

float slot_share(const TracedClaim& claim, const std::function<bool(std::uint32_t)>& belongs) {
    const auto& words = claim.words.words;
    float count = 0;
    float kept = 0;
    for (std::size_t word = 0; word < words.size(); ++word) {
        if (!belongs(words[word].token)) continue;
        count += 1.0F;
        std::size_t before = word;
        while (before > 0 && belongs(words[before].token)) --before;
        std::size_t behind = word;
        while (behind + 1 < words.size() && belongs(words[behind].token)) ++behind;
        const bool left = !belongs(words[before].token) && near_anywhere(claim, before, word);
        const bool right = !belongs(words[behind].token) && near_anywhere(claim, word, behind);
        kept += left || right ? 1.0F : 0.0F;
    }
    return count > 0 ? kept / count : -1.0F;
}

}  // namespace axray::judge
