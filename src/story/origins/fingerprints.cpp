#include "story/origins/fingerprints.hpp"

#include <algorithm>
#include <bit>
#include <utility>

namespace axray::story {
namespace {

constexpr std::uint64_t kBase = 0x9E3779B97F4A7C15ULL;  // odd, so that no word is lost in the powers

// Spreads the bits of a sum of products over all of it.
std::uint64_t mix(std::uint64_t value) {
    value ^= value >> 32U;
    value *= 0xD6E8FEB86659FD93ULL;
    value ^= value >> 32U;
    return value;
}

}  // namespace

std::vector<std::uint64_t> hash_runs(std::span<const std::uint64_t> keys, std::uint32_t length) {
    std::vector<std::uint64_t> hashes;
    if (length == 0 || keys.size() < length) return hashes;
    hashes.reserve(keys.size() - length + 1);
    std::uint64_t highest = 1;
    for (std::uint32_t power = 1; power < length; ++power) highest *= kBase;
    std::uint64_t sum = 0;
    for (std::size_t at = 0; at < keys.size(); ++at) {
        if (at >= length) sum -= keys[at - length] * highest;
        sum = sum * kBase + keys[at];
        if (at + 1 >= length) hashes.push_back(mix(sum));
    }
    return hashes;
}

Signature sign(const PlainWords& words) {
    const auto hashes = hash_runs(words.key, kShingle);
    Signature signature;
    if (hashes.empty()) return signature;
    signature.reserve(hashes.size() / 4 + 1);
    const std::size_t window = std::min<std::size_t>(kWindow, hashes.size());
    std::size_t least = 0;  // the last of the least in the window
    for (std::size_t end = 1; end <= hashes.size(); ++end) {
        const std::size_t begin = end > window ? end - window : 0;
        if (least < begin) {
            least = begin;
            for (std::size_t at = begin; at < end; ++at) {
                if (hashes[at] <= hashes[least]) least = at;
            }
        } else if (hashes[end - 1] < hashes[least]) {
            least = end - 1;
        }
        if (end < window) continue;
        if (signature.empty() || signature.back().word != least)
            signature.push_back({hashes[least], static_cast<std::uint32_t>(least)});
    }
    return signature;
}

ReuseIndex::ReuseIndex(const std::vector<std::vector<std::uint64_t>>& signatures)
    : texts_(static_cast<std::uint32_t>(signatures.size())) {
    std::size_t total = 0;
    for (const auto& signature : signatures) total += signature.size();
    std::vector<std::pair<std::uint64_t, std::uint32_t>> all;
    all.reserve(total);
    for (std::uint32_t text = 0; text < texts_; ++text) {
        for (const auto hash : signatures[text]) all.emplace_back(hash, text);
    }
    std::sort(all.begin(), all.end());
    std::size_t shared = 0;
    all.erase(std::unique(all.begin(), all.end()), all.end());
    const auto other_hash = [](const auto& left, const auto& right) { return left.first != right.first; };
    for (auto at = all.begin(); at != all.end();) {
        const auto end = std::adjacent_find(at, all.end(), other_hash);
        const auto behind = end == all.end() ? end : end + 1;
        if (behind - at > 1) ++shared;
        at = behind;
    }
    slots_.resize(std::bit_ceil(shared * 2 + 1));
    const std::size_t mask = slots_.size() - 1;
    for (auto at = all.begin(); at != all.end();) {
        const auto end = std::adjacent_find(at, all.end(), other_hash);
        const auto behind = end == all.end() ? end : end + 1;
        const auto count = static_cast<std::uint32_t>(behind - at);
        if (count > 1) {
            std::size_t place = at->first & mask;
            while (slots_[place].count != 0) place = (place + 1) & mask;
            slots_[place] = {at->first, static_cast<std::uint32_t>(holders_.size()), count};
            for (auto one = at; one != at + std::min(count, kMostHolders); ++one) holders_.push_back(one->second);
        }
        at = behind;
    }
    holders_.shrink_to_fit();
}

const ReuseIndex::Slot* ReuseIndex::find_slot(std::uint64_t hash) const {
    if (slots_.empty()) return nullptr;
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t place = hash & mask; slots_[place].count != 0; place = (place + 1) & mask) {
        if (slots_[place].hash == hash) return &slots_[place];
    }
    return nullptr;
}

std::span<const std::uint32_t> ReuseIndex::holders(std::uint64_t hash) const {
    const auto* slot = find_slot(hash);
    if (slot == nullptr) return {};
    return std::span(holders_).subspan(slot->begin, std::min(slot->count, kMostHolders));
}

std::uint32_t ReuseIndex::holder_count(std::uint64_t hash) const {
    const auto* slot = find_slot(hash);
    return slot == nullptr ? 0 : slot->count;
}

std::vector<ReuseCandidate> ReuseIndex::find(std::span<const std::uint64_t> hashes, std::uint32_t before,
                                             std::uint32_t least, std::uint32_t limit, Lookup& lookup) const {
    if (lookup.counts_.size() < texts_) lookup.counts_.resize(texts_);
    lookup.met_.clear();
    for (const auto hash : hashes) {
        for (const auto text : holders(hash)) {
            if (text >= before) break;
            if (lookup.counts_[text]++ == 0) lookup.met_.push_back(text);
        }
    }
    std::vector<ReuseCandidate> found;
    for (const auto text : lookup.met_) {
        if (lookup.counts_[text] >= least) found.push_back({text, lookup.counts_[text]});
        lookup.counts_[text] = 0;
    }
    const auto more = [](const ReuseCandidate& left, const ReuseCandidate& right) {
        return left.shared != right.shared ? left.shared > right.shared : left.text < right.text;
    };
    const std::size_t kept = std::min<std::size_t>(limit, found.size());
    std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(kept), found.end(), more);
    found.resize(kept);
    return found;
}

}  // namespace axray::story
