#include "story/stream/sparse_vector.hpp"

#include <algorithm>

namespace axray::story {
namespace {

// A vector this many times longer than the other is searched instead of walked.
constexpr std::size_t kSearchRatio = 16;

class Collector {
public:
    void add(std::uint32_t term, float product) {
        found_.by_class[term % kTermClasses] += product;
        ++found_.shared;
        if (product > found_.highest[0]) {
            found_.highest[1] = found_.highest[0];
            found_.highest[0] = product;
        } else if (product > found_.highest[1]) {
            found_.highest[1] = product;
        }
    }
    [[nodiscard]] Overlap take(std::uint64_t steps) {
        found_.steps = steps;
        return found_;
    }

private:
    Overlap found_;
};

Overlap search(const SparseVector& few, const SparseVector& many) {
    Collector found;
    auto from = many.terms.begin();
    for (std::size_t at = 0; at < few.size(); ++at) {
        from = std::lower_bound(from, many.terms.end(), few.terms[at]);
        if (from == many.terms.end()) break;
        if (*from != few.terms[at]) continue;
        const auto place = static_cast<std::size_t>(from - many.terms.begin());
        found.add(few.terms[at], few.weights[at] * many.weights[place]);
    }
    return found.take(few.size() * kSearchRatio);
}

}  // namespace

Overlap overlap(const SparseVector& one, const SparseVector& other) {
    const SparseVector& few = one.size() <= other.size() ? one : other;
    const SparseVector& many = one.size() <= other.size() ? other : one;
    if (few.size() * kSearchRatio < many.size()) return search(few, many);
    Collector found;
    std::size_t left = 0;
    std::size_t right = 0;
    while (left < few.size() && right < many.size()) {
        const auto a = few.terms[left];
        const auto b = many.terms[right];
        if (a == b) found.add(a, few.weights[left] * many.weights[right]);
        left += a <= b ? 1 : 0;
        right += b <= a ? 1 : 0;
    }
    return found.take(left + right);
}

SparseVector sum(const SparseVector& one, const SparseVector& other) {
    SparseVector both;
    both.terms.reserve(one.size() + other.size());
    both.weights.reserve(one.size() + other.size());
    std::size_t left = 0;
    std::size_t right = 0;
    while (left < one.size() || right < other.size()) {
        const bool takes_left = right == other.size() || (left < one.size() && one.terms[left] <= other.terms[right]);
        const bool takes_right = left == one.size() || (right < other.size() && other.terms[right] <= one.terms[left]);
        both.terms.push_back(takes_left ? one.terms[left] : other.terms[right]);
        float weight = 0;
        if (takes_left) weight += one.weights[left++];
        if (takes_right) weight += other.weights[right++];
        both.weights.push_back(weight);
    }
    return both;
}

std::array<float, kTermClasses> squares(const SparseVector& vector) {
    std::array<float, kTermClasses> sums{};
    for (std::size_t at = 0; at < vector.size(); ++at)
        sums[vector.terms[at] % kTermClasses] += vector.weights[at] * vector.weights[at];
    return sums;
}

}  // namespace axray::story
