// Defines `axray read` and runs it: what is read from files, and what is set aside.
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>

#include "base/output.hpp"
#include "cli/command.hpp"
#include "cli/inputs.hpp"
#include "cli/read_output.hpp"
#include "cli/terminal.hpp"

namespace axray::cli {
namespace {

constexpr unsigned kWidest = 10000;

constexpr const char* kExamples = R"(Examples:
  axray read page.html
  axray read reports/ --format json --output reports.json
  curl -s https://example.org/article | axray read -

A file that cannot be read is named on standard error; the others are read, and the exit status is 3.)";

struct ReadArguments {
    std::vector<std::string> files;
    std::string format = "text";
    std::string output;
    unsigned width = 0;
};

int read_files(const ReadArguments& arguments) {
    const auto engine = Engine::open({});
    if (!engine) return refuse(engine.error());
    auto names = expand_names(arguments.files);
    std::vector<Document> documents;
    for (const auto& path : names.paths) {
        auto document = read_input(*engine, path);
        if (document)
            documents.push_back(*std::move(document));
        else
            names.errors.push_back(std::move(document).error());
    }
    for (const auto& error : names.errors) say(error.to_string());
    if (documents.empty()) return kUnreadableInput;

    auto output = arguments.output.empty() ? base::Output::standard() : base::Output::to_file(arguments.output);
    if (!output) return refuse(output.error());
    const auto destination = arguments.output.empty() ? Destination::standard_output : Destination::file;
    const auto text = arguments.format == "json"
                          ? documents_as_json(documents)
                          : documents_as_text(documents, text_width(arguments.width, destination));
    if (const auto written = output->write(text); !written) return refuse(written.error());
    if (const auto finished = output->finish(); !finished) return refuse(finished.error());
    return names.errors.empty() ? kDone : kUnreadableInput;
}

}  // namespace

Command add_read_command(CLI::App& program) {
    auto* read = program.add_subcommand("read", "Show what is read from files: metadata, text, what is set aside");
    auto arguments = std::make_shared<ReadArguments>();
    read->add_option("FILE", arguments->files, "Files, folders (every file in one), - for standard input")
        ->required()
        ->type_name("");
    read->add_option("--format", arguments->format, "How it is written")
        ->check(CLI::IsMember({"text", "json"}).description(""))
        ->type_name("text|json");
    read->add_option("--output", arguments->output, "Write to a file, which appears only when it is complete")
        ->type_name("FILE")
        ->check([](const std::string& path) { return path.empty() ? std::string("the name of a file is empty") : ""; });
    read->add_option("--width", arguments->width, "Columns of a line of text")
        ->check(CLI::Range(1u, kWidest))
        ->type_name("N");
    read->footer(kExamples);
    return {read, [arguments] { return read_files(*arguments); }};
}

}  // namespace axray::cli
