#include "language/certainty/tree_scope.hpp"

#include <algorithm>
#include <string_view>

#include "language/syntax/sentence_models.hpp"

namespace axray::language {
namespace {

constexpr std::uint32_t kReach = 80;  // tokens on each side of a cue
constexpr int kDeepest = 24;          // steps up the tree

constexpr auto kApart =
    std::to_array<std::string_view>({"conj", "parataxis", "advcl", "advcl:relcl", "cc", "discourse", "vocative"});
constexpr auto kSubjects = std::to_array<std::string_view>({"nsubj", "nsubj:pass", "csubj", "expl"});
constexpr auto kHelpers =
    std::to_array<std::string_view>({"aux", "aux:pass", "cop", "mark", "advmod", "det", "case", "fixed", "amod"});

bool is_clause_end(const TokenView& view, std::uint32_t at) {
    return view.is_sign(at) && view.sign(at) != Sign::percent && view.sign(at) != Sign::close_bracket;
}

}  // namespace

TreeScope::TreeScope() {
    for (const std::string_view name : kApart) apart_[relation_number(name)] = true;
    for (const std::string_view name : kSubjects) subject_[relation_number(name)] = true;
    for (const std::string_view name : kHelpers) helper_[relation_number(name)] = true;
}

// The word that the cue hangs on as a helper, or the cue's own head word.
std::uint32_t TreeScope::predicate_of(const Tokens& tokens, TokenSpan cue) const {
    std::uint32_t at = cue.begin;
    for (std::uint32_t token = cue.begin; token < cue.end; ++token) {
        if (tokens.head[token] != kNone && cue.contains(tokens.head[token])) continue;
        at = token;
        break;
    }
    for (int left = 3; left > 0; --left) {
        if (tokens.head[at] == kNone || !helper_[tokens.relation[at]]) break;
        at = tokens.head[at];
    }
    return at;
}

bool TreeScope::belongs(const Tokens& tokens, std::uint32_t token, std::uint32_t predicate) const {
    for (int left = kDeepest; left > 0 && token != kNone; --left) {
        if (token == predicate) return true;
        if (tokens.head[token] == predicate && apart_[tokens.relation[token]]) return false;
        token = tokens.head[token];
    }
    return false;
}

// One run of words around the cue: what stands between two words of the clause is in it.
TokenSpan TreeScope::below(const TokenView& view, TokenSpan sentence, TokenSpan cue, std::uint32_t predicate) const {
    const std::uint32_t first = std::max(sentence.begin, cue.begin - std::min(cue.begin, kReach));
    const std::uint32_t last = std::min(sentence.end, cue.end + kReach);
    TokenSpan scope = cue;
    for (std::uint32_t at = first; at < last; ++at) {
        if (is_clause_end(view, at) || !belongs(view.tokens, at, predicate)) continue;
        scope.begin = std::min(scope.begin, at);
        scope.end = std::max(scope.end, at + 1);
    }
    return scope;
}

TokenSpan TreeScope::clause_of(const TokenView& view, TokenSpan sentence, TokenSpan cue, TokenSpan clause) const {
    if (!view.tokens.parsed()) return clause;
    const TokenSpan scope = below(view, sentence, cue, predicate_of(view.tokens, cue));
    if (scope.size() <= cue.size()) return clause;
    return view.reads(scope.begin, "that") && scope.begin < cue.begin ? TokenSpan{scope.begin + 1, scope.end} : scope;
}

TokenSpan TreeScope::negated_by(const TokenView& view, TokenSpan sentence, TokenSpan cue, TokenSpan behind) const {
    const Tokens& tokens = view.tokens;
    if (!tokens.parsed()) return behind;
    std::uint32_t predicate = predicate_of(tokens, cue);
    if (tokens.head[predicate] != kNone && subject_[tokens.relation[predicate]]) predicate = tokens.head[predicate];
    const TokenSpan scope = below(view, sentence, cue, predicate);
    return scope.end > cue.end ? TokenSpan{cue.end, scope.end} : behind;
}

}  // namespace axray::language
