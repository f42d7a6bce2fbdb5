// Several stories at a glance (StoryReport -> StorySummary -> text or index page).
//
// A stream of articles gives many stories; each has a line here and its own report or page elsewhere. The index page is
// self-contained, has no script, and reaches for nothing on the network. Source: own.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <axray/story.hpp>

#include "report/story_text.hpp"

namespace axray::report {

struct StorySummary {
    std::string id;        // StoryReport::id
    std::string headline;  // of the account; the title of the first report where it has none
    std::uint64_t reports = 0;
    std::uint64_t origins = 0;  // independent ones of the reports
    std::uint64_t facts = 0;
    std::uint64_t conflicts = 0;
    std::string first_day;  // ISO 8601 day of the first publication that is known; empty when none is
    std::string last_day;
    std::string file;  // address of its page, relative to the index; empty: no link
};

[[nodiscard]] StorySummary summary_of(const StoryReport& story, std::string file = {});

// One or two lines a story, in the order given.
[[nodiscard]] std::string render_story_list(const std::vector<StorySummary>& stories, const StoryTextOptions& options);

// `version` of the program.
[[nodiscard]] std::string render_stories_index_html(const std::vector<StorySummary>& stories, std::string_view version);

}  // namespace axray::report
