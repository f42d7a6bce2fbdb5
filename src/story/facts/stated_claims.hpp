// The claims of all reports as joining looks at them (StoryTexts -> StatedClaims).
//
// Each claim is a list of words to compare, with what they name and how much they tell. A word that a report uses in
// many of its claims tells less of which fact is meant than one that stands in one claim alone. Source: own; weights
// after trace/word_weights.hpp.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <axray/claim.hpp>

#include "language/token_span.hpp"
#include "story/analyst.hpp"
#include "story/facts/claim_signs.hpp"
#include "story/facts/facts.hpp"
#include "story/facts/word_meanings.hpp"
#include "story/names/story_entities.hpp"
#include "story/story_texts.hpp"

namespace axray::story {

// What a word does beside the predicate, as far as two claims can be compared by it.
enum class Slot : std::uint8_t { none, subject, object, other };  // other: time, place, manner

struct StatedWord {
    std::uint32_t token = 0;  // of the report's text
    std::uint32_t entity = language::kNone;
    CountryWord country;
    std::uint32_t meaning = language::kNone;  // of WordMeanings
    float weight = 0;                         // 0..1.5
    bool is_name = false;                     // or a pronoun or description that stands for one
    bool is_predicate = false;                // what the claim says of its subject
    bool is_subject = false;                  // of whom or what the claim says it: who does it
    bool is_core = false;                     // the predicate or the head of a group of words beside it
    Slot slot = Slot::none;                   // of the name or value that it is part of, beside the predicate
    std::uint64_t preposition = 0;            // form of the word that ties it to the predicate; 0 when there is none
    std::uint64_t tail = 0;                   // form of the word without "cyber-" and the like; 0 when it has none
};

struct StatedClaim {
    std::uint32_t report = 0;
    Claim claim;
    std::vector<language::TokenSpan> own;     // what it is made of, of the report's text
    std::vector<language::TokenSpan> ranges;  // with its context: ordered, disjoint
    std::vector<StatedWord> words;            // of `ranges`, in order
    std::vector<std::uint64_t> forms;         // of the words it is made of, marks left out
    float total_weight = 0;
    std::uint32_t attribution = language::kNone;  // of the report's text: whose content it is
    std::uint32_t speaker = language::kNone;      // entity of who says it
    bool denies = false;                          // what it tells is that somebody denies something
    bool negated = false;                         // its predicate
    std::uint32_t predicate = language::kNone;    // token
    ClaimSigns signs;
    std::optional<Claim> whole;               // before parts were taken off it
    std::uint32_t part_of = language::kNone;  // position among the stated claims of the claim that it is a part of
    std::uint64_t wording = 0;                // hash of its words: orders claims whatever their reports' order
};

// What claims are collected with; all borrowed.
struct ClaimCollecting {
    const StoryTexts& texts;
    const StoryEntities& entities;
    const Analyst& analyst;
    WordMeanings& meanings;  // gets the words of the claims
};

// Those that state something checkable in words enough, by report, then in order of the text, each claim with its parts
// behind it (claim_parts.hpp). O(tokens).
[[nodiscard]] std::vector<StatedClaim> collect_stated_claims(const ClaimCollecting& with, const FactLimits& limits);

// Gives a claim back the parts that were taken off it, and a part the noun before it that it speaks of; the words to
// compare stay as they are.
void make_whole(const StoryTexts& texts, StatedClaim& stated);

}  // namespace axray::story
