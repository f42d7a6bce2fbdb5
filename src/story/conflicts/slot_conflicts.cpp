#include "story/conflicts/slot_conflicts.hpp"

#include <algorithm>
#include <optional>

#include "language/dates/comparison.hpp"
#include "language/quantities/compare.hpp"
#include "story/conflicts/value_rules.hpp"

namespace axray::story {
namespace {

using language::kNone;
using language::Mention;
using language::NameType;
using language::Tokens;
using language::TokenSpan;

constexpr float kLeastShared = 0.4F;         // of the statement that says less, by the other's own words
constexpr float kSparedByArguments = 0.15F;  // of the agreement needed where predicate and an argument are the same
constexpr std::uint32_t kFarRelative = 6;    // tokens from a noun to the verb of its relative clause
constexpr float kNearlyTheSame = 0.85F;      // both ways: one text with another value

struct Value : Clause {
    ConflictKind kind = ConflictKind::number;
    TokenSpan tokens;  // `shown` is with what is counted
    const language::Quantity* number = nullptr;
    const Mention* name = nullptr;
    const language::Date* date = nullptr;
};

TokenSpan with_unit(const language::Quantity& number) {
    constexpr std::uint32_t kMostWords = 4;
    const TokenSpan unit = number.unit_tokens;
    const bool behind = unit.size() > 0 && unit.size() <= kMostWords && unit.begin == number.tokens.end;
    return {number.tokens.begin, behind ? unit.end : number.tokens.end};
}

template <class Layer, class Visit>
void visit_stated(const std::vector<Layer>& layer, const Statement& statement, const Visit& visit) {
    auto next = std::partition_point(layer.begin(), layer.end(),
                                     [&](const Layer& one) { return one.tokens.begin < statement.sentence.begin; });
    for (; next != layer.end() && next->tokens.begin < statement.sentence.end; ++next) {
        if (next->tokens.size() > 0 && statement.states(next->tokens)) visit(*next);
    }
}

// "the bodies of 21 people who drowned": what is counted is an argument of the relative clause too.
void add_relative_clauses(const Statement& statement, std::vector<Value>& values) {
    const Tokens& tokens = statement.text->closely.tokens;
    const std::size_t count = values.size();
    for (std::size_t number = 0; number < count; ++number) {
        if (values[number].kind != ConflictKind::number) continue;
        const std::uint32_t noun = values[number].path.top;
        const std::uint32_t end = std::min(statement.sentence.end, noun + kFarRelative);
        for (std::uint32_t token = noun + 1; token < end; ++token) {
            const bool clause = tokens.head[token] == noun && is_relation(tokens, token, "acl") &&
                                tokens.tag[token] == language::WordTag::verb;
            if (!clause) continue;
            Value again = values[number];
            again.path.between.clear();
            again.path.predicate = token;
            values.push_back(std::move(again));
            break;
        }
    }
}

std::vector<Value> values_of(const Statement& statement) {
    std::vector<Value> values;
    const Tokens& tokens = statement.text->closely.tokens;
    const auto add = [&](ConflictKind kind, TokenSpan own, TokenSpan shown) -> Value& {
        values.push_back({{shown, path_of(tokens, shown)}, kind, own});
        return values.back();
    };
    visit_stated(statement.text->words.quantities, statement, [&](const language::Quantity& one) {
        if (tokens.date[one.tokens.begin] == kNone) add(ConflictKind::number, one.tokens, with_unit(one)).number = &one;
    });
    visit_stated(statement.text->words.dates, statement, [&](const language::Date& one) {
        const bool point = one.type == language::DateType::date || one.type == language::DateType::time;
        if (point && one.is_calendar() && !one.opens_range) add(ConflictKind::date, one.tokens, one.tokens).date = &one;
    });
    visit_stated(statement.text->closely.mentions, statement, [&](const Mention& one) {
        const bool place = one.type == NameType::place;
        if (place || one.type == NameType::person || one.type == NameType::organisation) {
            add(place ? ConflictKind::place : ConflictKind::actor, one.tokens, one.tokens).name = &one;
        }
    });
    add_relative_clauses(statement, values);
    return values;
}

// By what is written: "Monday" of two reports is one day where one was copied from the other a week later.
bool says_same_day(const language::Date& one, const language::Date& other) {
    const auto agree = [](int left, int right) { return left == 0 || right == 0 || left == right; };
    const bool share = (one.weekday != 0 && one.weekday == other.weekday) || (one.day != 0 && one.day == other.day);
    return share && agree(one.year, other.year) && agree(one.month, other.month) && agree(one.day, other.day);
}

class SlotComparer {
public:
    explicit SlotComparer(const StatementsCompared& pair)
        : pair_(pair), clauses_(pair), mine_(pair.one.text->closely.tokens), theirs_(pair.other.text->closely.tokens) {}

