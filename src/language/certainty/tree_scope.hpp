// What a cue speaks of, by the tree of the sentence (Tokens with heads, cue -> TokenSpan).
//
// The words below the predicate that the cue belongs to, without other statements that hang on it: joined ones,
// parentheses, and clauses that say when, why or if. Source: own rules over Universal Dependencies.
#pragma once

#include <array>
#include <cstdint>

#include "language/segments/token_view.hpp"

namespace axray::language {

// The numbers of some relations, looked up once.
class TreeScope {
public:
    TreeScope();

    // Of a parsed text: the clause of the predicate that the cue belongs to, with the cue in it; `clause` (by words
    // alone) when the tree does not tell. Looks at 80 tokens on each side.
    [[nodiscard]] TokenSpan clause_of(const TokenView& view, TokenSpan sentence, TokenSpan cue, TokenSpan clause) const;

    // What a negation negates: the part of that clause behind the cue; of "no" and the like before a subject the
    // predicate too. `behind`: the tokens behind the cue that may belong, by words alone.
    [[nodiscard]] TokenSpan negated_by(const TokenView& view, TokenSpan sentence, TokenSpan cue,
                                       TokenSpan behind) const;

private:
    [[nodiscard]] TokenSpan below(const TokenView& view, TokenSpan sentence, TokenSpan cue,
                                  std::uint32_t predicate) const;
    [[nodiscard]] std::uint32_t predicate_of(const Tokens& tokens, TokenSpan cue) const;
    [[nodiscard]] bool belongs(const Tokens& tokens, std::uint32_t token, std::uint32_t predicate) const;

    std::array<bool, 256> apart_{};  // relations of other statements
    std::array<bool, 256> subject_{};
    std::array<bool, 256> helper_{};  // relations by which a cue hangs on its predicate
};

}  // namespace axray::language
