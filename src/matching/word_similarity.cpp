#include "matching/word_similarity.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace axray::matching {
namespace {

constexpr std::size_t kMostLetters = 64;
constexpr std::size_t kLetters = 26;
constexpr std::size_t kMostSounds = 40;

struct Confusion {
    char first;
    char second;
    float cost;
};

// Letters of spellings (c for "ch", x for "sh", q for "ts") that transliterations exchange.
constexpr std::array<Confusion, 32> kConfusions = {{
    {'g', 'h', 0.4F}, {'g', 'k', 0.4F},  {'v', 'f', 0.4F},  {'v', 'u', 0.4F},  {'b', 'p', 0.5F}, {'d', 't', 0.5F},
    {'s', 'z', 0.4F}, {'z', 'd', 0.5F},  {'j', 'g', 0.5F},  {'j', 'i', 0.4F},  {'c', 'k', 0.5F}, {'c', 'j', 0.4F},
    {'c', 'q', 0.4F}, {'q', 's', 0.4F},  {'x', 's', 0.4F},  {'x', 'c', 0.5F},  {'h', 'k', 0.4F}, {'j', 'z', 0.4F},
    {'b', 'v', 0.5F}, {'q', 'k', 0.6F},  {'l', 'r', 0.6F},  {'m', 'n', 0.7F},  {'t', 's', 0.6F}, {'t', 'q', 0.5F},
    {'a', 'e', 0.3F}, {'a', 'o', 0.35F}, {'o', 'u', 0.25F}, {'e', 'i', 0.25F}, {'a', 'i', 0.5F}, {'e', 'o', 0.45F},
    {'i', 'u', 0.5F}, {'a', 'u', 0.45F},
}};

struct Costs {
    std::array<std::array<float, kLetters>, kLetters> exchange{};
    std::array<float, kLetters> insertion{};
};

constexpr Costs make_costs() {
    Costs costs;
    for (std::size_t first = 0; first < kLetters; ++first) {
        for (std::size_t second = 0; second < kLetters; ++second) {
            costs.exchange[first][second] = first == second ? 0.0F : 1.0F;
        }
        costs.insertion[first] = 1.0F;
    }
    for (const Confusion& one : kConfusions) {
        const auto first = static_cast<std::size_t>(one.first - 'a');
        const auto second = static_cast<std::size_t>(one.second - 'a');
        costs.exchange[first][second] = costs.exchange[second][first] = one.cost;
    }
    for (const char vowel : {'a', 'e', 'o', 'u'}) costs.insertion[static_cast<std::size_t>(vowel - 'a')] = 0.5F;
    costs.insertion['i' - 'a'] = 0.35F;
    costs.insertion['h' - 'a'] = 0.45F;
    return costs;
}

constexpr Costs kCosts = make_costs();
constexpr float kSwap = 0.9F;

// Digits have no place in the table: they differ or not.
float exchange_cost(char first, char second) {
    if (first == second) return 0;
    if (first < 'a' || second < 'a') return 1;
    return kCosts.exchange[static_cast<std::size_t>(first - 'a')][static_cast<std::size_t>(second - 'a')];
}

float insertion_cost(char letter) {
    return letter < 'a' ? 1 : kCosts.insertion[static_cast<std::size_t>(letter - 'a')];
}

}  // namespace

unsigned edit_distance(std::string_view first, std::string_view second) {
    first = first.substr(0, kMostLetters);
    second = second.substr(0, kMostLetters);
    if (first.empty() || second.empty()) return static_cast<unsigned>(std::max(first.size(), second.size()));
    std::array<std::uint64_t, 128> places{};
    for (std::size_t at = 0; at < first.size(); ++at) {
        places[static_cast<unsigned char>(first[at]) & 127U] |= std::uint64_t{1} << at;
    }
    const std::uint64_t last = std::uint64_t{1} << (first.size() - 1);
    std::uint64_t more = ~std::uint64_t{0};
    std::uint64_t less = 0;
    std::uint64_t diagonal = 0;
    std::uint64_t before = 0;
    auto distance = static_cast<unsigned>(first.size());
    for (const char letter : second) {
        const std::uint64_t here = places[static_cast<unsigned char>(letter) & 127U];
        const std::uint64_t swapped = (((~diagonal) & here) << 1U) & before;
        diagonal = (((here & more) + more) ^ more) | here | less | swapped;
        std::uint64_t up = less | ~(diagonal | more);
        std::uint64_t down = diagonal & more;
        if ((up & last) != 0) ++distance;
        if ((down & last) != 0) --distance;
        up = (up << 1U) | 1U;
        down <<= 1U;
        more = down | ~(diagonal | up);
        less = up & diagonal;
        before = here;
    }
    return distance;
}

float edit_similarity(std::string_view first, std::string_view second) {
    const std::size_t longer = std::min(std::max(first.size(), second.size()), kMostLetters);
    if (longer == 0) return 0;
    return 1 - static_cast<float>(edit_distance(first, second)) / static_cast<float>(longer);
}

float sound_similarity(std::string_view first, std::string_view second) {
    first = first.substr(0, kMostSounds);
    second = second.substr(0, kMostSounds);
    if (first.empty() || second.empty()) return 0;
    // Three rows: a swap looks two rows back.
    std::array<std::array<float, kMostSounds + 1>, 3> rows{};
    for (std::size_t at = 0; at < second.size(); ++at) rows[0][at + 1] = rows[0][at] + insertion_cost(second[at]);
    for (std::size_t row = 1; row <= first.size(); ++row) {
        auto& now = rows[row % 3];
        const auto& above = rows[(row + 2) % 3];
        const auto& two_above = rows[(row + 1) % 3];
        const char letter = first[row - 1];
        const float dropped = insertion_cost(letter);
        now[0] = above[0] + dropped;
        for (std::size_t at = 1; at <= second.size(); ++at) {
            const char other = second[at - 1];
            float least = std::min(above[at] + dropped, now[at - 1] + insertion_cost(other));
            least = std::min(least, above[at - 1] + exchange_cost(letter, other));
            if (row > 1 && at > 1 && letter == second[at - 2] && first[row - 2] == other) {
                least = std::min(least, two_above[at - 2] + kSwap);
            }
            now[at] = least;
        }
    }
    const float cost = rows[first.size() % 3][second.size()];
    return std::max(0.0F, 1 - cost / static_cast<float>(std::max(first.size(), second.size())));
}

}  // namespace axray::matching
