// The reports of one story as every step of its analysis looks at them (Documents, annotated -> StoryTexts).
//
// Each report is annotated twice: by words and rules, as the judge learnt to see texts, and closely by the sentence
// models. Both annotations have the same tokens and sentences. Tokens of the index are numbered over all reports, in
// their order (trace/source_index.hpp). Source: own.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include <axray/claim.hpp>
#include <axray/document.hpp>
#include <axray/not_checkable.hpp>

#include "base/days.hpp"
#include "language/annotation.hpp"
#include "trace/source_index.hpp"

namespace axray::story {

struct ReportText {
    std::shared_ptr<const Document> document;
    language::AnnotatedText words;                         // what the index and the judge see
    language::AnnotatedText closely;                       // with tags, dependencies, chains of names, speech
    base::Day published;                                   // year 0 when unknown
    std::vector<Claim> claims;                             // in order; their ids are their positions
    std::vector<std::optional<NotCheckable>> uncheckable;  // one a claim
};

// Immutable after it was made. The index refers to the texts, so that this is neither copied nor moved.
class StoryTexts {
public:
    // O(tokens).
    explicit StoryTexts(std::vector<ReportText> reports);
    StoryTexts(const StoryTexts&) = delete;
    StoryTexts& operator=(const StoryTexts&) = delete;

    [[nodiscard]] const std::vector<ReportText>& reports() const { return reports_; }
    [[nodiscard]] const ReportText& report(std::uint32_t number) const { return reports_[number]; }
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(reports_.size()); }
    [[nodiscard]] const trace::SourceIndex& index() const { return index_; }  // over ReportText::words

private:
    std::vector<ReportText> reports_;
    trace::SourceIndex index_;
};

}  // namespace axray::story
