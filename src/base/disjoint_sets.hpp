// Sets of numbers that are joined one pair after another (pairs -> which numbers belong together).
//
// The least number of a set stands for it, so that the result does not depend on the order of the joins. Source:
// union-find with path halving, Tarjan and van Leeuwen 1984.
#pragma once

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <vector>

namespace axray::base {

class DisjointSets {
public:
    // Each of 0 .. count - 1 is a set of its own.
    explicit DisjointSets(std::size_t count) : parent_(count) { std::iota(parent_.begin(), parent_.end(), 0U); }

    // The least number of the set.
    [[nodiscard]] std::uint32_t find(std::uint32_t one) {
        while (parent_[one] != one) one = parent_[one] = parent_[parent_[one]];
        return one;
    }
    void join(std::uint32_t one, std::uint32_t other) {
        one = find(one);
        other = find(other);
        parent_[std::max(one, other)] = std::min(one, other);
    }

    // One number a member: the sets numbered from 0 in the order of their least members.
    [[nodiscard]] std::vector<std::uint32_t> numbered() {
        std::vector<std::uint32_t> numbers(parent_.size());
        std::uint32_t next = 0;
        for (std::uint32_t one = 0; one < parent_.size(); ++one) {
            const auto least = find(one);
            numbers[one] = least == one ? next++ : numbers[least];
        }
        return numbers;
    }

private:
    std::vector<std::uint32_t> parent_;
};

}  // namespace axray::base
