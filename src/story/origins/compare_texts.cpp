#include "story/origins/compare_texts.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>
#include <limits>

#include "story/origins/fingerprints.hpp"

namespace axray::story {
namespace {

constexpr std::uint32_t kSeed = 4;           // words of a run that is looked for
constexpr std::uint32_t kMostPlaces = 4;     // of a run in the second text
constexpr std::uint32_t kWidestGap = 10;     // words on either side between two runs of a passage
constexpr std::uint32_t kFurthestBack = 24;  // runs that are tried as the one before
constexpr double kGapCost = 0.2;             // equal words that a word between two runs costs
constexpr std::uint32_t kLongRun = 8;        // words: a run that cannot be chance
constexpr std::uint32_t kLongChain = 12;     // equal words of a passage without such a run
constexpr double kDenseChain = 0.5;          // share of equal words in such a passage
constexpr std::uint32_t kReplacedWords = 4;  // on either side of a place that counts as the same with other words
constexpr std::uint32_t kShortestPart = 4;   // words of a part between prose and quotation that counts
constexpr std::uint32_t kShortestShown = 8;  // of prose that is worth showing
constexpr std::uint32_t kLongestName = 16;   // words: more than these are no name with its titles
constexpr double kMostlyCapitals = 0.7;      // of the longer words of a name with its titles
constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

// A run of equal words.
struct Run {
    std::uint32_t first = 0;
    std::uint32_t second = 0;
    std::uint32_t length = 0;

    [[nodiscard]] std::uint32_t first_end() const { return first + length; }
    [[nodiscard]] std::uint32_t second_end() const { return second + length; }
};

// Where the runs of kSeed words of a text stand, the first few places of each.
class SeedTable {
public:
    explicit SeedTable(const std::vector<std::uint64_t>& hashes) : hashes_(hashes) {
        places_.resize(std::bit_ceil(hashes.size() * 2 + 1), kNone);
        next_.resize(hashes.size(), kNone);
        const std::size_t mask = places_.size() - 1;
        // From the end, so that the first places come first.
        for (std::size_t back = hashes.size(); back > 0; --back) {
            const std::size_t at = back - 1;
            std::size_t slot = hashes[at] & mask;
            while (places_[slot] != kNone && hashes[places_[slot]] != hashes[at]) slot = (slot + 1) & mask;
            next_[at] = places_[slot];
            places_[slot] = static_cast<std::uint32_t>(at);
        }
    }

    [[nodiscard]] std::uint32_t first_place(std::uint64_t hash) const {
        const std::size_t mask = places_.size() - 1;
        for (std::size_t slot = hash & mask; places_[slot] != kNone; slot = (slot + 1) & mask) {
            if (hashes_[places_[slot]] == hash) return places_[slot];
        }
        return kNone;
    }
    [[nodiscard]] std::uint32_t next_place(std::uint32_t place) const { return next_[place]; }

private:
    const std::vector<std::uint64_t>& hashes_;
    std::vector<std::uint32_t> places_;
    std::vector<std::uint32_t> next_;
};

// Seeds of one diagonal that touch are one run. In order of the first text.
std::vector<Run> join_seeds(std::vector<Run> seeds) {
    std::sort(seeds.begin(), seeds.end(), [](const Run& left, const Run& right) {
        const auto diagonal_left = static_cast<std::int64_t>(left.second) - left.first;
        const auto diagonal_right = static_cast<std::int64_t>(right.second) - right.first;
        return diagonal_left != diagonal_right ? diagonal_left < diagonal_right : left.first < right.first;
    });
    std::vector<Run> runs;
    for (const auto& seed : seeds) {
        if (!runs.empty()) {
            auto& last = runs.back();
            const bool same_diagonal = seed.second - seed.first == last.second - last.first;
            if (same_diagonal && seed.first >= last.first && seed.first <= last.first_end()) {
                last.length = seed.first + seed.length - last.first;
                continue;
            }
        }
        runs.push_back(seed);
    }
    std::sort(runs.begin(), runs.end(), [](const Run& left, const Run& right) {
        return left.first != right.first ? left.first < right.first : left.second < right.second;
    });
    return runs;
}

std::vector<Run> find_runs(const PlainWords& first, const PlainWords& second) {
    if (first.key == second.key) return {{0, 0, first.size()}};
    const auto hashes = hash_runs(first.key, kSeed);
    const auto other = hash_runs(second.key, kSeed);
    const SeedTable table(other);
    std::vector<Run> seeds;
    for (std::uint32_t at = 0; at < hashes.size(); ++at) {
        auto place = table.first_place(hashes[at]);
        for (std::uint32_t tried = 0; place != kNone && tried < kMostPlaces; ++tried) {
            seeds.push_back({at, place, kSeed});
            place = table.next_place(place);
        }
    }
    return join_seeds(std::move(seeds));
}

// The best chain that ends with a run.
struct ChainEnd {
    double score = 0;
    std::uint32_t before = kNone;  // the run before it
};

// What joining costs, in equal words; more than any gain where the two runs cannot follow each other.
double joining_cost(const Run& before, const Run& run) {
    constexpr double kNever = 1e9;
    if (run.first < before.first_end() || run.second < before.second_end()) {
        // Runs that overlap on one side, by a repeated word at a replaced place, lose the words of the overlap.
        const auto over = std::max(static_cast<std::int64_t>(before.first_end()) - run.first,
                                   static_cast<std::int64_t>(before.second_end()) - run.second);
        if (run.first <= before.first || run.second <= before.second || over >= kSeed || over >= run.length)
            return kNever;
        return static_cast<double>(over) + 1;
    }
    const auto gap_first = run.first - before.first_end();
    const auto gap_second = run.second - before.second_end();
    if (gap_first > kWidestGap || gap_second > kWidestGap) return kNever;
    return kGapCost * (gap_first + gap_second);
}

std::vector<ChainEnd> chain(const std::vector<Run>& runs) {
    std::vector<ChainEnd> ends(runs.size());
    for (std::uint32_t at = 0; at < runs.size(); ++at) {
        ends[at].score = runs[at].length;
        const auto least = at > kFurthestBack ? at - kFurthestBack : 0;
        for (auto before = at; before > least; --before) {
            const auto score = ends[before - 1].score + runs[at].length - joining_cost(runs[before - 1], runs[at]);
            if (score > ends[at].score) ends[at] = {score, before - 1};
        }
    }
    return ends;
}

class PassageFinder {
public:
    PassageFinder(const ComparedText& first, const ComparedText& second)
        : first_(first), second_(second), taken_first_(first.words.size(), 0), taken_second_(second.words.size(), 0) {}

