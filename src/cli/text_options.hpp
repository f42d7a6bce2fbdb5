// Options that all commands with an output have (CLI::App -> CLI::App): where it goes, how wide and how coloured the
// text is, how many threads work on it.
//
// Values are written when the command line was parsed; what they are written to must live as long as `command`.
// Source: own, over CLI11.
#pragma once

#include <string>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace axray::cli {

// Takes the name of a file, which is not empty.
CLI::Option* take_file_name(CLI::Option* option);

CLI::Option* add_output_option(CLI::App& command, std::string& path,
                               const std::string& help = "Write to a file, which appears only when it is complete");
CLI::Option* add_width_option(CLI::App& command, unsigned& columns);
// The word is one of color_choices().
CLI::Option* add_color_option(CLI::App& command, std::string& word);
CLI::Option* add_threads_option(CLI::App& command, unsigned& threads,
                                const std::string& help = "As many as the machine has when not given");

}  // namespace axray::cli
