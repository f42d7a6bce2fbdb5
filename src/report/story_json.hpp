// The whole result of a story as JSON (StoryReport -> JSON text).
//
// The form is that of docs/schema/story-report.schema.json; docs/json.md explains it. Every span stands with its words,
// its positions in code points and its bytes in the file. The same story always gives the same bytes. Source: own.
#pragma once

#include <cstdint>
#include <string>

#include <axray/story.hpp>

namespace axray::report {

inline constexpr std::uint32_t kStoryReportFormat = 1;  // raised when a reader of the JSON would have to change

// Indented, with a line feed at its end.
[[nodiscard]] std::string render_story_json(const StoryReport& story);

// The same on one line, with its line feed.
[[nodiscard]] std::string story_json_line(const StoryReport& story);

}  // namespace axray::report
