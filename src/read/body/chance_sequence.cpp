#include "read/body/chance_sequence.hpp"

#include <algorithm>
#include <cstdint>

namespace axray::read {

ChanceSequence::ChanceSequence(const std::vector<BlockSigns>& signs, std::span<const float> chances)
    : signs_(signs), chances_(chances), before_(1) {
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
        const auto at = static_cast<std::ptrdiff_t>(block) + offset;
        const bool inside = at >= 0 && at < static_cast<std::ptrdiff_t>(chances_.size());
        row.add(inside ? chances_[static_cast<std::size_t>(at)] : -1);
    }
}

void ChanceSequence::add_surroundings(std::size_t block, RowWriter& row) const {
    for (const std::size_t reach : {6U, 15U}) {
        row.add(between(block > reach ? block - reach : 0, block).mean());
        row.add(between(block + 1, std::min(block + 1 + reach, chances_.size())).mean());
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
    std::size_t before = block;
    while (before > 0 && block - before < kReach && !likely(before - 1)) --before;
    std::size_t after = block + 1;
    while (after < chances_.size() && after - block < kReach && !likely(after)) ++after;
    row.add({log_of(static_cast<float>(block - before)), log_of(static_cast<float>(after - block - 1)),
             log_of(between(before, block).words), log_of(between(block + 1, after).words)});
}

}  // namespace axray::read
