// Why a claim got its verdict: what was compared, what counted, and what would have changed it (CheckedClaim + sources
// -> Explanation).
//
// Everything in it was computed for this claim: the shares are those of the model that judged it, and every change was
// tried out by judging the claim again. Spans as in verdict.hpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <axray/span.hpp>
#include <axray/verdict.hpp>

namespace axray {

// What settled the verdict.
enum class DecidedBy : std::uint8_t {
    nothing_found,    // no sentence of the sources speaks of it
    model,            // the probability of support, from all reasons together
    differing_value,  // a value that cannot be true together with the source, whatever the rest is
    thin_evidence,    // the evidence bears out too little of the claim, although the words occur in the sources
};

// What of the comparison counted for or against support; the features of the model in groups that a reader knows.
enum class ReasonKind : std::uint8_t {
    words_found,    // how much of the claim the evidence bears out
    words_missing,  // words that the evidence or the whole source lacks
    other_words,    // words that stand there only in other words
    events,         // what is said to be done or to happen
    word_order,     // whether words that stand together in the claim do so in the source
    names,
    values,    // numbers and dates
    negation,  // denials and words of opposite meaning
    who_says_so,
    certainty,
    quotations,
    relevance,        // how much the evidence is about the same thing
    length,           // of the claim
    word_comparison,  // what a small network says of the words and their neighbours
};

struct Reason {
    ReasonKind kind = ReasonKind::words_found;
    double addition = 0;  // to the log odds of support; below 0 speaks against it
};

enum class ComparedKind : std::uint8_t { number, date, name, certainty, speaker, negation, wording };
enum class Comparison : std::uint8_t { same, compatible, differs, missing };

// A value of the claim and what stands in its place in the evidence.
struct ComparedValue {
    ComparedKind kind = ComparedKind::number;
    Comparison outcome = Comparison::missing;
    Span claim;                        // empty when the claim lacks it
    std::string claim_value;           // normalised: "more than 1200 tonne", "2024-03-25"
    std::optional<SourceSpan> source;  // none when missing
    std::string source_value;
};

enum class ChangeKind : std::uint8_t {
    words_borne_out,   // if the sources also said these words
    value_of_source,   // if the claim had the source's value
    evidence_removed,  // if this sentence were not in the sources
};

// A change that was tried out, and the verdict then.
struct Change {
    ChangeKind kind = ChangeKind::words_borne_out;
    std::vector<Span> claim;           // the words of the claim that it is about; empty for evidence_removed
    std::optional<SourceSpan> source;  // the value or sentence of the source
    Verdict verdict = Verdict::not_found;
    double probability = 0;  // of support
};

struct Explanation {
    std::uint32_t claim = 0;  // position in CheckReport::claims
    DecidedBy decided_by = DecidedBy::nothing_found;
    double expected = 0;          // log odds of support of an average claim; with all reasons those of this one
    std::vector<Reason> reasons;  // the one that counted most first
    std::vector<ComparedValue> values;
    std::vector<Change> changes;
    std::vector<std::string> not_tried;  // what was too much work, in sentences for a reader
};

[[nodiscard]] std::string_view to_string(DecidedBy decided_by);
[[nodiscard]] std::string_view to_string(ReasonKind kind);
[[nodiscard]] std::string_view to_string(ComparedKind kind);
[[nodiscard]] std::string_view to_string(Comparison outcome);
[[nodiscard]] std::string_view to_string(ChangeKind kind);

}  // namespace axray
