#include "story/conflicts/conflicts.hpp"

#include <algorithm>

#include "story/conflicts/ages.hpp"
#include "story/conflicts/denials.hpp"
#include "story/conflicts/found_conflict.hpp"
#include "story/conflicts/quote_wording.hpp"
#include "story/conflicts/statements.hpp"
#include "story/conflicts/value_conflicts.hpp"

namespace axray::story {
namespace {

constexpr double kLeastProbability = 0.5;

void add_flag(FactFlag flag, std::uint32_t fact, std::vector<Fact>& facts) {
    if (fact >= facts.size()) return;
    auto& flags = facts[fact].flags;
    if (std::find(flags.begin(), flags.end(), flag) == flags.end()) flags.push_back(flag);
}

}  // namespace

std::vector<Conflict> find_conflicts(const StoryTexts& texts, const std::vector<Fact>& facts, const Analyst& analyst) {
    const auto statements = collect_statements(texts, facts, analyst.judge.word_weights());
    std::vector<FoundConflict> found = find_quote_conflicts(texts, statements);
    const auto& entities = texts.entities();
    for (FoundConflict& one : find_age_conflicts(statements, entities)) found.push_back(std::move(one));
    const auto pairs = near_pairs(texts, facts, statements);
    for (FoundConflict& one : find_value_conflicts(texts, statements, pairs, analyst)) found.push_back(std::move(one));
    std::erase_if(found, [](const FoundConflict& one) { return one.probability < kLeastProbability; });
    auto conflicts = join_conflicts(texts, facts, std::move(found));
    for (Conflict& one : find_denials(texts, facts, statements, entities, analyst)) conflicts.push_back(std::move(one));
    std::erase_if(conflicts, [](const Conflict& one) { return one.probability < kLeastProbability; });
    std::stable_sort(conflicts.begin(), conflicts.end(),
                     [](const Conflict& left, const Conflict& right) { return left.probability > right.probability; });
    return conflicts;
}

void mark_conflicts(const std::vector<Conflict>& conflicts, std::vector<Fact>& facts) {
    for (const Conflict& conflict : conflicts) {
        if (conflict.kind == ConflictKind::denial) {
            add_flag(FactFlag::disputed, conflict.one.fact, facts);
            for (const ConflictSide& side : conflict.with_one) add_flag(FactFlag::disputed, side.fact, facts);
            continue;
        }
        add_flag(FactFlag::conflicting, conflict.one.fact, facts);
        add_flag(FactFlag::conflicting, conflict.other.fact, facts);
        for (const auto* sides : {&conflict.with_one, &conflict.with_other}) {
            for (const ConflictSide& side : *sides) add_flag(FactFlag::conflicting, side.fact, facts);
        }
    }
}

}  // namespace axray::story
