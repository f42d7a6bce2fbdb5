#include "story/conflicts/value_conflicts.hpp"

#include <algorithm>
#include <optional>

#include "story/conflicts/altered_names.hpp"
#include "story/conflicts/negation_conflicts.hpp"
#include "story/conflicts/slot_conflicts.hpp"
#include "story/conflicts/value_rules.hpp"
#include "trace/align.hpp"

namespace axray::story {
namespace {

using judge::Difference;
using language::TokenSpan;

constexpr float kWorthComparing = 0.35F;  // agreement both ways, values included

// Agreement of the rest, both ways, that each kind of conflict needs.
float least_agreement(ConflictKind kind) {
    switch (kind) {
        case ConflictKind::number: return 0.6F;
        case ConflictKind::date: return 0.65F;
        case ConflictKind::role: return 0.75F;
        case ConflictKind::negation: return 0.75F;
        default: return 0.8F;
    }
}

std::optional<ConflictKind> kind_of(FlagKind kind) {
    switch (kind) {
        case FlagKind::number_differs: return ConflictKind::number;
        case FlagKind::date_differs: return ConflictKind::date;
        case FlagKind::name_differs: return ConflictKind::actor;
        case FlagKind::role_swapped: return ConflictKind::role;
        case FlagKind::negated: return ConflictKind::negation;
        default: return std::nullopt;
    }
}

bool parsed(const Statement& one) {
    const auto& tokens = one.text->closely.tokens;
    return tokens.parsed() && tokens.size() == one.text->words.tokens.size();
}

class PairComparer {
public:
    PairComparer(const StoryTexts& texts, const Statement& one, const Statement& other, const Analyst& analyst)
        : texts_(texts),
          one_(one),
          other_(other),
          forth_(one, other, texts.index(), analyst.judging.relations),
          back_(other, one, texts.index(), analyst.judging.relations),
          analyst_(analyst) {}

    void compare_clauses(const ContextWords& one, const ContextWords& other, std::vector<FoundConflict>& found) const {
        if (!parsed(one_) || !parsed(other_)) return;
        const StatementsCompared pair{texts_, one_, other_, forth_, back_, one, other, analyst_.judging.relations};
        find_altered_names(pair, found);
        find_slot_conflicts(pair, found);
        find_negation_conflicts(pair, found);
    }

    void compare(std::vector<FoundConflict>& found) const {
        if (forth_.agreement_without({}) < kWorthComparing || back_.agreement_without({}) < kWorthComparing) return;
        const auto& relations = analyst_.judging.relations;
        const auto mine = judge::find_differences(forth_.traced(), texts_.index(), relations);
        if (mine.empty()) return;
        const auto theirs = judge::find_differences(back_.traced(), texts_.index(), relations);
        for (const Difference& difference : mine) {
            const bool both = std::any_of(theirs.begin(), theirs.end(),
                                          [&](const Difference& reverse) { return is_reverse(difference, reverse); });
            if (both) add(difference, found);
        }
    }

private:
    [[nodiscard]] TokenSpan local(judge::PositionSpan positions, const Statement& statement) const {
        const std::uint32_t first = texts_.index().first_token(statement.report);
        return {positions.begin - first, positions.end - first};
    }

    [[nodiscard]] bool is_reverse(const Difference& one, const Difference& other) const {
        if (one.kind != other.kind || one.claim.size() == 0 || other.claim.size() == 0) return false;
        const TokenSpan theirs = local(one.source, other_);
        const TokenSpan mine = local(other.source, one_);
        const auto meet = [](TokenSpan left, TokenSpan right) {
            return left.begin < right.end && right.begin < left.end;
        };
        return meet(theirs, other.claim) && meet(mine, one.claim) && (one.certain == other.certain);
    }

    void add(const Difference& difference, std::vector<FoundConflict>& found) const {
        auto kind = kind_of(difference.kind);
        const TokenSpan theirs = local(difference.source, other_);
        if (!kind || !one_.states(difference.claim) || !other_.states(theirs)) return;
        const Side mine{one_, difference.claim, forth_};
        const Side other{other_, theirs, back_};
        const bool of_value = *kind == ConflictKind::number || *kind == ConflictKind::date;
        const float agreement =
            of_value ? std::min(forth_.agreement_on_matter_without(difference.claim),
                                back_.agreement_on_matter_without(theirs))
                     : std::min(forth_.agreement_without(difference.claim), back_.agreement_without(theirs));
        if (agreement < least_agreement(*kind)) return;
        Values values{1, 2};
        if (*kind == ConflictKind::number || *kind == ConflictKind::date) {
            const auto different =
                *kind == ConflictKind::number ? different_numbers(mine, other) : different_dates(mine, other);
            if (!different || !same_verb(mine, other) || tells_more(mine) || tells_more(other)) return;
            values = *different;
        } else if (*kind == ConflictKind::actor) {
            const auto* name = member_at(mine.words().mentions, mine.value);
            const auto* rival = member_at(other.words().mentions, other.value);
            if (!difference.certain || name == nullptr || rival == nullptr) return;
            const auto different = different_names(texts_, mine, *name, other, *rival);
            if (!different || !same_verb(mine, other) || tells_more(mine) || tells_more(other)) return;
            values = *different;
            if (name->type == language::NameType::place) kind = ConflictKind::place;
        } else if (may_change(mine) || may_change(other) || tells_more(mine) || tells_more(other)) {
            return;
        } else if (*kind == ConflictKind::negation && has_negation(mine) && has_negation(other)) {
            return;
        }
        found.push_back({*kind,
                         one_.side(difference.claim),
                         other_.side(theirs),
                         values.one,
                         values.other,
                         0.5 + 0.45 * static_cast<double>(agreement - least_agreement(*kind)) /
                                   static_cast<double>(1 - least_agreement(*kind)),
                         {}});
    }

    const StoryTexts& texts_;
    const Statement& one_;
    const Statement& other_;
    const Comparison forth_;
    const Comparison back_;
    const Analyst& analyst_;
};

// By the forms of words alone, which is quick: most pairs end here. One statement may say much more than the other.
bool share_enough(const StoryTexts& texts, const Statement& one, const Statement& other, const Analyst& analyst) {
    constexpr float kByForms = 0.3F;
    constexpr float kOfTheLonger = 0.1F;
    const auto covered = [&](const Statement& mine, const Statement& theirs) {
        return trace::align(mine.words, texts.index(), theirs.sentence_number, trace::AlignmentDepth::surface,
                            analyst.judging.relations)
            .coverage;
    };
    const float forth = covered(one, other);
    if (forth < kOfTheLonger) return false;
    const float back = covered(other, one);
    return back >= kOfTheLonger && std::max(forth, back) >= kByForms;
}

}  // namespace

std::vector<FoundConflict> find_value_conflicts(const StoryTexts& texts, std::span<const Statement> statements,
                                                std::span<const StatementPair> pairs, const Analyst& analyst) {
    std::vector<FoundConflict> found;
    std::vector<ContextWords> contexts;
    contexts.reserve(statements.size());
    for (const Statement& statement : statements) contexts.push_back(context_of(statement));
    for (const auto& [one, other] : pairs) {
        if (!share_enough(texts, statements[one], statements[other], analyst)) continue;
        const PairComparer comparer(texts, statements[one], statements[other], analyst);
        comparer.compare(found);
        comparer.compare_clauses(contexts[one], contexts[other], found);
    }
    return found;
}

}  // namespace axray::story
