// Whether a source carries a denial of what a claim says (Judgement + sources -> Flag "disputed").
//
// An accusation and its denial do not contradict each other: both are statements, and the fact is disputed. A denial
// counts when somebody is said to deny something, and the words that are denied are linked with a good part of the
// claim, which is no denial itself; or somebody whom the claim says to be accused denies it in a few words ("the
// allegations"). Source: own, over the attributions of the sources.
#pragma once

#include <optional>
#include <vector>

#include <axray/document.hpp>
#include <axray/verdict.hpp>

#include "judge/judge.hpp"

namespace axray::engine {

// Where it is denied: the words that deny and what they deny, and who does so.
struct Denial {
    SourceSpan place;
    Span speaker;  // bytes of the source's text; empty when it is not told
};

// The denial that speaks of most of the claim; none for a claim that was not found. O(candidates * words).
[[nodiscard]] std::optional<Denial> find_denial(const judge::Judgement& judgement, const trace::SourceIndex& index);

// The flag with its sentence for a reader.
[[nodiscard]] Flag disputed_flag(const Denial& denial, const std::vector<Document>& sources);

}  // namespace axray::engine