    void compare(std::vector<FoundConflict>& found) const {
        const auto values = values_of(pair_.one);
        const auto others = values_of(pair_.other);
        for (const Value& value : values) {
            if (is_said(value, others)) continue;
            const Value* rival = nullptr;
            bool one_rival = true;
            for (const Value& other : others) {
                if (other.kind != value.kind || !same_slot(value, other)) continue;
                one_rival = one_rival && (rival == nullptr || rival->tokens == other.tokens);
                rival = &other;
            }
            const bool back = rival != nullptr && std::any_of(values.begin(), values.end(), [&](const Value& one) {
                                  return one.kind == rival->kind && says_same(one, *rival);
                              });
            if (rival != nullptr && one_rival && !back) judge(value, *rival, found);
        }
    }

private:
    [[nodiscard]] bool is_said(const Value& value, const std::vector<Value>& others) const {
        return std::any_of(others.begin(), others.end(),
                           [&](const Value& other) { return other.kind == value.kind && says_same(value, other); });
    }

    // The words of the one are among those of the other, or both say the same by their values.
    [[nodiscard]] bool says_same(const Value& value, const Value& other) const {
        if (value.number != nullptr) {
            const auto compared = language::compare(*value.number, *other.number);
            return compared != language::Comparison::contradictory && compared != language::Comparison::unrelated;
        }
        if (value.date != nullptr) {
            return says_same_day(*value.date, *other.date) ||
                   language::compare(*value.date, *other.date) != language::Comparison::contradictory;
        }
        if (value.name != nullptr) {
            if (trace::same_name(*value.name, *other.name) || trace::may_be_one(*value.name, *other.name)) return true;
            for (std::uint32_t mine = value.tokens.begin; mine < value.tokens.end; ++mine) {
                for (std::uint32_t theirs = other.tokens.begin; theirs < other.tokens.end; ++theirs) {
                    if (mine_.stem[mine] == theirs_.stem[theirs] || clauses_.same_entity(mine, theirs)) return true;
                }
            }
        }
        return false;
    }

    // Both hang on the same words, and on the same predicate.
    [[nodiscard]] bool same_slot(const Value& value, const Value& other) const {
        const auto& path = value.path;
        const auto& rival = other.path;
        if (value.kind != ConflictKind::number) {
            const Argument mine = as_argument(mine_, pair_.one.sentence, path.top);
            const Argument theirs = as_argument(theirs_, pair_.other.sentence, rival.top);
            if (mine.part != theirs.part) return false;
            if (value.kind != ConflictKind::date && mine.preposition != theirs.preposition) return false;
        }
        const bool mine_alone = path.predicate == path.top;
        if (mine_alone != (rival.predicate == rival.top)) return false;
        if (mine_alone) return value.kind == ConflictKind::number && share_subject(path.top, rival.top);
        if (path.between.empty() != rival.between.empty()) return false;
        const std::size_t steps = std::min(path.between.size(), rival.between.size());
        for (std::size_t step = 0; step < steps; ++step) {
            if (!clauses_.tied(path.between[step], rival.between[step])) return false;
        }
        return clauses_.tied(path.predicate, rival.predicate);
    }

    [[nodiscard]] bool share_subject(std::uint32_t mine, std::uint32_t theirs) const {
        for (const Argument& one : arguments_of(mine_, pair_.one.sentence, mine)) {
            for (const Argument& other : arguments_of(theirs_, pair_.other.sentence, theirs)) {
                if (one.part == Part::subject && other.part == Part::subject && clauses_.tied(one.head, other.head))
                    return true;
            }
        }
        return false;
    }

    // Words that say which of many is counted: "foreign workers", "houses in the village".
    [[nodiscard]] bool counts_part(const Side& side, const Value& value, const ContextWords& known) const {
        const Tokens& tokens = side.parsed();
        for (std::uint32_t token = side.statement.sentence.begin; token < side.statement.sentence.end; ++token) {
            const std::uint32_t head = tokens.head[token];
            if (head == kNone || !value.shown.contains(head) || side.value.contains(token)) continue;
            const bool modifies = is_relation(tokens, token, "amod") || is_relation(tokens, token, "compound") ||
                                  is_relation(tokens, token, "nmod");
            if (!modifies || !tokens.is_content(token) || side.comparison.tied_to(token) != kNone) continue;
            if (!std::binary_search(known.begin(), known.end(), tokens.stem[token])) return true;
        }
        return false;
    }

