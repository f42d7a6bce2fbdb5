// What a first pass said of the blocks around a block (BlockSigns + chances -> numbers for the second pass).
//
// Source: own, after stacked sequential learning (Cohen and Carvalho 2005).
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "read/blocks.hpp"
#include "read/body/block_signs.hpp"
#include "read/body/feature_rows.hpp"

namespace axray::read {

// Sums of chance * words and of words, over some blocks.
struct ChanceMass {
    float kept = 0;
    float words = 0;

    void add(const ChanceMass& other) {
        kept += other.kept;
        words += other.words;
    }
    [[nodiscard]] ChanceMass without(const ChanceMass& other) const { return {kept - other.kept, words - other.words}; }
    // -1 where there are no words.
    [[nodiscard]] float mean() const { return words > 0.5F ? kept / words : -1; }
};

// What stands together as one: blocks of one kind that follow each other, such as rows of a table; any other block
// stands alone.
struct BlockUnit {
    std::size_t begin = 0;  // blocks
    std::size_t end = 0;
};

// One unit a block; those of `kind` are put together.
[[nodiscard]] std::vector<BlockUnit> units_of(std::span<const RawBlock> blocks, BlockKind kind);

// The block that stands `offset` before (below 0) or after the unit; none outside of the page.
[[nodiscard]] std::optional<std::size_t> neighbour_of(const BlockUnit& unit, int offset, std::size_t blocks);

// Views of its arguments.
class ChanceSequence {
public:
    ChanceSequence(std::span<const RawBlock> blocks, const std::vector<BlockSigns>& signs,
                   std::span<const float> chances);

    // Short blocks count a little more than their words.
    [[nodiscard]] ChanceMass mass(std::size_t block) const;
    [[nodiscard]] const ChanceMass& all() const { return before_.back(); }

    // The chance of the block and of its unit's four neighbours on each side.
    void add_neighbours(std::size_t block, RowWriter& row) const;
    // Means of the blocks before and after it, near and farther; what of the text comes before and after it.
    void add_surroundings(std::size_t block, RowWriter& row) const;
    // How far it is to the nearest blocks that are likely kept, in blocks and words.
    void add_nearest(std::size_t block, RowWriter& row) const;

private:
    [[nodiscard]] ChanceMass between(std::size_t from, std::size_t to) const {
        return before_[to].without(before_[from]);
    }

    const std::vector<BlockSigns>& signs_;
    std::span<const float> chances_;
    std::vector<BlockUnit> units_;
    std::vector<ChanceMass> before_;  // of all blocks before each; one entry more for all of them
};

}  // namespace axray::read
