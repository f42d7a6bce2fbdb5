// Defines `axray story`: its options, and which go together.
#include <algorithm>
#include <memory>
#include <string>
#include <thread>
#include <utility>

#include <CLI/CLI.hpp>

#include "cli/choices.hpp"
#include "cli/command.hpp"
#include "cli/inputs.hpp"
#include "cli/story/story_options.hpp"
#include "cli/text_options.hpp"

namespace axray::cli {
namespace {

constexpr const char* kExamples = R"(Examples:
  axray story reports/                           many reports of one event: what they share, where they differ
  axray story reports/ --format html --output story.html
  axray story stream.jsonl --format html --output stories/    a page for each story, and an index
  axray story a.txt b.html c.pdf --one-story     taken as one story, whatever they speak of
  axray story --jsonl < documents.jsonl          the number of the story of each document
  axray story --jsonl documents.jsonl --pairs    which documents share prose, and where

Reports are files, folders (every file in one) and addresses; of a file whose name ends in .jsonl each line is a
document: {"id","title","text","date","source","url"}. Reports of several events are sorted into stories first.

With --jsonl each line gets {"id","story"}; a document that is given to another story later gets another line at the
end. A line that cannot be used gets an error object in its place.)";

Choices<StoryFormat> formats() {
    return {{"text", StoryFormat::text},
            {"json", StoryFormat::json},
            {"jsonl", StoryFormat::json_lines},
            {"html", StoryFormat::html}};
}

Choices<report::StoryDetail> details() {
    return {{"account", report::StoryDetail::account},
            {"main", report::StoryDetail::main},
            {"everything", report::StoryDetail::everything}};
}

// What the options are read into before they are understood.
struct StoryWords {
    std::string format = "text";
    std::string detail = "main";
    std::string color = "auto";
    std::string lines = kStandardInput;
    bool in_lines = false;
    bool one_story = false;
    bool recursive = false;
};

void require_words_that_go_together(const StoryArguments& arguments) {
    if (arguments.lines && !arguments.names.empty()) {
        throw CLI::ValidationError("--jsonl", "takes the documents from its lines: leave REPORT out");
    }
    if (!arguments.lines && arguments.names.empty()) throw CLI::RequiredError("REPORT");
    if (arguments.pairs && !arguments.lines) throw CLI::RequiresError("--pairs", "--jsonl");
}

CLI::Option* add_input_options(CLI::App& story, StoryArguments& arguments, StoryWords& words) {
    story
        .add_option("REPORT", arguments.names,
                    "Reports: files, folders (every file in one), addresses of pages, - for standard input")
        ->type_name("");
    story.add_flag("--recursive", words.recursive, "Read the folders in a folder too");
    auto* jsonl =
        story.add_option("--jsonl", words.lines, "Sort one document a line, from FILE or standard input, into stories")
            ->expected(0, 1)
            ->type_name("[FILE]");
    story.add_flag("--one-story", words.one_story, "Take all reports as one story, without sorting them")
        ->excludes(jsonl);
    story
        .add_option("--least-reports", arguments.least_reports,
                    "Stories of fewer reports are only listed; 2 when there are several stories")
        ->check(CLI::Range(1u, 1000000u))
        ->type_name("N")
        ->excludes(jsonl);
    return jsonl;
}

void add_output_options(CLI::App& story, StoryArguments& arguments, StoryWords& words, CLI::Option* jsonl) {
    offer(story.add_option("--format", words.format, "How the stories are written; jsonl: one a line"), formats())
        ->excludes(jsonl);
    add_output_option(
        story, arguments.output,
        "Write to a file, which appears only when it is complete; with --format html to a folder, when the "
        "name ends in / or is one");
    offer(story.add_option("--detail", words.detail, "How much the text says"), details());
    add_color_option(story, words.color);
    add_width_option(story, arguments.width);
    add_threads_option(story, arguments.threads);
    story.add_flag("--pairs", arguments.pairs, "With --jsonl: the pairs of documents that share prose, and where");
    story.add_flag("--quiet", arguments.quiet, "Say nothing on standard error unless something is wrong");
}

void take_words(const StoryWords& words, StoryArguments& arguments) {
    arguments.format = find(formats(), words.format)->second;
    arguments.detail = find(details(), words.detail)->second;
    arguments.color = find(color_choices(), words.color)->second;
    if (words.one_story) arguments.sorting = Sorting::one_story;
    if (words.recursive) arguments.depth = FolderDepth::everything_below;
    if (words.in_lines) arguments.lines = words.lines.empty() ? kStandardInput : words.lines;
}

}  // namespace

unsigned threads_of(const StoryArguments& arguments) {
    return arguments.threads > 0 ? arguments.threads : std::max(1u, std::thread::hardware_concurrency());
}

Command add_story_command(CLI::App& program) {
    auto* story = program.add_subcommand("story", "Show what many reports of one event share and where they differ");
    auto arguments = std::make_shared<StoryArguments>();
    auto words = std::make_shared<StoryWords>();
    auto* jsonl = add_input_options(*story, *arguments, *words);
    add_output_options(*story, *arguments, *words, jsonl);
    add_fetch_options(*story, arguments->fetch);
    add_registers_options(*story, arguments->registers);
    story->footer(kExamples);
    story->parse_complete_callback([arguments, words, jsonl] {
        words->in_lines = jsonl->count() > 0;
        take_words(*words, *arguments);
        require_words_that_go_together(*arguments);
    });
    return {story, [arguments] {
                if (!arguments->lines) return analyse_stories(*arguments);
                return arguments->pairs ? pair_lines(*arguments) : sort_lines(*arguments);
            }};
}

}  // namespace axray::cli
