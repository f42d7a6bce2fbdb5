// The clause that a word belongs to (parsed tokens -> predicate, arguments), as far as conflicts compare clauses.
//
// Passive and active are one: who does it is the subject, whom it befalls the object, whatever the order of words.
// Source: own, over Universal Dependencies.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "language/annotation.hpp"

namespace axray::story {

// What an argument does beside its predicate.
enum class Part : std::uint8_t { subject, object, other };

struct Argument {
    Part part = Part::other;
    std::uint32_t head = language::kNone;  // token
    std::uint64_t preposition = 0;         // form; 0 when there is none
};

// Words from a value up to its predicate: "contract", "award" for "a contract worth $3 million was awarded".
struct ClausePath {
    std::uint32_t top = language::kNone;        // the word of the value that hangs on the rest
    std::uint32_t predicate = language::kNone;  // a verb, else the word that carries the clause; may be `top`
    std::vector<std::uint32_t> between;         // content words from the value up, without the predicate
};

// `tokens` are parsed. `within` is not empty. Bounded.
[[nodiscard]] ClausePath path_of(const language::Tokens& tokens, language::TokenSpan within);

// Those of the predicate alone, in order. O(tokens of the sentence).
[[nodiscard]] std::vector<Argument> arguments_of(const language::Tokens& tokens, language::TokenSpan sentence,
                                                 std::uint32_t predicate);

// The argument that a token would be of its head.
[[nodiscard]] Argument as_argument(const language::Tokens& tokens, language::TokenSpan sentence, std::uint32_t token);

// "not", "never" beside the predicate.
// `cues` are the same tokens with marks of negation.
[[nodiscard]] bool is_negated(const language::Tokens& cues, const language::Tokens& tokens,
                              language::TokenSpan sentence, std::uint32_t predicate);

// The part of the relation's name before the colon is `name`: "nsubj" of "nsubj:pass".
[[nodiscard]] bool is_relation(const language::Tokens& tokens, std::uint32_t token, std::string_view name);

}  // namespace axray::story
