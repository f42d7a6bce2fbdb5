// Postings: which positions carry a key. Built once for a source set, then read by every claim.
//
// An open-addressing table from 64-bit keys to runs in one array of positions; positions of a key ascend. Building is
// O(entries), a look-up O(1). Method: counting sort over table slots; linear probing at a load of at most one half.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace axray::trace {

class KeyPostings {
public:
    struct Entry {
        std::uint64_t key = 0;  // 0 is no key: such entries are passed over
        std::uint32_t position = 0;
    };

    // `entries` in ascending order of position.
    [[nodiscard]] static KeyPostings build(std::span<const Entry> entries);

    // Positions that carry `key`, ascending; empty when there is none. Valid as long as the postings live.
    [[nodiscard]] std::span<const std::uint32_t> find(std::uint64_t key) const;

private:
    struct Slot {
        std::uint64_t key = 0;
        std::uint32_t begin = 0;
        std::uint32_t size = 0;
    };
    [[nodiscard]] std::size_t slot_of(std::uint64_t key) const;

    std::vector<Slot> slots_;  // a power of two
    std::vector<std::uint32_t> positions_;
};

}  // namespace axray::trace
