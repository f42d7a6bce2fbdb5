// The report of a check for a terminal (CheckReport -> text of lines no wider than the terminal).
//
// Each claim stands with its verdict in words, the source and the very words of it; what differs or lacks evidence is
// marked, with colour by underlining, without colour by brackets. Then the summary, and what the article leaves out.
// Control characters of foreign text never reach the terminal.
#pragma once

#include <cstdint>
#include <string>

#include <axray/check_report.hpp>

namespace axray::report {

enum class TerminalColor : std::uint8_t { none, ansi };

enum class TerminalDetail : std::uint8_t {
    summary,      // the counts alone
    differences,  // in full only claims that are not plainly supported; the others in one line
    everything,
    explained,  // only claims that have an explanation, without what the article leaves out
};

struct TerminalOptions {
    std::uint32_t width = 80;  // columns; fewer than 20 count as 20
    TerminalColor color = TerminalColor::none;
    TerminalDetail detail = TerminalDetail::everything;
};

[[nodiscard]] std::string render_terminal(const CheckReport& report, const TerminalOptions& options);

}  // namespace axray::report
