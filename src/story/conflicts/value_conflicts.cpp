#include "story/conflicts/value_conflicts.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>
#include <string_view>

#include "judge/layer_members.hpp"
#include "language/syntax/sentence_models.hpp"
#include "language/words/lexicon.hpp"
#include "trace/align.hpp"

namespace axray::story {
namespace {

using judge::Difference;
using language::kNone;
using language::Quantity;
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

template <std::size_t Count>
bool is_one_of(std::uint64_t form, const std::array<std::string_view, Count>& words) {
    return std::any_of(words.begin(), words.end(),
                       [form](std::string_view word) { return language::hash_word(word) == form; });
}

// The innermost member of a layer that has one of these tokens.
template <class Layer>
const Layer* member_at(const std::vector<Layer>& layer, TokenSpan tokens) {
    const auto next = std::partition_point(layer.begin(), layer.end(),
                                           [tokens](const Layer& one) { return one.tokens.end <= tokens.begin; });
    return next != layer.end() && next->tokens.begin < tokens.end ? &*next : nullptr;
}

// The verb that a token goes with, else the head of its sentence.
std::uint32_t governor(const language::Tokens& tokens, std::uint32_t token) {
    constexpr int kSteps = 24;
    for (int step = 0; step < kSteps; ++step) {
        if (tokens.head[token] == kNone) return token;
        token = tokens.head[token];
        if (tokens.tag[token] == language::WordTag::verb) return token;
    }
    return token;
}

// One side of a difference.
struct Side {
    const Statement& statement;
    TokenSpan value;
    const Comparison& comparison;  // with the other side

