// On which day each report of a story was published, before the reports are read closely (Documents -> days).
//
// The day that a report tells of itself is taken, unless it cannot be right: after today, or years before all others.
// A report without a day of its own gets one only where the story determines it: its text names the weekday of today
// or yesterday ("Yesterday, Monday"), and one such day alone lies near the days of the other reports. Source: own.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include <axray/document.hpp>

#include "base/days.hpp"
#include "language/annotator.hpp"

namespace axray::story {

struct PublicationDay {
    language::ReferenceTime time;  // what "yesterday" is to be reckoned from; unknown when nothing determines it
    bool inferred = false;         // the report does not tell it: the other reports do
    std::string reason;  // one sentence: how it was inferred, or why the report's own day is not believed; else empty
};

// One a document, in their order. Documents without a day of their own are annotated by words. `today` bounds what is
// believed; year 0 bounds nothing. O(bytes of those documents + documents).
[[nodiscard]] std::vector<PublicationDay> publication_days(std::span<const std::shared_ptr<const Document>> reports,
                                                           const language::Annotator& by_words,
                                                           language::Workspace& workspace, base::Day today);

}  // namespace axray::story
