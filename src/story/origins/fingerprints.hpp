// Fingerprints of texts by winnowing, and the index that finds texts which share them (PlainWords -> Signature,
// Signatures -> ReuseIndex -> candidates).
//
// Of every kWindow successive runs of kShingle words the one with the least hash is kept, so that two texts with a
// common run of kShingle + kWindow - 1 words have a fingerprint in common. What one text alone has takes no room in
// the index. A fingerprint that many texts hold leads to the first kMostHolders of them, so that a footer of thousands
// costs no more than one of a hundred. Source: Schleimer, Wilkerson and Aiken, "Winnowing", SIGMOD 2003; XXH3.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "story/origins/plain_words.hpp"

namespace axray::story {

inline constexpr std::uint32_t kShingle = 5;
inline constexpr std::uint32_t kWindow = 8;
inline constexpr std::uint32_t kMostHolders = 64;

struct Fingerprint {
    std::uint64_t hash = 0;
    std::uint32_t word = 0;  // where its run of words begins
};
using Signature = std::vector<Fingerprint>;  // in order of the text, each place once

// Hash of every run of `length` words, in order; none when there are fewer words. O(words).
[[nodiscard]] std::vector<std::uint64_t> hash_runs(std::span<const std::uint64_t> keys, std::uint32_t length);

[[nodiscard]] Signature sign(const PlainWords& words);

// A text that shares fingerprints with another.
struct ReuseCandidate {
    std::uint32_t text = 0;
    std::uint32_t shared = 0;  // fingerprints
};

// Immutable after it was built; for several threads at once, each with a Lookup of its own.
class ReuseIndex {
public:
    // Scratch memory of look-ups; may be used for several indexes.
    class Lookup {
        friend class ReuseIndex;
        std::vector<std::uint32_t> counts_;
        std::vector<std::uint32_t> met_;
    };

    ReuseIndex() = default;
    // Hashes of the fingerprints of every text, in any order. O(fingerprints log fingerprints).
    explicit ReuseIndex(const std::vector<std::vector<std::uint64_t>>& signatures);

    // Texts that hold the hash, ascending, kMostHolders at most; none when one text alone has it.
    [[nodiscard]] std::span<const std::uint32_t> holders(std::uint64_t hash) const;
    // How many texts hold it; 0 or 1 when it is not shared.
    [[nodiscard]] std::uint32_t holder_count(std::uint64_t hash) const;

    // Texts numbered below `before` that share at least `least` of these hashes (each given once), most shared first,
    // `limit` at most. O(hashes * kMostHolders).
    [[nodiscard]] std::vector<ReuseCandidate> find(std::span<const std::uint64_t> hashes, std::uint32_t before,
                                                   std::uint32_t least, std::uint32_t limit, Lookup& lookup) const;

    // That it holds.
    [[nodiscard]] std::size_t bytes() const {
        return slots_.capacity() * sizeof(Slot) + holders_.capacity() * sizeof(std::uint32_t);
    }

private:
    struct Slot {
        std::uint64_t hash = 0;
        std::uint32_t begin = 0;  // of holders_
        std::uint32_t count = 0;  // of texts; 0: the slot is free
    };
    [[nodiscard]] const Slot* find_slot(std::uint64_t hash) const;

    std::vector<Slot> slots_;  // open addressing; a power of two
    std::vector<std::uint32_t> holders_;
    std::uint32_t texts_ = 0;
};

}  // namespace axray::story
