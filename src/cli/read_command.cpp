// Defines `axray read`: its options, and which go together.
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>

#include "cli/choices.hpp"
#include "cli/command.hpp"
#include "cli/fetch_input.hpp"
#include "cli/read_options.hpp"
#include "cli/text_options.hpp"

namespace axray::cli {
namespace {

constexpr const char* kExamples = R"(Examples:
  axray read page.html                           title, authors, dates and the text
  axray read page.html --why                     block by block: kept or cut, for which reason
  axray read page.html --html --output page.axray.html
  axray read pages/ --jsonl > documents.jsonl    a line for each file, on all cores
  axray read page.html --annotations             who says what, names, numbers, dates, how sure
  axray read page.html --jsonl --places          where each block stands in the page, and a link to it
  axray read crawl.warc.gz --jsonl               a line for each page of a web archive
  axray read https://example.org/article         fetched once, then kept
  curl -s https://example.org/article | axray read -

What an input is, is told from its bytes: a page, a text, a feed, a PDF, a web archive (WARC or ARC); files compressed
with gzip are read through. --format warc, or --input warc, takes every input for a web archive; it may stand beside
another --format, which says how the documents are written.

A file that cannot be read is named on standard error; the others are read, and the exit status is 3. In --jsonl and
--format json an object with "error" stands in its place.)";

constexpr const char* kArchive = "warc";

// The last is no way of writing: it says what the inputs are.
Choices<ReadFormat> formats() {
    return {{"text", ReadFormat::text},
            {"json", ReadFormat::json},
            {"jsonl", ReadFormat::json_lines},
            {"html", ReadFormat::html},
            {kArchive, ReadFormat::text}};
}

Choices<InputKind> inputs() { return {{"auto", InputKind::automatic}, {kArchive, InputKind::archive}}; }

// What the options are read into before they are understood.
struct ReadWords {
    std::vector<std::string> formats;
    std::string input = "auto";
    std::string color = "auto";
    bool lines = false;
    bool page = false;
    bool why = false;
    bool places = false;
    bool annotations = false;
    bool recursive = false;
};

void add_output_options(CLI::App& read, ReadArguments& arguments, ReadWords& words) {
    offer(read.add_option("--format", words.formats,
                          "How the documents are written; warc: the inputs are web archives, as with --input warc"),
          formats())
        ->expected(1)
        ->take_all();
    read.add_flag("--jsonl", words.lines, "One document a line, as JSON: the same as --format jsonl");
    read.add_flag("--html", words.page, "One page with what was kept and cut: the same as --format html");
    read.add_flag("--why", words.why, "Show block by block what was kept or cut, for which reason, how sure");
    read.add_flag(
        "--places", words.places,
        "With JSON: say of each block where it stands in the original, how to quote it and how to link to it");
    read.add_flag("--annotations", words.annotations,
                  "Show of each sentence its names, quantities, dates, who says what, and how sure: in every form");
    add_output_option(read, arguments.output);
    add_color_option(read, words.color);
    add_width_option(read, arguments.width);
}

void take_words(const ReadWords& words, ReadArguments& arguments) {
    arguments.input = find(inputs(), words.input)->second;
    std::vector<ReadFormat> chosen;
    for (const auto& word : words.formats) {
        if (word == kArchive)
            arguments.input = InputKind::archive;
        else
            chosen.push_back(find(formats(), word)->second);
    }
    if (words.lines) chosen.push_back(ReadFormat::json_lines);
    if (words.page) chosen.push_back(ReadFormat::html);
    for (const auto format : chosen) {
        if (format != chosen.front()) throw CLI::ValidationError("--format", "documents are written in one way only");
        arguments.format = format;
    }
    arguments.color = find(color_choices(), words.color)->second;
    if (words.why) arguments.detail = TextDetail::decisions;
    if (words.places) arguments.places = PlaceDetail::of_blocks;
    if (words.recursive) arguments.depth = FolderDepth::everything_below;
    if (words.annotations) arguments.annotations = AnnotationDetail::all;
    if (words.why && words.annotations) {
        throw CLI::ValidationError("--why",
                                   "shows what was kept and cut, --annotations what the sentences say: not both");
    }
    if (words.why && arguments.format != ReadFormat::text) {
        throw CLI::ValidationError("--why", "is a form of the text; JSON and the page hold every decision anyway");
    }
    if (words.places && arguments.format != ReadFormat::json && arguments.format != ReadFormat::json_lines) {
        throw CLI::ValidationError("--places", "is a part of JSON, expected --jsonl or --format json beside it");
    }
}

}  // namespace

Command add_read_command(CLI::App& program) {
    auto* read = program.add_subcommand("read", "Show what is read from files: metadata, text, what is set aside");
    auto arguments = std::make_shared<ReadArguments>();
    auto words = std::make_shared<ReadWords>();
    read->add_option("FILE", arguments->names,
                     "Files, folders (every file in one), addresses of pages, - for standard input")
        ->required()
        ->type_name("");
    read->add_flag("--recursive", words->recursive, "Read the folders in a folder too");
    offer(read->add_option("--input", words->input, "What the inputs are; told from their bytes when not given"),
          inputs());
    add_output_options(*read, *arguments, *words);
    add_threads_option(*read, arguments->threads);
    add_fetch_options(*read, arguments->fetch);
    add_registers_options(*read, arguments->registers);
    read->add_flag("--quiet", arguments->quiet, "Say nothing on standard error unless something is wrong");
    read->footer(kExamples);
    read->parse_complete_callback([arguments, words] { take_words(*words, *arguments); });
    return {read, [arguments] { return read_all(*arguments); }};
}

}  // namespace axray::cli
