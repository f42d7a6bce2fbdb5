// The parts of the page of a story beside the account (StoryPage -> HTML). Source: own.
//
// A part of which there is nothing to say is left away.
#pragma once

#include "report/html_writer.hpp"
#include "report/story_page.hpp"

namespace axray::report {

void write_fact_list(HtmlWriter& html, const StoryPage& page);
void write_conflicts(HtmlWriter& html, const StoryPage& page);  // side by side
void write_timeline(HtmlWriter& html, const StoryPage& page);   // with the corrections
void write_names(HtmlWriter& html, const StoryPage& page);      // with what registers know of them
void write_left_out(HtmlWriter& html, const StoryPage& page);   // facts that the account does not tell, and why
void write_reports(HtmlWriter& html, const StoryPage& page);    // their texts, with what was used of them

// The beginning of a part: a section with its heading and anchor.
void open_part(HtmlWriter& html, const std::string& anchor, std::string_view heading);

}  // namespace axray::report
