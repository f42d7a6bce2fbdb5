// The reports of one story as every step of its analysis looks at them (Documents, annotated -> StoryTexts).
//
// Beside the reports stand what all steps ask of them together: the index, whose tokens are numbered over all reports
// in their order (trace/source_index.hpp), and who is spoken of where. Source: own.
#pragma once

#include <cstdint>
#include <vector>

#include "story/names/story_entities.hpp"
#include "story/report_text.hpp"
#include "trace/source_index.hpp"

namespace axray::story {

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
    [[nodiscard]] const StoryEntities& entities() const { return entities_; }

private:
    std::vector<ReportText> reports_;
    trace::SourceIndex index_;
    StoryEntities entities_;
};

}  // namespace axray::story
