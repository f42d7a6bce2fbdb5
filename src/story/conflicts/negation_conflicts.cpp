#include "story/conflicts/negation_conflicts.hpp"

#include <algorithm>

#include "language/syntax/sentence_models.hpp"
#include "language/words/lexicon.hpp"

namespace axray::story {
namespace {

using language::Tokens;
using language::TokenSpan;
using language::WordTag;

constexpr float kOfNegated = 0.8F;  // of what the negated clause says
constexpr float kOfAsserted = 0.55F;
constexpr double kProbability = 0.7;

// What is said to be so, not what somebody should do or could do, or under which condition.
bool is_plainly_stated(const Statement& statement, std::uint32_t predicate) {
    const Tokens& tokens = statement.text->closely.tokens;
    const bool main = tokens.head[predicate] == language::kNone || is_relation(tokens, predicate, "ccomp") ||
                      is_relation(tokens, predicate, "conj") || is_relation(tokens, predicate, "parataxis");
    if (!main) return false;
    static const std::uint64_t kThat = language::hash_word("that");
    for (std::uint32_t token = statement.sentence.begin; token < statement.sentence.end; ++token) {
        if (tokens.head[token] != predicate) continue;
        if (is_relation(tokens, token, "mark") && tokens.form[token] != kThat) return false;
        if (language::fine_tag_name(tokens.fine_tag[token]) == "MD") return false;
    }
    return true;
}

// Verbs, and what stands for one behind "is".
std::vector<std::uint32_t> predicates_of(const Statement& statement) {
    const Tokens& tokens = statement.text->closely.tokens;
    std::vector<std::uint32_t> predicates;
    for (const TokenSpan range : statement.stated) {
        for (std::uint32_t token = range.begin; token < range.end; ++token) {
            const bool verb = tokens.tag[token] == WordTag::verb || tokens.tag[token] == WordTag::adjective;
            if (verb && tokens.is_content(token) && is_plainly_stated(statement, token)) predicates.push_back(token);
        }
    }
    return predicates;
}

// Both are said of the same.
bool share_subject(const StatementsCompared& pair, const ClauseComparison& clauses, std::uint32_t one,
                   std::uint32_t other) {
    const auto subjects = [](const Statement& statement, std::uint32_t predicate) {
        const Tokens& tokens = statement.text->closely.tokens;
        auto found = arguments_of(tokens, statement.sentence, predicate);
        std::erase_if(found, [&](const Argument& argument) { return !is_relation(tokens, argument.head, "nsubj"); });
        return found;
    };
    const auto theirs = subjects(pair.other, other);
    for (const Argument& mine : subjects(pair.one, one)) {
        for (const Argument& rival : theirs) {
            if (mine.part == rival.part && clauses.tied(mine.head, rival.head)) return true;
        }
    }
    return false;
}

// The words from the first one of "was not present" to the last.
TokenSpan shown_of(const Statement& statement, std::uint32_t predicate) {
    const Tokens& tokens = statement.text->closely.tokens;
    TokenSpan shown{predicate, predicate + 1};
    while (shown.begin > statement.sentence.begin && tokens.head[shown.begin - 1] == predicate &&
           (is_relation(tokens, shown.begin - 1, "aux") || is_relation(tokens, shown.begin - 1, "cop") ||
            tokens.has(shown.begin - 1, language::kNegationCue))) {
        --shown.begin;
    }
    return shown;
}

}  // namespace

void find_negation_conflicts(const StatementsCompared& pair, std::vector<FoundConflict>& found) {
    const Tokens& mine = pair.one.text->closely.tokens;
    const Tokens& theirs = pair.other.text->closely.tokens;
    const ClauseComparison clauses(pair);
    const auto others = predicates_of(pair.other);
    for (const std::uint32_t one : predicates_of(pair.one)) {
        const bool negated = is_negated(pair.one.text->words.tokens, mine, pair.one.sentence, one);
        for (const std::uint32_t other : others) {
            if (!clauses.same_word(one, other) || mine.tag[one] != theirs.tag[other]) continue;
            if (negated == is_negated(pair.other.text->words.tokens, theirs, pair.other.sentence, other)) continue;
            const Clause clause{{one, one + 1}, {one, one, {}}};
            const Clause rival{{other, other + 1}, {other, other, {}}};
            const auto arguments = clauses.compare_arguments(clause, rival);
            if (arguments.exclude || !share_subject(pair, clauses, one, other)) continue;
            const Side side{pair.one, clause.shown, pair.forth};
            const Side opposite{pair.other, rival.shown, pair.back};
            if (may_change(side) || may_change(opposite) || (has_negation(side) && has_negation(opposite))) continue;
            if (ClauseComparison::tells_apart(side, clause, pair.other_context) ||
                ClauseComparison::tells_apart(opposite, rival, pair.one_context)) {
                continue;
            }
            const float agreed = ClauseComparison::agreement(side, clause, pair.other_context);
            const float back = ClauseComparison::agreement(opposite, rival, pair.one_context);
            if (std::min(agreed, back) < kOfAsserted || (negated ? agreed : back) < kOfNegated) continue;
            found.push_back({ConflictKind::negation,
                             pair.one.side(shown_of(pair.one, one)),
                             pair.other.side(shown_of(pair.other, other)),
                             1,
                             2,
                             kProbability,
                             {}});
        }
    }
}

}  // namespace axray::story
