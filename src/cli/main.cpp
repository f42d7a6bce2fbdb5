// The program `axray`: reads the arguments and hands over to the command that they name.
#include <csignal>
#include <cstdio>
#include <exception>
#include <sstream>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include <axray/version.hpp>

#include "cli/command.hpp"

namespace axray::cli {
namespace {

constexpr const char* kExamples = R"(Examples:
  axray check article.txt --against reports/          every claim of an article and where it comes from
  axray check article.html --against a.txt b.txt --format html --output report.html
  axray check --jsonl < claims.jsonl > answers.jsonl  one claim with its sources in each line
  axray explain article.txt --against reports/ --claim 3  why the third claim got its verdict
  axray read page.html                                what is read from a page, and what is set aside
  axray read pages/ crawl.warc.gz --jsonl             many pages, one document in each line
  axray registers import lists/                       sanctions lists and threat actors, to look names up in
  axray story reports/                                many reports of one event: what they share, where they differ
  axray screen --file customers.csv --format csv      who of them is on the lists that were imported

`axray COMMAND --help` explains the options of a command.
Exit status: 0 done, 1 a --fail-on verdict or a hit was met, 2 wrong usage, 3 input could not be read, 4 other
failure.)";

// What a failed reading of the arguments means: help was asked for, or the arguments are wrong.
int end_of_parsing(const CLI::App& program, const CLI::ParseError& error) {
    if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) {
        std::ostringstream text;
        program.exit(error, text, text);
        const bool written = std::fputs(text.str().c_str(), stdout) >= 0 && std::fflush(stdout) == 0;
        return written ? kDone : kFailed;
    }
    say(error.what());
    const auto chosen = program.get_subcommands();
    if (chosen.empty())
        say("the commands are check, explain, read, registers, screen and story; `axray --help` gives examples");
    else
        say("`axray " + chosen.front()->get_name() + " --help` explains its options");
    return kWrongUsage;
}

int run(int argument_count, const char* const* arguments) {
    CLI::App program("Traces every claim of an article to the words in its sources.", "axray");
    program.footer(kExamples);
    program.set_version_flag("--version", "axray " + std::string(kVersion));
    program.require_subcommand(1);
    const std::vector<Command> commands = {add_check_command(program),  add_explain_command(program),
                                           add_read_command(program),   add_registers_command(program),
                                           add_screen_command(program), add_story_command(program)};
    try {
        program.parse(argument_count, arguments);
    } catch (const CLI::ParseError& error) {
        return end_of_parsing(program, error);
    }
    for (const auto& command : commands) {
        if (command.definition->parsed()) return command.run();
    }
    return kWrongUsage;
}

}  // namespace
}  // namespace axray::cli

int main(int argument_count, char** arguments) {
    std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is an error like others, seen where it is written
    try {
        return axray::cli::run(argument_count, arguments);
    } catch (const std::exception& error) {
        axray::cli::say(std::string("internal error: ") + error.what());
    }
    return axray::cli::kFailed;
}
