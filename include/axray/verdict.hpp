// A verdict and the parts that explain it: evidence, word alignment, flags (Claim + sources -> CheckedClaim).
//
// The words and their meaning are those of docs/verdicts.md. Every span leads to words: claim spans count bytes of the
// article's text, source spans bytes of that source's text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <axray/claim.hpp>
#include <axray/not_checkable.hpp>
#include <axray/not_judged.hpp>
#include <axray/span.hpp>

namespace axray {

enum class Verdict : std::uint8_t { supported, partly_supported, contradicted, not_found };

enum class FlagKind : std::uint8_t {
    number_differs,
    date_differs,
    name_differs,
    role_swapped,
    negated,
    antonym,
    attribution_dropped,
    attribution_differs,
    certainty_raised,
    certainty_lowered,
    quote_altered,
    sources_disagree,
    disputed,
};

// How a word of the claim stands in the evidence.
enum class AlignmentKind : std::uint8_t {
    same,          // the same word
    same_stem,     // another form of the same word
    same_value,    // the same number or date, written otherwise
    alias,         // the same name, written otherwise: acronym, spelling with or without a blank
    same_meaning,  // a synonym or a derived word
    related,       // a more general or more special word: counts in part
    differs,       // another value in the same place: see the flag
    missing,       // nothing in the evidence bears it out
};

[[nodiscard]] std::string_view to_string(Verdict verdict);
[[nodiscard]] std::string_view to_string(FlagKind kind);
[[nodiscard]] std::string_view to_string(AlignmentKind kind);

struct AlignedWord {
    Span claim;  // bytes of the article's text
    AlignmentKind kind = AlignmentKind::missing;
    std::optional<SourceSpan> source;  // none when missing

    friend bool operator==(const AlignedWord&, const AlignedWord&) = default;
};

// One sentence of a source on which the verdict rests.
struct Evidence {
    SourceSpan place;            // the whole sentence
    std::uint32_t sentence = 0;  // its number within its source, from 0
    double coverage = 0;         // 0..1: share of the claim's weight that this sentence bears out
};

struct Flag {
    FlagKind kind = FlagKind::number_differs;
    Span claim;  // the words of the claim; empty when the claim lacks them (a dropped attribution)
    std::optional<SourceSpan> source;  // the words of the source that they are compared with
    std::string explanation;           // one sentence for a reader
    // What dates mean that do not say it: ISO 8601, "2024-03-25" of "Monday", "2024-03-18/2024-03-24" of "last week",
    // and "Tuesday" of a day that is compared with a weekday whose week is not known. Empty for all others.
    std::string claim_meaning = {};
    std::string source_meaning = {};
};

struct CheckedClaim {
    Claim claim;
    std::optional<NotCheckable> not_checkable;  // then the verdict says no more than how its words stand in the sources
    Verdict verdict = Verdict::not_found;
    double probability = 0;              // 0..1, that a careful reader would call the claim supported
    std::vector<Evidence> evidence;      // most important first
    std::vector<SourceSpan> nearest;     // of a claim that was not found: the sentences that come nearest, best first
    std::vector<AlignedWord> alignment;  // content words of the claim, in order
    std::vector<Flag> flags;
    std::optional<NotJudged> not_judged;  // why there is no verdict; it then says "not found"
    std::uint32_t words_not_judged = 0;   // of a claim of hundreds of words, whose weightiest alone are traced
};

}  // namespace axray
