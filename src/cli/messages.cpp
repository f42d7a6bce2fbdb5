// What the program says to its user on standard error.
#include <cstdio>

#include "cli/command.hpp"

namespace axray::cli {

void say(std::string_view message) {
    std::fprintf(stderr, "axray: %.*s\n", static_cast<int>(message.size()), message.data());
}

int refuse(const Error& error) {
    say(error.to_string());
    return exit_status(error.code);
}

}  // namespace axray::cli
