// The parts of the report of a story below the account, for a terminal (StoryReport -> lines). Source: own.
//
// A part of which there is nothing to say has no heading.
#pragma once

#include <axray/story.hpp>

#include "report/story_lines.hpp"

namespace axray::report {

void write_conflicts(StoryLines& lines, const StoryReport& story);
void write_facts(StoryLines& lines, const StoryReport& story);
void write_timeline(StoryLines& lines, const StoryReport& story);  // with the corrections
void write_origins(StoryLines& lines, const StoryReport& story);
void write_sole_facts(StoryLines& lines, const StoryReport& story);  // what each report alone has
void write_left_out_facts(StoryLines& lines, const StoryReport& story);
void write_names(StoryLines& lines, const StoryReport& story);  // with what registers know of them

}  // namespace axray::report
