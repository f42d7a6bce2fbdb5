#include "matching/word_table.hpp"

#include <bit>
#include <cmath>
#include <cstring>
#include <utility>

#include <xxhash.h>

#include "language/words/lexicon.hpp"

namespace axray::matching {
namespace {

constexpr float kFullWeight = 65535;
constexpr std::size_t kHeader = 2 * sizeof(std::uint32_t);

std::uint32_t key_of(std::string_view spelling) {
    const auto key = static_cast<std::uint32_t>(XXH3_64bits(spelling.data(), spelling.size()) >> 32U);
    return key == 0 ? 1 : key;
}

}  // namespace

Result<WordTable> WordTable::open(const std::string& path) {
    auto file = base::ModelFile::open(path, kWordTableKind, kWordTableVersion);
    if (!file) return fail(file.error());
    WordTable table(std::move(*file));
    const std::string_view payload = table.file_.payload();
    std::array<std::uint32_t, 2> header{};
    if (payload.size() >= kHeader) std::memcpy(header.data(), payload.data(), kHeader);
    const std::uint32_t capacity = header[0];
    const bool whole = capacity > 0 && std::has_single_bit(capacity) && header[1] < capacity &&
                       payload.size() == kHeader + std::size_t{capacity} * sizeof(WordSlot);
    if (!whole) return fail(Error{ErrorCode::model_mismatch, "the table of words has another size", {path}});
    table.slots_ = {reinterpret_cast<const WordSlot*>(payload.data() + kHeader), capacity};
    return table;
}

WordFacts WordTable::find(std::string_view spelling) const {
    const std::uint32_t key = key_of(spelling);
    const std::size_t mask = slots_.size() - 1;
    // A damaged file may have no empty slot, so the search ends after one round.
    for (std::size_t step = 0; step < slots_.size(); ++step) {
        const WordSlot& slot = slots_[(key + step) & mask];
        if (slot.key == key) return {static_cast<float>(slot.weight) / kFullWeight, slot.groups};
        if (slot.key == 0) break;
    }
    return {};
}

bool WordTable::is_name(std::string_view text) const {
    if (!names_) return false;
    return (names_->find(language::hash_word(text)) & (language::kFirstName | language::kSurname)) != 0;
}

std::string make_word_table(std::span<const KnownWord> words) {
    const auto capacity = static_cast<std::uint32_t>(std::bit_ceil(words.size() * 2 + 2));
    std::vector<WordSlot> slots(capacity);
    std::uint32_t count = 0;
    for (const KnownWord& word : words) {
        const std::uint32_t key = key_of(word.spelling);
        std::size_t at = key & (capacity - 1);
        while (slots[at].key != 0 && slots[at].key != key) at = (at + 1) & (capacity - 1);
        if (slots[at].key == key) continue;
        slots[at] = {key, static_cast<std::uint16_t>(std::lround(word.facts.weight * kFullWeight)), word.facts.groups,
                     0};
        ++count;
    }
    std::string payload(kHeader + slots.size() * sizeof(WordSlot), '\0');
    const std::array<std::uint32_t, 2> header = {capacity, count};
    std::memcpy(payload.data(), header.data(), kHeader);
    std::memcpy(payload.data() + kHeader, slots.data(), slots.size() * sizeof(WordSlot));
    return payload;
}

}  // namespace axray::matching
