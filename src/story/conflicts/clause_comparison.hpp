// Two clauses of different reports held against each other (pair of Statements -> what they share and exclude).
//
// Words are the same by form, by the alignment of the sentences, by the entity that they name, or by the lexicon.
// Arguments with the same part exclude each other where they are two names or two nouns. Source: own.
#pragma once

#include <cstdint>
#include <vector>

#include "story/analyst.hpp"
#include "story/conflicts/clauses.hpp"
#include "story/conflicts/statements.hpp"
#include "story/conflicts/value_rules.hpp"

namespace axray::story {

// Which words a report has said by the time a reader comes to a statement: stems, ordered.
using ContextWords = std::vector<std::uint64_t>;
[[nodiscard]] ContextWords context_of(const Statement& statement);

// A pair that may be in conflict. Refers to all of them.
struct StatementsCompared {
    const StoryTexts& texts;
    const Statement& one;
    const Statement& other;
    const Comparison& forth;
    const Comparison& back;
    const ContextWords& one_context;
    const ContextWords& other_context;
    trace::LexicalRelations& relations;
};

// A clause and the words of it that are in question: a value with what it counts, or the predicate itself.
struct Clause {
    language::TokenSpan shown;
    ClausePath path;
};

class ClauseComparison {
public:
    // `pair` must outlive it; both reports are parsed.
    explicit ClauseComparison(const StatementsCompared& pair);

    // One word in two forms.
    [[nodiscard]] bool same_word(std::uint32_t mine, std::uint32_t theirs) const;
    [[nodiscard]] bool same_entity(std::uint32_t mine, std::uint32_t theirs) const;
    // Both mean the same.
    [[nodiscard]] bool tied(std::uint32_t mine, std::uint32_t theirs) const;

    struct Arguments {
        int shared = 0;
        bool exclude = false;
        bool other_subject = false;  // both have one, and they are not the same word or name
    };
    // Of both predicates, beside the words in question: how many are the same, and whether some cannot be.
    [[nodiscard]] Arguments compare_arguments(const Clause& mine, const Clause& theirs) const;

    // What a statement says in the clause, and the other report does not: a name, a number or a date may tell two
    // things apart. `known` are the words of the other report.
    [[nodiscard]] static bool tells_apart(const Side& side, const Clause& clause, const ContextWords& known);

    // 0..1: share of the words beside the value that the other report says, in the statement or near it: of the whole
    // statement or, where that says enough, of the clause without the clauses that hang on it.
    [[nodiscard]] static float agreement(const Side& side, const Clause& clause, const ContextWords& known);

private:
    [[nodiscard]] bool excludes(const Argument& one, const Argument& other) const;

    const StatementsCompared& pair_;
    const language::Tokens& mine_;
    const language::Tokens& theirs_;
};

}  // namespace axray::story
