#include "story/stream/arrival_gaps.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace axray::story {
namespace {

constexpr std::size_t kNearest = 3;   // of a document that are looked at
constexpr double kChancePairs = 300;  // as many pairs with gaps by chance are thought to have been seen

std::size_t power_of(std::uint64_t gap) { return static_cast<std::size_t>(std::bit_width(gap)) - 1; }

// Share of all pairs of `count` documents that are at least 1 and less than `gap` apart.
double share_below(double gap, double count) {
    const double apart = std::min(gap, count) - 1;
    return apart * (2 * count - apart - 1) / (count * (count - 1));
}

}  // namespace

ArrivalGaps::ArrivalGaps(const std::vector<std::vector<Neighbour>>& near) {
    if (near.size() < 3) return;
    std::vector<double> seen(power_of(near.size() - 1) + 1, 0);
    double pairs = 0;
    for (std::size_t from = 0; from < near.size(); ++from) {
        for (std::size_t at = 0; at < std::min(near[from].size(), kNearest); ++at) {
            const std::uint64_t to = near[from][at].document;
            ++seen[power_of(to > from ? to - from : from - to)];
            ++pairs;
        }
    }
    const auto count = static_cast<double>(near.size());
    for (std::size_t power = 0; power < seen.size(); ++power) {
        const double chance = share_below(std::ldexp(2, static_cast<int>(power)), count) -
                              share_below(std::ldexp(1, static_cast<int>(power)), count);
        log_odds_.push_back(
            static_cast<float>(std::log((seen[power] + kChancePairs * chance) / ((pairs + kChancePairs) * chance))));
    }
}

float ArrivalGaps::log_odds(double gap) const {
    if (log_odds_.empty()) return 0;
    // The middle of a power of two stands for it; between two middles lies a line.
    const double place =
        std::clamp(std::log2(std::max(gap, 1.0)) - 0.5, 0.0, static_cast<double>(log_odds_.size() - 1));
    const auto below = static_cast<std::size_t>(place);
    const auto above = std::min(below + 1, log_odds_.size() - 1);
    const auto part = static_cast<float>(place - static_cast<double>(below));
    return log_odds_[below] * (1 - part) + log_odds_[above] * part;
}

}  // namespace axray::story
