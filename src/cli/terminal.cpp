#include "cli/terminal.hpp"

#include <charconv>
#include <cstdlib>
#include <string_view>

#include <sys/ioctl.h>
#include <unistd.h>

namespace axray::cli {
namespace {

constexpr unsigned kWidthWithoutTerminal = 100;
constexpr unsigned kWidestTerminal = 10000;

std::string_view environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string_view() : std::string_view(value);
}

// 0 when `text` is no usable number of columns.
unsigned columns_of(std::string_view text) {
    unsigned columns = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), columns);
    const bool usable = fault == std::errc() && end == text.data() + text.size() && columns <= kWidestTerminal;
    return usable ? columns : 0;
}

}  // namespace

Choices<ColorChoice> color_choices() {
    return {{"auto", ColorChoice::automatic}, {"always", ColorChoice::always}, {"never", ColorChoice::never}};
}

unsigned text_width(unsigned chosen, Destination destination) {
    if (chosen > 0) return chosen;
    if (const unsigned columns = columns_of(environment("COLUMNS")); columns > 0) return columns;
    winsize size{};
    if (destination == Destination::standard_output && ::isatty(STDOUT_FILENO) == 1 &&
        ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
        return size.ws_col;
    }
    return kWidthWithoutTerminal;
}

bool shows_colors(ColorChoice choice, Destination destination) {
    if (choice != ColorChoice::automatic) return choice == ColorChoice::always;
    if (destination == Destination::file || ::isatty(STDOUT_FILENO) != 1) return false;
    return environment("NO_COLOR").empty() && environment("TERM") != "dumb";
}

}  // namespace axray::cli
