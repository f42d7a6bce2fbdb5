#include "read/body/chance_sequence.hpp"

#include <algorithm>
#include <cstdint>

namespace axray::read {

std::vector<BlockUnit> units_of(std::span<const RawBlock> blocks, BlockKind kind) {
    std::vector<BlockUnit> units;
    while (units.size() < blocks.size()) {
        const std::size_t begin = units.size();
        std::size_t end = begin + 1;
        while (blocks[begin].kind == kind && end < blocks.size() && blocks[end].kind == kind) ++end;
        units.insert(units.end(), end - begin, {begin, end});
    }
    return units;
}

std::optional<std::size_t> neighbour_of(const BlockUnit& unit, int offset, std::size_t blocks) {
    const auto from = static_cast<std::ptrdiff_t>(offset < 0 ? unit.begin : unit.end - 1);
    const std::ptrdiff_t at = from + offset;
    if (at < 0 || at >= static_cast<std::ptrdiff_t>(blocks)) return std::nullopt;
    return static_cast<std::size_t>(at);
}

ChanceSequence::ChanceSequence(std::span<const RawBlock> blocks, const std::vector<BlockSigns>& signs,
                               std::span<const float> chances)
    : signs_(signs), chances_(chances), units_(units_of(blocks, BlockKind::table_row)), before_(1) {
    for (std::size_t block = 0; block < chances.size(); ++block) {
        before_.push_back(before_.back());
        before_.back().add(mass(block));
    }
}

ChanceMass ChanceSequence::mass(std::size_t block) const {
    constexpr float kBlock = 2;  // words
    const float words = signs_[block].words + kBlock;
    return {chances_[block] * words, words};
}

void ChanceSequence::add_neighbours(std::size_t block, RowWriter& row) const {
    row.add(chances_[block]);
    for (const int offset : {-4, -3, -2, -1, 1, 2, 3, 4}) {
        const auto other = neighbour_of(units_[block], offset, chances_.size());
        row.add(other ? chances_[*other] : -1);
    }
}

void ChanceSequence::add_surroundings(std::size_t block, RowWriter& row) const {
    const BlockUnit& unit = units_[block];
    for (const std::size_t reach : {6U, 15U}) {
        row.add(between(unit.begin > reach ? unit.begin - reach : 0, unit.begin).mean());
        row.add(between(unit.end, std::min(unit.end + reach, chances_.size())).mean());
    }
    row.add(ratio(before_[block].kept, all().kept));
    row.add(ratio(all().kept - before_[block + 1].kept, all().kept));
    row.add(log_of(all().kept));
    row.add(all().mean());
}

void ChanceSequence::add_nearest(std::size_t block, RowWriter& row) const {
    constexpr std::size_t kReach = 60;  // blocks
    constexpr float kFewWords = 4;
    const auto likely = [&](std::size_t at) { return chances_[at] > 0.5F && signs_[at].words > kFewWords; };
    const BlockUnit& unit = units_[block];
    std::size_t before = unit.begin;
    while (before > 0 && unit.begin - before < kReach && !likely(before - 1)) --before;
    std::size_t after = unit.end;
    while (after < chances_.size() && after - unit.end < kReach && !likely(after)) ++after;
    row.add({log_of(static_cast<float>(unit.begin - before)), log_of(static_cast<float>(after - unit.end)),
             log_of(between(before, unit.begin).words), log_of(between(unit.end, after).words)});
}

}  // namespace axray::read
