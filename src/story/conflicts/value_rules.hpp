// When two values in the same place of two statements cannot both be right (two Sides -> Values or nothing).
//
// Rules for numbers, dates and names: what is approximate, a part of the other, counted on another day, another unit,
// or another name of the same is no conflict. Source: own.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

#include "story/conflicts/found_conflict.hpp"
#include "story/conflicts/statements.hpp"

namespace axray::story {

// One side of a difference. Refers to both.
struct Side {
    const Statement& statement;
    language::TokenSpan value;
    const Comparison& comparison;  // with the other side

    [[nodiscard]] const language::AnnotatedText& words() const { return statement.text->words; }
    [[nodiscard]] const language::Tokens& tokens() const { return statement.text->words.tokens; }
    [[nodiscard]] const language::Tokens& parsed() const { return statement.text->closely.tokens; }
};

// The member of a layer that has one of these tokens.
template <class Layer>
[[nodiscard]] const Layer* member_at(const std::vector<Layer>& layer, language::TokenSpan tokens) {
    const auto next = std::partition_point(layer.begin(), layer.end(),
                                           [tokens](const Layer& one) { return one.tokens.end <= tokens.begin; });
    return next != layer.end() && next->tokens.begin < tokens.end ? &*next : nullptr;
}

[[nodiscard]] bool is_parsed(const Side& side);

// Both values go with the same verb.
[[nodiscard]] bool same_verb(const Side& one, const Side& other);

// The verb that the value goes with says that somebody says something.
[[nodiscard]] bool is_reporting(const Side& side);

// The token is part of the words that say who says it.
[[nodiscard]] bool is_of_speech(const Side& side, std::uint32_t token);

// A name, number or date of the statement beside the value that the other side has not: another thing may be meant.
[[nodiscard]] bool tells_more(const Side& side);

// Said by somebody who denies it, or not for good: "has not yet".
[[nodiscard]] bool may_change(const Side& side);
[[nodiscard]] bool has_negation(const Side& side);

struct Values {
    std::uint64_t one = 0;  // the same for all sides that say the same
    std::uint64_t other = 0;
};

// Whether something else that the statements say tells their values apart is not looked at here.
enum class Unit : std::uint8_t { to_compare, same };  // whether what is counted is known to be the same
[[nodiscard]] std::optional<Values> different_numbers(const Side& one, const Side& other, Unit unit = Unit::to_compare);
[[nodiscard]] std::optional<Values> different_dates(const Side& one, const Side& other);

// Two names of one type that are no spellings or initials of one and that no report uses together or as parts of one
// name, in the same relation to their verb; and neither report says of both what it says of one.
[[nodiscard]] bool are_two(const StoryTexts& texts, const Side& one, const language::Mention& mine, const Side& other,
                           const language::Mention& theirs);
// The same, where neither says who says it.
[[nodiscard]] std::optional<Values> different_names(const StoryTexts& texts, const Side& one,
                                                    const language::Mention& mine, const Side& other,
                                                    const language::Mention& theirs);

}  // namespace axray::story
