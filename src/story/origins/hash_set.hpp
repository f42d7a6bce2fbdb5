// A set of 64-bit hashes that is asked far more often than it is made (hashes -> yes or no).
//
// Keeps 32 bits of each beside its place, so that a hash which is not among them is taken for one that is once in some
// billions of questions. 4 to 8 bytes for each of the hashes. Source: open addressing with linear probing (Knuth).
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace axray::story {

class HashSet {
public:
    HashSet() = default;
    // Each hash once. O(hashes).
    explicit HashSet(const std::vector<std::uint64_t>& hashes)
        : slots_(std::bit_ceil(hashes.size() + hashes.size() / 3 + 1)) {
        for (const auto hash : hashes) {
            auto place = static_cast<std::size_t>(hash) & mask();
            while (slots_[place] != 0) place = (place + 1) & mask();
            slots_[place] = tag(hash);
        }
    }

    [[nodiscard]] bool contains(std::uint64_t hash) const {
        if (slots_.empty()) return false;
        for (auto place = static_cast<std::size_t>(hash) & mask(); slots_[place] != 0; place = (place + 1) & mask()) {
            if (slots_[place] == tag(hash)) return true;
        }
        return false;
    }
    [[nodiscard]] std::size_t bytes() const { return slots_.capacity() * sizeof(std::uint32_t); }

private:
    [[nodiscard]] std::size_t mask() const { return slots_.size() - 1; }
    // Never 0, which is a free slot.
    static std::uint32_t tag(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32U) | 1U; }

    std::vector<std::uint32_t> slots_;  // a power of two
};

}  // namespace axray::story
