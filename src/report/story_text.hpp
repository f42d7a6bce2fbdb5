// A story for a terminal (StoryReport -> text of lines no wider than the terminal).
//
// The account comes first, with the numbers of the reports behind each sentence; then its facts, what the reports
// disagree on, the order in time, the origins, and what each report alone has. Long lists are cut with a count of what
// is not shown. Control characters of foreign text never reach the terminal. Source: own.
#pragma once

#include <cstdint>
#include <string>

#include <axray/story.hpp>

#include "report/terminal.hpp"

namespace axray::report {

enum class StoryDetail : std::uint8_t {
    account,     // the account, the conflicts in one line each, and the counts
    main,        // every part, long lists cut
    everything,  // every part in full, with the mentions of each fact
};

struct StoryTextOptions {
    std::uint32_t width = 80;  // columns; fewer than 20 count as 20
    TerminalColor color = TerminalColor::none;
    StoryDetail detail = StoryDetail::main;
};

[[nodiscard]] std::string render_story_text(const StoryReport& story, const StoryTextOptions& options);

}  // namespace axray::report
