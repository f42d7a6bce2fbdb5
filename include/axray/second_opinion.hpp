// What a configured endpoint thinks of a claim, beside our own verdict (claim + its evidence -> SecondOpinion).
//
// Off unless a program asks for it. A second opinion never changes a verdict: both are shown, with whether they agree.
// Where there is none, `error` says why. docs/verifier.md describes who is asked and how.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <axray/verdict.hpp>

namespace axray {

enum class Agreement : std::uint8_t { agrees, disagrees };

// Which sentences the endpoint was shown: the evidence, or those that come nearest to a claim that was not found.
enum class ShownSentences : std::uint8_t { evidence, nearest };

struct SecondOpinion {
    std::string endpoint;                // the name that the configuration gives it
    std::optional<Verdict> verdict;      // none: `error` says why
    std::optional<double> probability;   // 0..1, of support; none where the endpoint gives none
    std::string reason;                  // in its words, valid UTF-8, shortened; foreign text, to be shown as such
    std::optional<Agreement> agreement;  // with our verdict; none without a verdict
    ShownSentences shown = ShownSentences::evidence;
    bool cached = false;  // kept from an earlier run
    std::string error;    // one sentence; empty when there is a verdict
};

// What became of all questions of one run.
struct VerifierSummary {
    std::string endpoint;
    std::string model;  // empty: the endpoint has only one
    std::uint64_t claims = 0;
    std::uint64_t answered = 0;  // with a verdict, those from the cache among them
    std::uint64_t cached = 0;
    std::uint64_t failed = 0;
    std::uint64_t not_asked = 0;  // nothing to show, a limit of the run, or the endpoint had failed too often
    std::uint64_t agreements = 0;
    std::uint64_t disagreements = 0;
    std::uint64_t requests = 0;  // sent, repeated ones too
    std::uint64_t input_tokens = 0;
    std::uint64_t output_tokens = 0;
    std::uint64_t estimated = 0;  // answers whose tokens the endpoint did not tell: one was counted for four bytes
    std::optional<double> cost;   // none without prices
    std::string currency;
    std::vector<std::string> notes;  // why it was not asked any more, a cache that could not be written
};

// One entry for each claim of a report.
struct SecondOpinions {
    VerifierSummary summary;
    std::vector<SecondOpinion> claims;
};

[[nodiscard]] std::string_view to_string(Agreement agreement);
[[nodiscard]] std::string_view to_string(ShownSentences shown);

}  // namespace axray
