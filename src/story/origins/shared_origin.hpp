// Which places of a story's reports rest on one origin (StoryTexts + Origins -> SharedOrigins, asked by two spans).
//
// Two places do when they lie in reports that count as one, in one passage that was copied or rewritten, or where both
// reports acknowledge the same origin, for the sentence or for the whole report. Words that both quote do not make one
// origin. Source: own.
#pragma once

#include <cstdint>
#include <vector>

#include <axray/origins.hpp>

#include "story/story_texts.hpp"

namespace axray::story {

// Refers to `texts` and `origins`, which must outlive it.
class SharedOrigins {
public:
    // O(passages + acknowledgements + sentences).
    SharedOrigins(const StoryTexts& texts, const Origins& origins);

    // Symmetric, and true of two places in one report; not transitive. O(passages of the two reports).
    [[nodiscard]] bool share(SourceSpan one, SourceSpan other) const;

    // Origins::origins that the report acknowledges for this place: those of its sentences and those of the whole
    // report, in ascending order, each once.
    [[nodiscard]] std::vector<std::uint32_t> acknowledged_at(SourceSpan place) const;

private:
    struct SentenceCredit {
        Span sentence;
        std::uint32_t origin = 0;
    };
    struct ReportCredits {
        std::vector<std::uint32_t> whole_report;
        std::vector<SentenceCredit> sentences;
    };

    [[nodiscard]] bool in_one_passage(SourceSpan one, SourceSpan other) const;

    const Origins& origins_;
    std::vector<ReportCredits> credits_;  // one a report
};

}  // namespace axray::story
