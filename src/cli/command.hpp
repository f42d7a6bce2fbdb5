// A command of the program: its options, and what it does once they are read (arguments -> exit status).
//
// Results go to standard output or --output, everything else to standard error. Exit status: 0 done, 1 a --fail-on
// verdict was met, 2 wrong usage, 3 input could not be read, 4 the output or a model could not be used.
// Source: own.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include <axray/result.hpp>

namespace CLI {
class App;
}

namespace axray::cli {

enum ExitStatus : int { kDone = 0, kVerdictMet = 1, kWrongUsage = 2, kUnreadableInput = 3, kFailed = 4 };

struct Command {
    CLI::App* definition = nullptr;  // owned by the App that it was added to
    std::function<int()> run;        // gives the exit status
};

[[nodiscard]] Command add_check_command(CLI::App& program);
[[nodiscard]] Command add_explain_command(CLI::App& program);
[[nodiscard]] Command add_read_command(CLI::App& program);
[[nodiscard]] Command add_registers_command(CLI::App& program);
[[nodiscard]] Command add_screen_command(CLI::App& program);
[[nodiscard]] Command add_story_command(CLI::App& program);

// "axray: message" on standard error.
void say(std::string_view message);

// Says what went wrong and gives the exit status that belongs to it.
[[nodiscard]] int refuse(const Error& error);

}  // namespace axray::cli
