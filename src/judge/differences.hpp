// Where a claim and its evidence speak of the same thing and say something else (claim + Trace -> Differences).
//
// A difference needs the same place: the evidence bears out most of the rest of the claim, and the two values stand
// beside words that are aligned with each other. A value that merely does not occur is missing, not different.
#pragma once

#include <cstdint>
#include <vector>

#include <axray/verdict.hpp>

#include "trace/trace.hpp"

namespace axray::judge {

// A range of token positions over all sources.
struct PositionSpan {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

struct Difference {
    FlagKind kind = FlagKind::number_differs;
    language::TokenSpan claim;  // tokens of the claim's annotated text; empty when the claim lacks the words
    PositionSpan source;        // token positions over all sources; empty when the source lacks the words
    bool certain = false;       // of names: the source speaks of both, so that they are not two names of one thing
};

// A claim, its words and what they were traced to.
struct TracedClaim {
    trace::ClaimWords words;
    language::TokenSpan tokens;               // the sentence of the claim's text that it stands in
    std::vector<language::TokenSpan> stated;  // the part of it that is claimed: ordered, disjoint
    trace::Trace trace;
};

// Differences in order of FlagKind, then of the claim's words. `relations` gives antonyms.
[[nodiscard]] std::vector<Difference> find_differences(const TracedClaim& claim, const trace::SourceIndex& index,
                                                       const trace::LexicalRelations& relations);

// True when a source that says `source` bears out a claim that says `claim`, or at least does not exclude it:
// "over 10" against 14, "about 100" against 98, "millions" against 2.3 million.
[[nodiscard]] bool compatible(const language::Quantity& claim, const language::Quantity& source);

// True when a difference of this kind means that claim and source cannot both be true.
[[nodiscard]] bool excludes(FlagKind kind);

}  // namespace axray::judge
