// The ways in which stories are written (StoryReports -> text, JSON, lines of JSON, pages).
//
// A story is rendered on any thread as soon as it is analysed; what goes before, between and behind is added in order.
// Source: own.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <axray/story.hpp>

#include "base/output.hpp"
#include "cli/story/story_options.hpp"
#include "report/story_list.hpp"

namespace axray::cli {

// What is known of all stories at the end.
struct StoryRun {
    std::vector<report::StorySummary> stories;  // that were analysed, in order
    std::vector<report::StorySummary> listed;   // that have too few reports
    std::vector<LeftOutReport> unreadable;
};

class StoryForm {
public:
    StoryForm() = default;
    StoryForm(const StoryForm&) = delete;
    StoryForm& operator=(const StoryForm&) = delete;
    virtual ~StoryForm() = default;

    // The name of the page of a story, for the index; empty where there is none.
    [[nodiscard]] virtual std::string file_of(const StoryReport&) const { return {}; }

    // From any thread. Errors: unwritable.
    [[nodiscard]] virtual Result<std::string> render(const StoryReport& story) const = 0;

    // In the order of the stories, on one thread; then, once, the end. Errors: unwritable.
    [[nodiscard]] virtual Result<bool> add(std::string rendered) = 0;
    [[nodiscard]] virtual Result<bool> finish(const StoryRun& run) = 0;
};

// Opens the output. `stories` is how many there are to be rendered. Errors: unwritable; invalid_usage for several pages
// that have no folder to go to.
[[nodiscard]] Result<std::unique_ptr<StoryForm>> make_story_form(const StoryArguments& arguments, std::size_t stories);

}  // namespace axray::cli
