#include "cli/text_options.hpp"

#include <CLI/CLI.hpp>

#include "cli/choices.hpp"
#include "cli/terminal.hpp"

namespace axray::cli {
namespace {

constexpr unsigned kMostThreads = 1024;
constexpr unsigned kWidest = 10000;

}  // namespace

CLI::Option* take_file_name(CLI::Option* option) {
    return option->type_name("FILE")->check([](const std::string& path) {
        return path.empty() ? std::string("the name of a file is empty") : std::string();
    });
}

CLI::Option* add_output_option(CLI::App& command, std::string& path, const std::string& help) {
    return take_file_name(command.add_option("--output", path, help));
}

CLI::Option* add_width_option(CLI::App& command, unsigned& columns) {
    return command.add_option("--width", columns, "Columns of a line of text")
        ->check(CLI::Range(1u, kWidest))
        ->type_name("N");
}

CLI::Option* add_color_option(CLI::App& command, std::string& word) {
    return offer(command.add_option("--color", word, "Whether the text has colours"), color_choices());
}

CLI::Option* add_threads_option(CLI::App& command, unsigned& threads, const std::string& help) {
    return command.add_option("--threads", threads, help)->check(CLI::Range(1u, kMostThreads))->type_name("N");
}

}  // namespace axray::cli
