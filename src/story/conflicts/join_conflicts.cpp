#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "story/conflicts/explanations.hpp"
#include "story/conflicts/found_conflict.hpp"

namespace axray::story {
namespace {

bool same_mention(const ConflictSide& one, const ConflictSide& other) {
    return one.fact == other.fact && one.mention == other.mention;
}

void add_side(const ConflictSide& side, const ConflictSide& first, std::vector<ConflictSide>& others) {
    if (same_mention(side, first)) return;
    const bool there =
        std::any_of(others.begin(), others.end(), [&](const ConflictSide& other) { return same_mention(side, other); });
    if (!there) others.push_back(side);
}

bool has_fact(const ConflictSide& first, const std::vector<ConflictSide>& others, std::uint32_t fact) {
    return first.fact == fact ||
           std::any_of(others.begin(), others.end(), [fact](const ConflictSide& other) { return other.fact == fact; });
}

// Where one pair of values meets again in a conflict that is known already.
struct Known {
    std::uint64_t one_value = 0;
    std::size_t conflict = 0;
};

}  // namespace

std::vector<Conflict> join_conflicts(const StoryTexts& texts, const std::vector<Fact>& facts,
                                     std::vector<FoundConflict> found) {
    std::stable_sort(found.begin(), found.end(), [](const FoundConflict& left, const FoundConflict& right) {
        return left.probability > right.probability;
    });
    using Key = std::tuple<ConflictKind, std::uint64_t, std::uint64_t>;
    std::map<Key, std::vector<Known>> by_values;
    std::vector<Conflict> conflicts;
    std::vector<std::string> speakers;
    for (const FoundConflict& one : found) {
        const auto [low, high] = std::minmax(one.one_value, one.other_value);
        auto& same_values = by_values[Key{one.kind, low, high}];
        const auto known = std::find_if(same_values.begin(), same_values.end(), [&](const Known& other) {
            const Conflict& conflict = conflicts[other.conflict];
            const bool turned = other.one_value != one.one_value;
            const auto& mine = turned ? one.other : one.one;
            const auto& theirs = turned ? one.one : one.other;
            // One speaker's words are the same matter wherever they stand.
            return one.kind == ConflictKind::quote_wording || has_fact(conflict.one, conflict.with_one, mine.fact) ||
                   has_fact(conflict.other, conflict.with_other, theirs.fact);
        });
        if (known == same_values.end()) {
            same_values.push_back({one.one_value, conflicts.size()});
            conflicts.push_back({one.kind, one.one, one.other, {}, {}, {}, one.probability});
            speakers.push_back(one.speaker);
            continue;
        }
        Conflict& conflict = conflicts[known->conflict];
        const bool turned = known->one_value != one.one_value;
        add_side(turned ? one.other : one.one, conflict.one, conflict.with_one);
        add_side(turned ? one.one : one.other, conflict.other, conflict.with_other);
    }
    for (std::size_t i = 0; i < conflicts.size(); ++i) {
        conflicts[i].explanation = explain(texts, facts, conflicts[i], speakers[i]);
    }
    return conflicts;
}

}  // namespace axray::story
