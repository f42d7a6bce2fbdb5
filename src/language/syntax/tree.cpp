#include "language/syntax/tree.hpp"

#include <limits>
#include <utility>

namespace axray::language {
namespace {

constexpr float kNever = -std::numeric_limits<float>::infinity();
// More than any difference of scores: an arc that loses this much is taken only where nothing else makes a tree.
constexpr float kBarred = 1e6F;

// Nodes 0 (the root) to words; score(head, node).
class Scores {
public:
    explicit Scores(std::size_t nodes) : nodes_(nodes), values_(nodes * nodes, kNever) {}
    [[nodiscard]] std::size_t nodes() const { return nodes_; }
    float& at(std::size_t head, std::size_t node) { return values_[node * nodes_ + head]; }
    [[nodiscard]] float at(std::size_t head, std::size_t node) const { return values_[node * nodes_ + head]; }

private:
    std::size_t nodes_;
    std::vector<float> values_;
};

using Heads = std::vector<std::uint32_t>;  // by node; that of the root is 0

Heads best_heads(const Scores& scores) {
    Heads heads(scores.nodes(), 0);
    for (std::size_t node = 1; node < scores.nodes(); ++node) {
        for (std::uint32_t head = 0; head < scores.nodes(); ++head) {
            if (head != node && scores.at(head, node) > scores.at(heads[node], node)) heads[node] = head;
        }
    }
    return heads;
}

// The nodes of a circle; empty when there is none.
std::vector<std::uint32_t> circle_in(const Heads& heads) {
    std::vector<std::uint32_t> seen_from(heads.size(), 0);
    for (std::uint32_t start = 1; start < heads.size(); ++start) {
        std::uint32_t node = start;
        while (node != 0 && seen_from[node] == 0) {
            seen_from[node] = start;
            node = heads[node];
        }
        if (node == 0 || seen_from[node] != start) continue;
        std::vector<std::uint32_t> circle;
        for (std::uint32_t at = node; circle.empty() || at != node; at = heads[at]) circle.push_back(at);
        return circle;
    }
    return {};
}

// A circle drawn together to one node, the last; what each arc into it or out of it was before.
struct Contraction {
    Scores scores;
    std::vector<std::uint32_t> kept;       // node of the contraction -> node before, without the circle
    std::vector<std::uint32_t> entered;    // by node before, as a head: the node of the circle that it would enter
    std::vector<std::uint32_t> left_from;  // by node before, as a dependent: the node of the circle that it hangs on
};

Contraction contract(const Scores& scores, const Heads& heads, const std::vector<std::uint32_t>& circle) {
    std::vector<bool> inside(scores.nodes(), false);
    for (const auto node : circle) inside[node] = true;
    Contraction made{Scores(scores.nodes() - circle.size() + 1), {}, Heads(scores.nodes()), Heads(scores.nodes())};
    for (std::uint32_t node = 0; node < scores.nodes(); ++node) {
        if (!inside[node]) made.kept.push_back(node);
    }
    const std::size_t whole = made.kept.size();
    for (std::size_t at = 0; at < whole; ++at) {
        const std::uint32_t node = made.kept[at];
        for (std::size_t other = 0; other < whole; ++other)
            made.scores.at(other, at) = scores.at(made.kept[other], node);
        for (const auto member : circle) {
            if (scores.at(member, node) > made.scores.at(whole, at)) {
                made.scores.at(whole, at) = scores.at(member, node);
                made.left_from[node] = member;
            }
            const float gain = scores.at(node, member) - scores.at(heads[member], member);
            if (gain > made.scores.at(at, whole)) {
                made.scores.at(at, whole) = gain;
                made.entered[node] = member;
            }
        }
    }
    return made;
}

Heads best_tree_of(const Scores& scores) {
    Heads heads = best_heads(scores);
    const auto circle = circle_in(heads);
    if (circle.empty()) return heads;
    const Contraction made = contract(scores, heads, circle);
    const Heads outer = best_tree_of(made.scores);
    const std::size_t whole = made.kept.size();
    for (std::size_t at = 1; at < whole; ++at) {
        const std::uint32_t node = made.kept[at];
        heads[node] = outer[at] == whole ? made.left_from[node] : made.kept[outer[at]];
    }
    const std::uint32_t from = made.kept[outer[whole]];
    heads[made.entered[from]] = from;
    return heads;
}

std::size_t count_roots(const Heads& heads) {
    std::size_t count = 0;
    for (std::size_t node = 1; node < heads.size(); ++node) count += heads[node] == 0 ? 1 : 0;
    return count;
}

// The word that gains most by hanging on the root instead of on the best other word.
std::size_t best_root(const Scores& scores) {
    std::size_t best = 1;
    float most = kNever;
    for (std::size_t node = 1; node < scores.nodes(); ++node) {
        float other = kNever;
        for (std::size_t head = 1; head < scores.nodes(); ++head) {
            if (head != node && scores.at(head, node) > other) other = scores.at(head, node);
        }
        if (const float gain = scores.at(0, node) - other; gain > most) {
            most = gain;
            best = node;
        }
    }
    return best;
}

}  // namespace

std::vector<std::uint32_t> best_tree(std::span<const float> given, std::size_t words, std::size_t stride) {
    if (words == 0) return {};
    Scores scores(words + 1);
    for (std::size_t node = 1; node <= words; ++node) {
        for (std::size_t head = 0; head <= words; ++head) {
            if (head != node) scores.at(head, node) = given[(node - 1) * stride + head];
        }
    }
    Heads heads = best_tree_of(scores);
    if (count_roots(heads) != 1) {
        const std::size_t root = best_root(scores);
        for (std::size_t node = 1; node <= words; ++node) {
            if (node != root) scores.at(0, node) -= kBarred;
        }
        heads = best_tree_of(scores);
    }
    heads.erase(heads.begin());
    return heads;
}

}  // namespace axray::language
