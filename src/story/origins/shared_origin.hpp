// Which places of a story's reports rest on one origin (StoryTexts + Origins -> SharedOrigins, asked by two spans).
//
// Asked of mentions of one fact. Two places rest on one origin when they lie in reports that count as one, in one
// shared passage, or where both reports acknowledge the same origin, for the sentence or for the whole report. A
// quotation that both have is one statement, however it came to them. Two reports that both name one agency, wherever
// they do, are not shown to have a fact on their own. Source: own.
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
        std::vector<std::uint32_t> agencies;  // that are named anywhere in it, ascending, each once
    };

    [[nodiscard]] bool in_one_passage(SourceSpan one, SourceSpan other) const;
    [[nodiscard]] bool name_one_agency(std::uint32_t one, std::uint32_t other) const;

    const Origins& origins_;
    std::vector<ReportCredits> credits_;  // one a report
};

}  // namespace axray::story
