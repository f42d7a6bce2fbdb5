// What one thread works with: workspaces and the source sets it used last (Scratch), lent out by a pool.
//
// Consecutive claims often share their sources, so a set is kept for the next claim. A kept set is known by the 128-bit
// hash of all bytes it was made from and their borders. Scratch memory changes speed, never a result.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

#include <axray/engine.hpp>

#include "engine/source_set.hpp"
#include "judge/judge.hpp"
#include "language/annotator.hpp"

namespace axray::engine {

struct SourceKey {
    std::uint64_t low = 0;
    std::uint64_t high = 0;

    friend bool operator==(const SourceKey&, const SourceKey&) = default;
};

// XXH3 with 128 bits over lengths and bytes of all texts; the sources' ids don't count. O(bytes).
[[nodiscard]] SourceKey key_of(std::span<const SourceText> sources);

// The last few source sets, least recently used first to go.
class SourceCache {
public:
    using Make = std::function<Result<std::shared_ptr<const SourceSet>>()>;

    // The set kept under `key`, or what `make` gives. Errors are those of `make` and are not kept.
    [[nodiscard]] Result<std::shared_ptr<const SourceSet>> find_or_make(SourceKey key, const Make& make);

private:
    static constexpr std::size_t kSets = 4;
    static constexpr std::size_t kMostTokens = 1u << 20;  // a larger set is not kept

    struct Entry {
        SourceKey key;
        std::shared_ptr<const SourceSet> set;
    };
    std::array<Entry, kSets> entries_;  // most recently used first
};

struct Scratch {
    explicit Scratch(const language::Lexicon& lexicon) : judging(lexicon) {}
    language::Workspace annotating;
    language::Workspace reading_closely;  // of the full annotator: a workspace caches the words of one annotator
    judge::Workspace judging;
    SourceCache sources;
};

// Lends Scratch to calls and takes it back; the one given back last is lent first, so that a thread that calls again
// tends to find its own.
class ScratchPool {
public:
    // `lexicon` must outlive the pool.
    explicit ScratchPool(const language::Lexicon& lexicon) : lexicon_(lexicon) {}

    class Loan {
    public:
        Loan(ScratchPool& pool, std::unique_ptr<Scratch> scratch) : pool_(pool), scratch_(std::move(scratch)) {}
        Loan(const Loan&) = delete;
        Loan& operator=(const Loan&) = delete;
        ~Loan() { pool_.take_back(std::move(scratch_)); }
        Scratch* operator->() const { return scratch_.get(); }

    private:
        ScratchPool& pool_;
        std::unique_ptr<Scratch> scratch_;
    };

    [[nodiscard]] Loan lend();

private:
    void take_back(std::unique_ptr<Scratch> scratch);

    const language::Lexicon& lexicon_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<Scratch>> idle_;
};

}  // namespace axray::engine
