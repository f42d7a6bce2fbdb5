// Works through documents given as lines of JSON, in their order (lines -> answers). Shared by the ways of `--jsonl`.
//
// Lines that cannot be used get an error object in their place, and the run goes on. Source: own.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

#include "base/ordered_lines.hpp"
#include "base/output.hpp"
#include "cli/story/story_options.hpp"

namespace axray::cli {

enum class LineOutcome : std::size_t { done, unusable, blank };

struct LineRun {
    std::function<base::LineAnswer(const base::InputLine&)> take;        // of a line that has something in it
    std::function<Result<std::uint64_t>(base::Output&)> write_the_rest;  // once all lines were taken
    std::string_view what_was_done;                                      // "sorted"
};

[[nodiscard]] base::LineAnswer unusable_line(std::string_view id_json, const Error& error, std::uint64_t number);

// One thread takes all lines, since their order matters. Gives the exit status.
[[nodiscard]] int work_through_lines(const StoryArguments& arguments, const LineRun& run);

}  // namespace axray::cli
