// The page of a story: one self-contained HTML file (StoryReport -> HTML text).
//
// The account on the left, what is behind it on the right: the reports with the words that were used, the origins as a
// drawing, conflicts side by side, the order in time, names. Readable without JavaScript, reaches for nothing on the
// network, and its content security policy allows its own style and script alone. Texts beyond kStoryPageText bytes in
// all are shortened to what is used of them, and the page says so. All foreign text passes the escaper of
// report/html_writer.hpp. The styles are web/page.css and web/story-report.css, the script web/page.js with
// web/story-report.js. Source: own.
#pragma once

#include <cstdint>
#include <string>

#include <axray/story.hpp>

namespace axray::report {

inline constexpr std::uint64_t kStoryPageText = 1'500'000;  // bytes of the texts of all reports that a page holds

[[nodiscard]] std::string render_story_html(const StoryReport& story);

}  // namespace axray::report
