#include "trace/key_postings.hpp"

#include <bit>

namespace axray::trace {

std::size_t KeyPostings::slot_of(std::uint64_t key) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = static_cast<std::size_t>(key ^ (key >> 32U)) & mask;
    while (slots_[slot].key != 0 && slots_[slot].key != key) slot = (slot + 1) & mask;
    return slot;
}

KeyPostings KeyPostings::build(std::span<const Entry> entries) {
    KeyPostings postings;
    postings.slots_.resize(std::bit_ceil(entries.size() * 2 + 2));
    std::vector<std::uint32_t> slot_of_entry(entries.size());
    std::uint32_t total = 0;
    for (std::size_t entry = 0; entry < entries.size(); ++entry) {
        if (entries[entry].key == 0) continue;
        const std::size_t slot = postings.slot_of(entries[entry].key);
        postings.slots_[slot].key = entries[entry].key;
        ++postings.slots_[slot].size;
        slot_of_entry[entry] = static_cast<std::uint32_t>(slot);
        ++total;
    }
    std::uint32_t begin = 0;
    for (Slot& slot : postings.slots_) {
        slot.begin = begin;
        begin += slot.size;
        slot.size = 0;
    }
    postings.positions_.resize(total);
    for (std::size_t entry = 0; entry < entries.size(); ++entry) {
        if (entries[entry].key == 0) continue;
        Slot& slot = postings.slots_[slot_of_entry[entry]];
        postings.positions_[slot.begin + slot.size++] = entries[entry].position;
    }
    return postings;
}

std::span<const std::uint32_t> KeyPostings::find(std::uint64_t key) const {
    if (key == 0 || slots_.empty()) return {};
    const Slot& slot = slots_[slot_of(key)];
    return std::span(positions_).subspan(slot.begin, slot.size);
}

}  // namespace axray::trace
