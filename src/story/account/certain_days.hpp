// Whether the day that is meant by "Monday" or "yesterday" of a report is certain enough to be written into an account
// (ReportText + Date -> yes or no).
//
// The report has to tell its day of publication itself; the words have to hang on a verb whose tense says whether the
// day lies before it or behind, and no other day may have been named shortly before them that they could belong to.
// Source: own, over the dates and trees of the language layer.
#pragma once

#include "language/dates/date.hpp"
#include "story/report_text.hpp"

namespace axray::story {

// `date` is one of `report.closely`. O(tokens of its sentence).
[[nodiscard]] bool is_certain_day(const ReportText& report, const language::Date& date);

}  // namespace axray::story
