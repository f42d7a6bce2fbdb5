#include "trace/word_weights.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

namespace axray::trace {
namespace {

// Payload: u32 slots (a power of two), u32 zero, u64 padding, u64 keys[slots], u8 weights[slots].
constexpr std::size_t kHeaderSize = 16;
constexpr float kScale = 255.0F;

std::size_t first_slot(std::uint64_t key, std::size_t slots) {
    return static_cast<std::size_t>(key ^ (key >> 29U)) & (slots - 1);
}

}  // namespace

Result<WordWeights> WordWeights::open(const std::string& path) {
    auto file = base::ModelFile::open(path, kWordWeightsKind, kWordWeightsVersion);
    if (!file) return fail(file.error());
    WordWeights weights(std::move(*file));
    const std::string_view payload = weights.file_.payload();
    std::uint32_t slots = 0;
    if (payload.size() >= kHeaderSize) std::memcpy(&slots, payload.data(), sizeof(slots));
    if (!std::has_single_bit(slots) || payload.size() != kHeaderSize + std::size_t{slots} * 9) {
        return fail(Error{ErrorCode::model_mismatch, "word weights have another size than they say", {path}});
    }
    weights.slot_count_ = slots;
    weights.keys_ = reinterpret_cast<const std::uint64_t*>(payload.data() + kHeaderSize);
    weights.weights_ = reinterpret_cast<const std::uint8_t*>(weights.keys_ + slots);
    return weights;
}

float WordWeights::weight(std::uint64_t stem) const {
    std::size_t slot = first_slot(stem, slot_count_);
    // Bounded, so that a damaged file without an empty slot cannot make it run forever.
    for (std::uint32_t probe = 0; probe < slot_count_; ++probe) {
        if (keys_[slot] == stem) return static_cast<float>(weights_[slot]) / kScale;
        if (keys_[slot] == 0) break;
        slot = (slot + 1) & (slot_count_ - 1);
    }
    return 1.0F;
}

std::string make_word_weights(const std::vector<std::pair<std::uint64_t, float>>& weights) {
    const auto slots = static_cast<std::uint32_t>(std::bit_ceil(weights.size() * 2 + 2));
    std::vector<std::uint64_t> keys(slots, 0);
    std::vector<std::uint8_t> values(slots, 0);
    auto ordered = weights;
    std::sort(ordered.begin(), ordered.end());
    for (const auto& [stem, weight] : ordered) {
        std::size_t slot = first_slot(stem, slots);
        while (keys[slot] != 0) slot = (slot + 1) & (slots - 1);
        keys[slot] = stem;
        values[slot] = static_cast<std::uint8_t>(std::lround(std::clamp(weight, 0.0F, 1.0F) * kScale));
    }
    std::string payload(kHeaderSize, '\0');
    std::memcpy(payload.data(), &slots, sizeof(slots));
    payload.append(reinterpret_cast<const char*>(keys.data()), keys.size() * sizeof(std::uint64_t));
    payload.append(reinterpret_cast<const char*>(values.data()), values.size());
    return payload;
}

}  // namespace axray::trace