    Comparison find() && {
        const auto runs = find_runs(first_.words, second_.words);
        const auto ends = chain(runs);
        std::vector<std::uint32_t> order(runs.size());
        for (std::uint32_t at = 0; at < order.size(); ++at) order[at] = at;
        std::stable_sort(order.begin(), order.end(),
                         [&](std::uint32_t left, std::uint32_t right) { return ends[left].score > ends[right].score; });
        std::vector<char> used(runs.size(), 0);
        for (const auto end : order) {
            std::vector<Run> links;
            for (auto at = end; at != kNone && used[at] == 0; at = ends[at].before) {
                used[at] = 1;
                links.push_back(runs[at]);
            }
            std::reverse(links.begin(), links.end());
            take(links);
        }
        count_own();
        std::sort(result_.passages.begin(), result_.passages.end(), [](const auto& left, const auto& right) {
            return left.first.begin != right.first.begin ? left.first.begin < right.first.begin
                                                         : left.second.begin < right.second.begin;
        });
        return std::move(result_);
    }

private:
    // Cuts off what other passages have taken, and keeps the links between free words if they make a passage.
    void take(const std::vector<Run>& links) {
        std::vector<Run> free;
        for (auto link : links) {
            if (!free.empty()) {
                const auto over =
                    std::max({static_cast<std::int64_t>(free.back().first_end()) - link.first,
                              static_cast<std::int64_t>(free.back().second_end()) - link.second, std::int64_t{0}});
                if (over >= link.length) continue;
                link.first += static_cast<std::uint32_t>(over);
                link.second += static_cast<std::uint32_t>(over);
                link.length -= static_cast<std::uint32_t>(over);
            }
            std::uint32_t begin = 0;
            for (std::uint32_t at = 0; at <= link.length; ++at) {
                const bool is_free =
                    at < link.length && taken_first_[link.first + at] == 0 && taken_second_[link.second + at] == 0;
                if (is_free) continue;
                if (at > begin) free.push_back({link.first + begin, link.second + begin, at - begin});
                begin = at + 1;
            }
        }
        keep_if_passage(free);
    }

    void keep_if_passage(const std::vector<Run>& links) {
        std::uint32_t longest = 0;
        std::uint32_t equal = 0;
        for (const auto& link : links) {
            longest = std::max(longest, link.length);
            equal += link.length;
        }
        if (links.empty()) return;
        const auto width =
            std::max(links.back().first_end() - links.front().first, links.back().second_end() - links.front().second);
        if (longest < kLongRun && (equal < kLongChain || equal < kDenseChain * width)) return;
        for (const auto& link : links) {
            std::fill_n(taken_first_.begin() + link.first, link.length, 1);
            std::fill_n(taken_second_.begin() + link.second, link.length, 1);
        }
        cut_by_use(links);
    }

    [[nodiscard]] WordUse use_of(std::uint32_t first, std::uint32_t second) const {
        const auto one = first_.uses[first];
        const auto other = second_.uses[second];
        if (one == WordUse::quotation || other == WordUse::quotation) return WordUse::quotation;
        return one == WordUse::template_ || other == WordUse::template_ ? WordUse::template_ : WordUse::prose;
    }

