#include "language/certainty/polarity.hpp"

#include <algorithm>
#include <optional>

#include "language/syntax/sentence_models.hpp"
#include "language/words/lexicon.hpp"

namespace axray::language {
namespace {

bool is_comparison(const TokenView& view, std::uint32_t at) {
    const bool amount = view.reads(at, "fewer") || view.reads(at, "less") || view.reads(at, "more");
    return amount && view.reads(at + 1, "than");
}

bool negates(const TokenView& view, std::uint32_t at) {
    const std::uint32_t next = at + 1;
    if (view.is_form(at, hash_word("not"))) {
        const bool added = view.reads(next, "only") || view.reads(next, "just") || view.reads(next, "merely") ||
                           view.reads(next, "simply") || view.reads(next, "least");
        const bool whether = at > 0 && view.reads(at - 1, "or");
        return !added && !whether && !is_comparison(view, next);
    }
    if (view.reads(at, "no")) {
        return !view.reads(next, "doubt") && !view.reads(next, "matter") && !is_comparison(view, next) &&
               !view.is_number(next);
    }
    if (view.reads(at, "without")) return !view.reads(next, "doubt");
    if (view.reads(at, "fail") || view.reads(at, "fails") || view.reads(at, "failed") || view.reads(at, "failing")) {
        return view.reads(next, "to") || view.reads(next, "in");
    }
    if (view.reads(at, "decline") || view.reads(at, "declines") || view.reads(at, "declined") ||
        view.reads(at, "declining")) {
        return view.reads(next, "to") || view.reads(next, "comment");
    }
    return true;
}

struct CertaintyReading {
    Certainty certainty = Certainty::stated;
    std::uint32_t cue_end = 0;
    bool adjective = false;  // speaks of the noun behind it only
    bool noun = false;       // speaks of what stands behind it: "the chance that"
};

bool be_before(const TokenView& view, std::uint32_t at, std::uint32_t begin) {
    for (int left = 3; left > 0 && at > begin; --left) {
        --at;
        if (view.uses(at, kUseBe)) return true;
        if (!view.uses(at, kUseLight | kUseNegation | kUseAuxiliary)) return false;
    }
    return false;
}

// "alleged", "suspected" before a noun.
bool describes_noun(const TokenView& view, std::uint32_t at, std::uint32_t end) {
    const std::uint32_t next = at + 1;
    return next < end && view.is_wordlike(next) && !view.has(next, kFunctionWord) && !view.has(next, kVerbLike);
}

std::optional<CertaintyReading> alleged(const TokenView& view, std::uint32_t at, TokenSpan clause) {
    if (view.slice(at).ends_with("ly")) return CertaintyReading{Certainty::alleged, at + 1, false};
    if (be_before(view, at, clause.begin)) {
        const bool cue = !view.reads(at, "apparent");
        return cue ? std::optional(
                         CertaintyReading{Certainty::alleged, view.reads(at + 1, "to") ? at + 2 : at + 1, false})
                   : std::nullopt;
    }
    if (!view.has(at, kVerbLike) && describes_noun(view, at, clause.end))
        return CertaintyReading{Certainty::alleged, at + 1, true};
    return std::nullopt;
}

std::optional<CertaintyReading> probable(const TokenView& view, std::uint32_t at, TokenSpan clause) {
    const bool adverb = view.can_be(at, kAdverb) && !view.can_be(at, kPastForm);
    if (adverb || view.reads(at, "probable")) {
        const bool adjective = view.can_be(at, kBaseAdjective) && !be_before(view, at, clause.begin) &&
                               describes_noun(view, at, clause.end);
        return CertaintyReading{Certainty::probable, at + 1, adjective};
    }
    const bool to = view.reads(at + 1, "to");
    const bool appears = view.reads(at, "appears") || view.reads(at, "appear") || view.reads(at, "appeared") ||
                         view.reads(at, "seems") || view.reads(at, "seem") || view.reads(at, "seemed");
    if (appears) {
        if (!to && !view.reads(at + 1, "that") && !view.reads(at + 1, "likely")) return std::nullopt;
        return CertaintyReading{Certainty::probable, to ? at + 2 : at + 1, false};
    }
    if (!to && !be_before(view, at, clause.begin)) return std::nullopt;
    const Certainty certainty = view.reads(at, "expected") ? Certainty::future : Certainty::probable;
    return CertaintyReading{certainty, to ? at + 2 : at + 1, false};
}

std::optional<CertaintyReading> future(const TokenView& view, std::uint32_t at) {
    if (view.uses(at, kUseModal) || view.reads(at, "upcoming"))
        return CertaintyReading{Certainty::future, at + 1, view.reads(at, "upcoming")};
    if (!view.reads(at + 1, "to")) return std::nullopt;
    return CertaintyReading{Certainty::future, at + 2, false};
}

bool is_tagged_verb(const TokenView& view, std::uint32_t at) {
    return view.tokens.parsed() && view.tokens.tag[at] == WordTag::verb;
}

// "said taxes would rise"
bool future_in_the_past(const TokenView& view, std::uint32_t at) {
    const Tokens& tokens = view.tokens;
    if (!tokens.parsed() || !view.uses(at, kUseModal) || tokens.head[at] == kNone) return false;
    const std::uint32_t verb = tokens.head[at];
    const std::uint32_t speaking = tokens.head[verb];
    return speaking != kNone && speaking < at && relation_name(tokens.relation[verb]) == "ccomp" &&
           view.uses(speaking, kUseAssert | kUseReport);
}

std::optional<CertaintyReading> certainty_at(const TokenView& view, std::uint32_t at, TokenSpan clause) {
    if (!view.is_word(at) || view.tokens.date[at] != kNone || view.has(at, kNameToken)) return std::nullopt;
    const WordFacts& facts = view.facts[at];
    if (view.tokens.parsed() && facts.is(kUseModal) && view.tokens.tag[at] == WordTag::noun) return std::nullopt;
    if (facts.is(kUseAlleged)) return alleged(view, at, clause);
    if (facts.is(kUsePossible)) {
        const bool adjective =
            !facts.is(kUseModal) && view.can_be(at, kBaseAdjective) && describes_noun(view, at, clause.end);
        return CertaintyReading{Certainty::possible, at + 1, adjective};
    }
    if (facts.is(kUseProbable)) return probable(view, at, clause);
    if (facts.is(kUseFuture)) return future(view, at);
    if (facts.is(kUseConditional)) {
        if (view.reads(at, "provided") && !view.reads(at + 1, "that")) return std::nullopt;
        if (future_in_the_past(view, at)) return CertaintyReading{Certainty::future, at + 1, false};
        return CertaintyReading{Certainty::conditional, at + 1, false};
    }
    if (facts.is(kUseDeny) && (facts.is(kUseNegation) || view.tokens.parsed()) &&
        (view.has(at, kVerbLike) || view.can_be(at, kIngForm | kPastForm) || is_tagged_verb(view, at))) {
        return CertaintyReading{Certainty::denied, at + 1, false};
    }
    return std::nullopt;
}

// The noun group behind an adjective, at most twelve tokens.
TokenSpan noun_group(const TokenView& view, std::uint32_t begin, std::uint32_t end) {
    end = std::min(end, begin + 12);
    std::uint32_t at = begin;
    while (at < end && (view.sign(at) == Sign::hyphen ||
                        (view.is_wordlike(at) && !view.has(at, kFunctionWord) && !view.has(at, kVerbLike))))
        ++at;
    return {begin, at};
}

std::optional<CertaintyReading> phrase_at(const TokenView& view, std::uint32_t at, TokenSpan clause,
                                          const CertaintyWords& words) {
    const CertaintyWords::Match found = words.find(view, at, clause.end + 2);
    const bool noun = view.tokens.tag[at] == WordTag::noun;
    switch (found.kind) {
        case CertaintyPhrase::possible: return CertaintyReading{Certainty::possible, found.end, false, noun};
        case CertaintyPhrase::probable: return CertaintyReading{Certainty::probable, found.end, false, noun};
        case CertaintyPhrase::alleged: return CertaintyReading{Certainty::alleged, found.end, false};
        case CertaintyPhrase::denied: return CertaintyReading{Certainty::denied, found.end, false};
        case CertaintyPhrase::future: return CertaintyReading{Certainty::future, found.end, false};
        case CertaintyPhrase::conditional: return CertaintyReading{Certainty::conditional, found.end, false};
        case CertaintyPhrase::before_noun: {
            if (!describes_noun(view, found.end - 1, clause.end)) return std::nullopt;
            const bool so_called = view.reads(at, "so") || view.reads(at, "so-called");
            return CertaintyReading{so_called ? Certainty::alleged : Certainty::future, found.end, true};
        }
        default: return std::nullopt;
    }
}

// "neither the bank nor": one cue.
std::uint32_t negation_end(const TokenView& view, std::uint32_t at, std::uint32_t end, std::uint32_t limit) {
    constexpr std::uint32_t kLongestPair = 10;
    if (!view.reads(at, "neither")) return end;
    for (std::uint32_t next = end; next < std::min(limit, at + kLongestPair); ++next) {
        if (view.reads(next, "nor")) return next + 1;
    }
    return end;
}

TokenSpan without_signs(const TokenView& view, TokenSpan range) {
    const auto is_mark = [&](std::uint32_t at) {
        return view.is_sign(at) && view.sign(at) != Sign::percent && view.tokens.quantity[at] == kNone;
    };
    while (range.begin < range.end && is_mark(range.begin)) ++range.begin;
    while (range.begin < range.end && is_mark(range.end - 1)) --range.end;
    return range.begin < range.end ? range : TokenSpan{};
}

}  // namespace

void mark_negation(const TokenView& view, const std::vector<TokenSpan>& clauses) {
    bool carries = false;  // the clause before was negated up to its end
    for (const TokenSpan clause : clauses) {
        bool negating = carries && view.reads(clause.begin, "that");
        for (std::uint32_t at = clause.begin; at < clause.end; ++at) {
            if (view.has(at, kNegationCue)) {
                if (negates(view, at)) {
                    negating = true;
                    continue;
                }
                view.unmark(at, kNegationCue);
            }
            if (negating) view.mark(at, kNegated);
        }
        carries = negating;
    }
}

void find_certainty(const TokenView& view, TokenSpan sentence, const std::vector<TokenSpan>& clauses,
                    const CertaintyRules& rules, std::vector<CertaintyCue>& cues) {
    constexpr std::uint64_t kCues = kUseAlleged | kUsePossible | kUseProbable | kUseFuture | kUseConditional | kUseDeny;
    for (const TokenSpan clause : clauses) {
        for (std::uint32_t at = clause.begin; at < clause.end; ++at) {
            auto reading = view.uses(at, kCues) ? certainty_at(view, at, clause) : std::nullopt;
            if (!reading && view.tokens.parsed()) reading = phrase_at(view, at, clause, rules.words);
            if (!reading) continue;
            const TokenSpan cue{at, std::min(reading->cue_end, sentence.end)};
            TokenSpan scope = clause;
            if (reading->adjective) {
                scope = noun_group(view, cue.end, clause.end);
            } else {
                scope = rules.scopes.clause_of(view, sentence, cue, clause);
                if (reading->noun && scope.end > cue.end) scope.begin = cue.end;
            }
            cues.push_back({cue, scope, reading->certainty});
            at = cue.end - 1;
        }
    }
}

void find_negations(const TokenView& view, TokenSpan sentence, const std::vector<TokenSpan>& clauses,
                    const CertaintyRules& rules, std::vector<Negation>& negations) {
    for (std::size_t number = 0; number < clauses.size(); ++number) {
        const TokenSpan clause = clauses[number];
        // What is negated goes on in a clause with "that" behind this one.
        TokenSpan reach = clause;
        if (number + 1 < clauses.size() && view.reads(clause.end, "that")) reach.end = clauses[number + 1].end;
        for (std::uint32_t at = clause.begin; at < clause.end; ++at) {
            const bool marked = view.has(at, kNegationCue);
            if (!marked && !view.tokens.parsed()) continue;
            const CertaintyWords::Match phrase = rules.words.find(view, at, reach.end);
            const bool spoken = phrase.kind == CertaintyPhrase::negation;
            if (!marked && !spoken) continue;
            const TokenSpan cue{at, negation_end(view, at, spoken ? phrase.end : at + 1, reach.end)};
            TokenSpan scope = rules.scopes.negated_by(view, sentence, cue, {cue.end, reach.end});
            negations.push_back({cue, without_signs(view, scope)});
            at = std::max(at, cue.end - 1);
        }
    }
}

}  // namespace axray::language