    [[nodiscard]] static float least(ConflictKind kind) {
        switch (kind) {
            case ConflictKind::number: return 0.6F;
            case ConflictKind::date: return 0.65F;
            case ConflictKind::place: return 0.7F;
            default: return 0.8F;
        }
    }

    // "a crowd of 18,400": what is counted stands before the number, and same_slot() has compared it.
    [[nodiscard]] static Unit slot_of(const Value& value, const Value& other) {
        const bool none = value.number->unit_tokens.size() == 0 && other.number->unit_tokens.size() == 0;
        const bool named = !value.path.between.empty() || value.path.predicate == value.path.top;
        return none && named ? Unit::same : Unit::to_compare;
    }

    // "The court convicted Lee" may be one of many of its convictions.
    [[nodiscard]] static bool says_enough(const Side& side) {
        constexpr std::ptrdiff_t kWords = 4;
        const auto& words = side.statement.words.words;
        return std::count_if(words.begin(), words.end(), [&](const trace::ClaimWord& word) {
                   return !side.value.contains(word.token) && side.comparison.tied_to(word.token) != kNone;
               }) >= kWords;
    }

    void judge(const Value& value, const Value& other, std::vector<FoundConflict>& found) const {
        const Side mine{pair_.one, value.tokens, pair_.forth};
        const Side theirs{pair_.other, other.tokens, pair_.back};
        const float shared = pair_.forth.agreement_on_matter_without(value.tokens);
        const float shared_back = pair_.back.agreement_on_matter_without(other.tokens);
        if (std::max(shared, shared_back) < kLeastShared) return;
        const float agreed = std::min(ClauseComparison::agreement(mine, value, pair_.other_context),
                                      ClauseComparison::agreement(theirs, other, pair_.one_context));
        const bool nearly_the_same = std::min(shared, shared_back) >= kNearlyTheSame;
        const auto arguments = clauses_.compare_arguments(value, other);
        if (arguments.exclude) return;
        const bool one_predicate = clauses_.same_word(value.path.predicate, other.path.predicate);
        const bool another = value.kind == ConflictKind::date || arguments.shared == 0;
        if (!one_predicate && another && !nearly_the_same) return;
        const bool surely_the_same = one_predicate && arguments.shared > 0 && !arguments.other_subject;
        const float needed = least(value.kind) - (surely_the_same ? kSparedByArguments : 0);
        if (agreed < needed) return;
        if (ClauseComparison::tells_apart(mine, value, pair_.other_context) ||
            ClauseComparison::tells_apart(theirs, other, pair_.one_context))
            return;
        auto kind = value.kind;
        std::optional<Values> values;
        if (kind == ConflictKind::number) {
            const bool part =
                counts_part(mine, value, pair_.other_context) || counts_part(theirs, other, pair_.one_context);
            if (!part) values = different_numbers(mine, theirs, slot_of(value, other));
        } else if (kind == ConflictKind::date) {
            values = different_dates(mine, theirs);
        } else if (says_enough(mine) && says_enough(theirs) &&
                   (nearly_the_same || (arguments.shared > 0 && !has_negation(mine) && !has_negation(theirs)))) {
            const bool apart = nearly_the_same || !either_knows_both(value, other);
            if (apart) values = different_names(pair_.texts, mine, *value.name, theirs, *other.name);
        }
        if (!values) return;
        const double probability = 0.5 + 0.45 * static_cast<double>((agreed - needed) / (1 - needed));
        found.push_back({kind,
                         pair_.one.side(value.shown),
                         pair_.other.side(other.shown),
                         values->one,
                         values->other,
                         std::min(probability, 0.95),
                         {}});
    }

    [[nodiscard]] static bool speaks_of(const ReportText& report, const Mention& name) {
        return std::any_of(report.closely.mentions.begin(), report.closely.mentions.end(),
                           [&](const Mention& one) { return one.key == name.key; });
    }

    // A report that speaks of both has two things in mind.
    [[nodiscard]] bool either_knows_both(const Value& value, const Value& other) const {
        return speaks_of(*pair_.one.text, *other.name) || speaks_of(*pair_.other.text, *value.name);
    }

    const StatementsCompared& pair_;
    const ClauseComparison clauses_;
    const Tokens& mine_;
    const Tokens& theirs_;
};

}  // namespace

void find_slot_conflicts(const StatementsCompared& pair, std::vector<FoundConflict>& found) {
    SlotComparer(pair).compare(found);
}

}  // namespace axray::story