    // Parts of a passage with one use each; templates are left out.
    void cut_by_use(const std::vector<Run>& links) {
        SharedWords part;
        auto use = WordUse::template_;
        const auto close = [&] {
            if (use != WordUse::template_ && part.equal >= kShortestPart) keep(part);
            part = {};
        };
        for (const auto& link : links) {
            for (std::uint32_t at = 0; at < link.length; ++at) {
                const auto first = link.first + at;
                const auto second = link.second + at;
                const auto here = use_of(first, second);
                const bool gap_too_wide =
                    part.equal != 0 && (first - part.first.end > kWidestGap || second - part.second.end > kWidestGap);
                if (part.equal == 0 || here != use || gap_too_wide) {
                    close();
                    use = here;
                    part.first.begin = first;
                    part.second.begin = second;
                    part.kind = here == WordUse::quotation ? PassageKind::quotation : PassageKind::copied;
                } else if (use == WordUse::prose) {
                    count_replaced({part.first.end, first}, {part.second.end, second});
                }
                part.first.end = first + 1;
                part.second.end = second + 1;
                ++part.equal;
            }
        }
        close();
    }

    // "Ilka Torvane, Under Secretary of the Treasury for Fisheries": two reports that name one person copy nothing.
    [[nodiscard]] static bool is_name(const SharedWords& part, const ComparedText& text, WordRange range) {
        std::uint32_t longer = 0;
        std::uint32_t capitals = 0;
        for (auto at = range.begin; at < range.end; ++at) {
            const auto marks = text.words.marks[at];
            if ((marks & kLong) == 0) continue;
            ++longer;
            capitals += (marks & kCapital) != 0 ? 1 : 0;
        }
        return part.equal <= kLongestName && capitals >= kMostlyCapitals * longer;
    }
    [[nodiscard]] bool is_name(const SharedWords& part) const {
        return is_name(part, first_, part.first) || is_name(part, second_, part.second);
    }

    // Words that stand for each other between two equal runs are shared prose too, where they are few.
    void count_replaced(WordRange first, WordRange second) {
        if (first.size() > kReplacedWords || second.size() > kReplacedWords) return;
        replaced_first_ += prose_in(first_, first);
        replaced_second_ += prose_in(second_, second);
    }
    static std::uint32_t prose_in(const ComparedText& text, WordRange range) {
        const auto uses = text.uses.subspan(range.begin, range.size());
        return static_cast<std::uint32_t>(std::count(uses.begin(), uses.end(), WordUse::prose));
    }

    void keep(const SharedWords& part) {
        const bool quotation = part.kind == PassageKind::quotation;
        if (quotation || (part.equal >= kShortestShown && !is_name(part))) result_.passages.push_back(part);
        if (part.kind != PassageKind::copied) return;
        result_.shared_of_first += part.equal;
        result_.shared_of_second += part.equal;
    }

    void count_own() {
        result_.own_of_first = prose_in(first_, {0, first_.words.size()});
        result_.own_of_second = prose_in(second_, {0, second_.words.size()});
        result_.shared_of_first = std::min(result_.shared_of_first + replaced_first_, result_.own_of_first);
        result_.shared_of_second = std::min(result_.shared_of_second + replaced_second_, result_.own_of_second);
    }

    const ComparedText& first_;
    const ComparedText& second_;
    std::vector<char> taken_first_;
    std::vector<char> taken_second_;
    std::uint32_t replaced_first_ = 0;
    std::uint32_t replaced_second_ = 0;
    Comparison result_;
};

}  // namespace

Comparison compare_texts(const ComparedText& first, const ComparedText& second) {
    return PassageFinder(first, second).find();
}

double share_in_common_runs(const PlainWords& text, const PlainWords& other, std::uint32_t length) {
    auto theirs = hash_runs(other.key, length);
    std::sort(theirs.begin(), theirs.end());
    const auto own = hash_runs(text.key, length);
    std::uint32_t common = 0;
    std::uint32_t counted = 0;  // words before this one were looked at
    for (std::uint32_t at = 0; at < own.size(); ++at) {
        if (!std::binary_search(theirs.begin(), theirs.end(), own[at])) continue;
        common += at + length - std::max(counted, at);
        counted = at + length;
    }
    return text.size() == 0 ? 0 : static_cast<double>(common) / text.size();
}

double share_of_shorter(const Comparison& comparison) {
    const bool first = comparison.own_of_first <= comparison.own_of_second;
    const auto own = first ? comparison.own_of_first : comparison.own_of_second;
    const auto shared = first ? comparison.shared_of_first : comparison.shared_of_second;
    return own == 0 ? 0 : static_cast<double>(shared) / own;
}

}  // namespace axray::story