    [[nodiscard]] const language::AnnotatedText& words() const { return statement.text->words; }
    [[nodiscard]] const language::Tokens& tokens() const { return statement.text->words.tokens; }
    [[nodiscard]] const language::Tokens& parsed() const { return statement.text->closely.tokens; }
};

bool is_parsed(const Side& side) { return side.parsed().parsed() && side.parsed().size() == side.tokens().size(); }

// Both values go with the same verb.
bool same_verb(const Side& one, const Side& other) {
    if (!is_parsed(one) || !is_parsed(other)) return false;
    const std::uint32_t mine = governor(one.parsed(), one.value.end - 1);
    const std::uint32_t theirs = governor(other.parsed(), other.value.end - 1);
    if (one.value.contains(mine) || other.value.contains(theirs)) return false;
    if (one.parsed().lemma[mine] == other.parsed().lemma[theirs]) return true;
    return one.comparison.tied_to(mine) == theirs || other.comparison.tied_to(theirs) == mine;
}

bool is_reporting(const Side& side) {
    const std::uint32_t verb = governor(side.parsed(), side.value.end - 1);
    return side.tokens().has(verb, language::kReportingCue);
}

// Within the words that name who says it.
bool names_speaker(const Side& side) {
    const auto all = side.statement.said;
    return std::any_of(all.begin(), all.end(), [&](const language::Attribution& one) {
        return one.speaker.contains(side.value.begin) || one.cue.contains(side.value.begin);
    });
}

bool is_of_speech(const Side& side, std::uint32_t token) {
    const auto all = side.statement.said;
    return std::any_of(all.begin(), all.end(), [&](const language::Attribution& one) {
        return one.speaker.contains(token) || one.cue.contains(token);
    });
}

// A name, number or date of the statement beside the value that the other side has not: another thing may be meant.
bool tells_more(const Side& side) {
    for (const trace::ClaimWord& word : side.statement.words.words) {
        if (side.value.contains(word.token) || side.comparison.tied_to(word.token) != kNone) continue;
        const auto& tokens = side.tokens();
        const bool value = tokens.mention[word.token] != kNone || tokens.quantity[word.token] != kNone ||
                           tokens.date[word.token] != kNone;
        if (value && !is_of_speech(side, word.token)) return true;
    }
    return false;
}

// "two of the", "14 others", "three more": a part of what is counted elsewhere.
bool is_a_part(const Side& side) {
    static constexpr auto kParts = std::to_array<std::string_view>(
        {"other", "others", "another", "more",   "additional", "further", "remaining", "of",
         "first", "last",   "next",    "latest", "every",      "each",    "per",       "top",
         "new",   "extra",  "out",     "rest",   "some",       "only",    "least",     "including",
         "most",  "up",     "than",    "nearly", "almost",     "about",   "around",    "many"});
    constexpr std::uint32_t kBefore = 2;
    constexpr std::uint32_t kBehind = 2;
    const auto& form = side.tokens().form;
    const std::uint32_t begin = side.value.begin - std::min(side.value.begin - side.statement.sentence.begin, kBefore);
    const std::uint32_t end = std::min(side.value.end + kBehind, side.statement.sentence.end);
    for (std::uint32_t token = begin; token < end; ++token) {
        if (is_one_of(form[token], kParts)) return true;
    }
    return false;
}

bool counts_the_same(const Side& one, const Quantity& mine, const Side& other, const Quantity& theirs) {
    if (mine.measure != 0 || theirs.measure != 0) return mine.measure == theirs.measure && mine.per == theirs.per;
    if (mine.unit != 0 && mine.unit == theirs.unit) return true;
    if (mine.unit_tokens.size() == 0 || theirs.unit_tokens.size() == 0) return false;
    const std::uint32_t tied = one.comparison.tied_to(mine.unit_tokens.end - 1);
    return tied != kNone && theirs.unit_tokens.contains(tied) && other.statement.states(tied);
}

// What is counted may grow from one day to the next; what is measured stays.
bool may_have_grown(const Side& one, const Side& other, const Quantity& quantity) {
    const base::Day mine = one.statement.text->published;
    const base::Day theirs = other.statement.text->published;
    return quantity.measure == 0 && mine.year != 0 && theirs.year != 0 && mine != theirs;
}

// "Ann Lee, 41, ": ages are compared by the persons that they belong to.
bool may_be_age(const Side& side) {
    static const std::uint64_t kComma = language::hash_word(",");
    return side.value.begin > side.statement.sentence.begin && side.tokens().form[side.value.begin - 1] == kComma;
}

std::uint64_t hash_of(double low, double high) {
    std::uint64_t one = 0;
    std::uint64_t other = 0;
    std::memcpy(&one, &low, sizeof one);
    std::memcpy(&other, &high, sizeof other);
    return one * 31 + other;
}

struct Values {
    std::uint64_t one = 0;
    std::uint64_t other = 0;
};

std::optional<Values> different_numbers(const Side& one, const Side& other) {
    const Quantity* mine = member_at(one.words().quantities, one.value);
    const Quantity* theirs = member_at(other.words().quantities, other.value);
    if (mine == nullptr || theirs == nullptr) return std::nullopt;
    const auto stated = [](const Quantity& quantity, const Side& side) {
        const bool one_word = quantity.low == 1 && quantity.high == 1 &&
                              side.tokens().kind[quantity.tokens.begin] == language::TokenKind::word;
        return quantity.kind != language::QuantityKind::ordinal &&
               quantity.comparator == language::Comparator::exactly && !one_word;
    };
    if (!stated(*mine, one) || !stated(*theirs, other) || may_be_age(one) || may_be_age(other)) return std::nullopt;
    if (mine->role != theirs->role) return std::nullopt;  // "by six metres" and "to six metres"
    if (judge::compatible(*mine, *theirs) || judge::compatible(*theirs, *mine)) return std::nullopt;
    if (!counts_the_same(one, *mine, other, *theirs) || may_have_grown(one, other, *mine)) return std::nullopt;
    if (is_a_part(one) || is_a_part(other) || tells_more(one) || tells_more(other)) return std::nullopt;
    return Values{hash_of(mine->low, mine->high), hash_of(theirs->low, theirs->high)};
}

std::optional<Values> different_dates(const Side& one, const Side& other) {
    const auto* mine = member_at(one.words().dates, one.value);
    const auto* theirs = member_at(other.words().dates, other.value);
    if (mine == nullptr || theirs == nullptr || mine->bound != language::DateBound::none ||
        theirs->bound != language::DateBound::none)
        return std::nullopt;
    if (is_reporting(one) || is_reporting(other) || tells_more(one) || tells_more(other)) return std::nullopt;
    const auto value = [](const language::Date& date) {
        return static_cast<std::uint64_t>(date.year * 10'000 + date.month * 100 + date.day);
    };
    return Values{value(*mine), value(*theirs)};
}

// "Ferguson, Missouri" anywhere in a report: the one lies in the other.
bool stand_together(const ReportText& text, const language::Mention& name, std::uint64_t other_key) {
    constexpr std::uint32_t kNear = 3;  // tokens between the two
    const auto& mentions = text.words.mentions;
    for (std::size_t i = 0; i < mentions.size(); ++i) {
        if (mentions[i].key != name.key) continue;
        for (const std::size_t beside : {i - 1, i + 1}) {
            if (beside >= mentions.size() || mentions[beside].key != other_key) continue;
            const auto& first = mentions[std::min(i, beside)].tokens;
            const auto& second = mentions[std::max(i, beside)].tokens;
            if (second.begin - first.end <= kNear) return true;
        }
    }
    return false;
}

// Some report has both in one name: "Fan" and "Lung" of "Fan Lung", "Ann" and "Lee".
bool are_parts_of_one(const StoryTexts& texts, const Side& one, const Side& other) {
    const auto& tokens = one.tokens();
    const auto& other_tokens = other.tokens();
    const std::uint64_t mine = tokens.form[one.value.end - 1];
    const std::uint64_t theirs = other_tokens.form[other.value.end - 1];
    for (const ReportText& report : texts.reports()) {
        const auto& forms = report.words.tokens.form;
        for (const language::Mention& name : report.closely.mentions) {
            const auto begin = forms.begin() + name.tokens.begin;
            const auto end = forms.begin() + name.tokens.end;
            if (std::find(begin, end, mine) != end && std::find(begin, end, theirs) != end) return true;
        }
    }
    return false;
}

bool has_negation(const Side& side) {
    const auto& tokens = side.tokens();
    for (std::uint32_t token = side.statement.sentence.begin; token < side.statement.sentence.end; ++token) {
        if (tokens.has(token, language::kNegationCue)) return true;
    }
    return false;
}

struct NamesDiffer {
    Values values;
    ConflictKind kind = ConflictKind::actor;
};

std::optional<NamesDiffer> different_names(const Side& one, const Side& other) {
    const auto* mine = member_at(one.words().mentions, one.value);
    const auto* theirs = member_at(other.words().mentions, other.value);
    if (mine == nullptr || theirs == nullptr || names_speaker(one) || names_speaker(other)) return std::nullopt;
    for (const ReportText* text : {one.statement.text, other.statement.text}) {
        if (stand_together(*text, *mine, theirs->key) || stand_together(*text, *theirs, mine->key)) return std::nullopt;
    }
    const auto relation = [](const Side& side) {
        return language::relation_name(side.parsed().relation[side.value.end - 1]);
    };
    if (!is_parsed(one) || !is_parsed(other) || relation(one) != relation(other)) return std::nullopt;
    if (is_reporting(one) || is_reporting(other) || tells_more(one) || tells_more(other)) return std::nullopt;
    const bool place = mine->type == language::NameType::place && theirs->type == language::NameType::place;
    return NamesDiffer{{mine->key, theirs->key}, place ? ConflictKind::place : ConflictKind::actor};
}

// Said by somebody who denies it, or not for good: "has not yet".
bool may_change(const Side& side) {
    static constexpr auto kNotYet =
        std::to_array<std::string_view>({"yet", "still", "until", "longer", "whether", "if", "would", "could", "might",
                                         "may", "will", "unless", "should", "ever", "but", "only", "just"});
    const auto& tokens = side.tokens();
    for (const TokenSpan range : side.statement.stated) {
        for (std::uint32_t token = range.begin; token < range.end; ++token) {
            if (is_one_of(tokens.form[token], kNotYet)) return true;
        }
    }
    const auto all = side.statement.said;
    return std::any_of(all.begin(), all.end(), [&](const language::Attribution& one) {
        const bool turns = one.stance == language::Stance::denies || one.stance == language::Stance::doubts;
        return turns && one.cue.size() > 0 && side.statement.sentence.contains(one.cue.begin);
    });
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
            if (!different || !same_verb(mine, other)) return;
            values = *different;
        } else if (*kind == ConflictKind::actor) {
            const auto different = difference.certain ? different_names(mine, other) : std::nullopt;
            if (!different || !same_verb(mine, other) || are_parts_of_one(texts_, mine, other)) return;
            values = different->values;
            kind = different->kind;
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

    // A number with what it counts, where that stands right behind it.
    [[nodiscard]] static TokenSpan shown(const Side& side, ConflictKind kind) {
        constexpr std::uint32_t kMostWords = 4;
        const Quantity* number =
            kind == ConflictKind::number ? member_at(side.words().quantities, side.value) : nullptr;
        if (number == nullptr) return side.value;
        const TokenSpan unit = number->unit_tokens;
        const bool behind = unit.size() > 0 && unit.size() <= kMostWords && unit.begin == number->tokens.end;
        return {number->tokens.begin, behind ? unit.end : number->tokens.end};
    }

    const StoryTexts& texts_;
    const Statement& one_;
    const Statement& other_;
    const Comparison forth_;
    const Comparison back_;
    const Analyst& analyst_;
};

// By the forms of words alone, which is quick: most pairs end here.
bool share_enough(const StoryTexts& texts, const Statement& one, const Statement& other, const Analyst& analyst) {
    constexpr float kByForms = 0.3F;
    const auto covers = [&](const Statement& mine, const Statement& theirs) {
        return trace::align(mine.words, texts.index(), theirs.sentence_number, trace::AlignmentDepth::surface,
                            analyst.judging.relations)
                   .coverage >= kByForms;
    };
    return covers(one, other) && covers(other, one);
}

}  // namespace

std::vector<FoundConflict> find_value_conflicts(const StoryTexts& texts, std::span<const Statement> statements,
                                                std::span<const StatementPair> pairs, const Analyst& analyst) {
    std::vector<FoundConflict> found;
    for (const auto& [one, other] : pairs) {
        if (!share_enough(texts, statements[one], statements[other], analyst)) continue;
        PairComparer(texts, statements[one], statements[other], analyst).compare(found);
    }
    return found;
}

}  // namespace axray::story
