// Answers of screening for a terminal (ScreenAnswer -> lines no wider than the terminal).
//
// Each hit says on which list and of which date, since when it is listed, which words met and how, and the row of the
// list. Words that did not meet stand underlined, without colours in brackets. Control characters of foreign text never
// reach the terminal. Source: own.
#pragma once

#include <string>

#include <axray/registers.hpp>

#include "report/screening.hpp"
#include "report/terminal.hpp"

namespace axray::report {

// `row` names the place in a file of customers, "line 12"; empty where there is none.
[[nodiscard]] std::string screening_text(const ScreenQuery& query, const ScreenAnswer& answer, const ScreeningRun& run,
                                         std::string_view row, const TerminalOptions& options);

// What was searched, and what must be known of it; the end of every output.
[[nodiscard]] std::string lists_text(const ScreeningRun& run, const TerminalOptions& options);

}  // namespace axray::report
