// Statements within a claim that another report may make alone (Claim + closely annotated text -> ClaimParts).
//
// "The firm, dubbed a front for the ministry, denied it" says two things. Cut are participle and relative clauses and
// what somebody is accused of, by the dependencies of the sentence; the noun that they speak of, or the subject of
// their clause, is their context. Claims themselves stay as claims/ makes them. Source: own rules over Universal
// Dependencies.
#pragma once

#include <optional>
#include <vector>

#include <axray/claim.hpp>
#include <axray/document.hpp>

#include "language/annotation.hpp"

namespace axray::story {

struct ClaimParts {
    Claim main;  // the claim without those parts that stand between commas
    std::vector<Claim> parts;
    bool reduced = false;  // whether `main` lacks any
};

// Two claims of one sentence as one, where the first is no statement but what the second speaks of: its subject with a
// clause of its own. None when both state something. O(tokens of the sentence).
[[nodiscard]] std::optional<Claim> as_one_claim(const Document& document, const language::AnnotatedText& text,
                                                const Claim& first, const Claim& second);

// Parts do not overlap. O(tokens of the sentence * depth of its tree).
[[nodiscard]] ClaimParts find_parts(const Document& document, const language::AnnotatedText& text, const Claim& claim);

}  // namespace axray::story
