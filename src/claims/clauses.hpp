// Cuts one sentence into clauses that each state something (SentenceView -> Clauses).
//
// Cut are: clauses joined by a semicolon or by a comma with "and", "but", "while" and the like; predicates that share a
// subject; relative clauses after a comma; participle clauses after a comma; ", with X doing Y"; a leading "As X does
// Y,". Left whole are: lists of nouns, appositions, restrictive relative clauses, conditions and reasons, what stands
// in quotation marks or brackets, and what somebody says together with who says it. When in doubt the sentence stays
// whole: a claim that says too much can still be judged word by word, a broken one cannot. Source: own rules.
#pragma once

#include <cstdint>
#include <vector>

#include "claims/sentence_view.hpp"

namespace axray::claims {

// Positions in the sentence, half-open.
struct Range {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    [[nodiscard]] bool empty() const { return end <= begin; }
    friend bool operator==(Range, Range) = default;
};

// The own ranges of all clauses of a sentence are disjoint and in order; words between them only connect.
struct Clause {
    Range own;
    std::vector<Range> before;    // words of the sentence that are read before the own ones: subject, speaker, time
    std::vector<Range> after;     // and behind them: ", officials said"
    std::vector<Range> left_out;  // ranges within `own` that are not read: the "which" behind a comma
};

// At least one clause. O(tokens), with look-ahead and look-behind of bounded length.
[[nodiscard]] std::vector<Clause> find_clauses(const SentenceView& sentence);

}  // namespace axray::claims
