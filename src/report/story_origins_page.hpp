// The part of the page of a story that shows where the reports have their words from: a drawing, and the same as a
// table (StoryPage -> HTML). Source: own.
#pragma once

#include "report/html_writer.hpp"
#include "report/story_page.hpp"

namespace axray::report {

void write_origins(HtmlWriter& html, const StoryPage& page);

}  // namespace axray::report
