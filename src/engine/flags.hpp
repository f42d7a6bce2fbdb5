// Differences in words for a reader (Difference -> Flag).
//
// Source: own.
#pragma once

#include <string_view>
#include <vector>

#include <axray/document.hpp>
#include <axray/verdict.hpp>

#include "engine/source_set.hpp"
#include "judge/differences.hpp"

namespace axray::engine {

// The place in its source of a range of token positions over all sources; none when the range is empty.
[[nodiscard]] std::optional<SourceSpan> place_of(judge::PositionSpan positions, const trace::SourceIndex& index);

// True when `kind` belongs beside `verdict`: what is supported has no differing number, what was not found nothing that
// could differ.
[[nodiscard]] bool belongs_to(FlagKind kind, Verdict verdict);

// Words of one side, and what they mean where they do not say it ("2024-03-25" of "Monday").
struct FlagSide {
    std::string_view words;  // empty when the side lacks them
    std::string_view meaning = {};
};

// One sentence that gives the words of both sides.
[[nodiscard]] std::string explain(FlagKind kind, const FlagSide& claim, const FlagSide& source);

}  // namespace axray::engine
