// What a Judgement says, in the terms of the public API (Judgement -> CheckedClaim or ClaimAnswer).
//
// Source: own.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <axray/check_report.hpp>
#include <axray/engine.hpp>

#include "engine/source_set.hpp"
#include "judge/judge.hpp"

namespace axray::engine {

// One sentence of the sources that a judgement looked at.
struct RatedSentence {
    std::uint32_t sentence = 0;  // number over all sources
    float relevance = 0;         // 0..1
    float coverage = 0;          // 0..1
};

enum class Selection : std::uint8_t { evidence, all_candidates };

// Sentences of all parts of the judged statement, each once, most relevant first, at most `limit`.
[[nodiscard]] std::vector<RatedSentence> rated_sentences(const judge::Judgement& judgement, Selection selection,
                                                         std::uint32_t limit);

// The checked claim without its Claim. `article` is what the judgement's spans count in; `sources` gives the words of
// flags. Evidence at most `evidence_limit`, and some whenever the verdict is not "not found".
struct ReportTexts {
    const Document& article;
    const std::vector<Document>& sources;
};
[[nodiscard]] CheckedClaim checked_claim(const judge::Judgement& judgement, const SourceSet& sources,
                                         const ReportTexts& texts, std::uint32_t evidence_limit);

inline constexpr std::uint32_t kAnswerEvidenceLimit = 6;  // sentences of evidence an answer may have

// The answer without source_verdicts. `claim` is the text that was judged.
[[nodiscard]] ClaimAnswer claim_answer(const judge::Judgement& judgement, const SourceSet& sources,
                                       std::string_view claim);

}  // namespace axray::engine
