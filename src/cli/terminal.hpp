// What is known of the place that the text goes to: how wide it is, and whether it shows colours.
//
// Source: own; NO_COLOR after no-color.org.
#pragma once

#include <cstdint>

#include "cli/choices.hpp"

namespace axray::cli {

enum class ColorChoice : std::uint8_t { automatic, always, never };
// The words for them.
[[nodiscard]] Choices<ColorChoice> color_choices();

enum class Destination : std::uint8_t { standard_output, file };

// Columns of a line: `chosen` when it is not 0, else the environment's COLUMNS, else the terminal's own width, else
// 100.
[[nodiscard]] unsigned text_width(unsigned chosen, Destination destination);

// Automatic: only on a terminal, and not when the environment sets NO_COLOR or TERM=dumb.
[[nodiscard]] bool shows_colors(ColorChoice choice, Destination destination);

}  // namespace axray::cli
