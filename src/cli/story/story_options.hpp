// What a user chose for `axray story` (arguments -> StoryArguments), shared by its ways of working.
//
// Source: own.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cli/fetch_input.hpp"
#include "cli/read_options.hpp"
#include "cli/registers_choice.hpp"
#include "cli/terminal.hpp"
#include "report/story_text.hpp"

namespace axray::cli {

enum class StoryFormat : std::uint8_t { text, json, json_lines, html };

// Whether the reports are sorted into stories first.
enum class Sorting : std::uint8_t { into_stories, one_story };

struct StoryArguments {
    std::vector<std::string> names;    // paths, folders, addresses, "-"
    std::optional<std::string> lines;  // documents in, the number of the story of each out: path or "-"
    bool pairs = false;                // with `lines`: the shared passages out
    StoryFormat format = StoryFormat::text;
    Sorting sorting = Sorting::into_stories;
    std::uint32_t least_reports = 0;  // of a story that is analysed; 0: two where there are several stories, else one
    FolderDepth depth = FolderDepth::files_in_it;
    FetchArguments fetch;
    RegistersChoice registers;
    report::StoryDetail detail = report::StoryDetail::main;
    std::string output;  // path of a file, or of a folder for pages; empty: standard output
    ColorChoice color = ColorChoice::automatic;
    unsigned threads = 0;  // 0: as many as the machine runs at once
    unsigned width = 0;    // columns; 0: as wide as the terminal
    bool quiet = false;
};

[[nodiscard]] unsigned threads_of(const StoryArguments& arguments);

// Analyses the stories of everything that was named; gives the exit status.
[[nodiscard]] int analyse_stories(const StoryArguments& arguments);

// Runs `story --jsonl`, without and with --pairs; gives the exit status.
[[nodiscard]] int sort_lines(const StoryArguments& arguments);
[[nodiscard]] int pair_lines(const StoryArguments& arguments);

}  // namespace axray::cli
