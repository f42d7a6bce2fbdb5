// An explanation for a terminal (Explanation -> lines below its claim).
//
// What decided, the claim word by word beside the evidence, the values compared, what counted, what would change it.
// Source: own.
#pragma once

#include <string>
#include <string_view>

#include <axray/check_report.hpp>

#include "report/terminal.hpp"

namespace axray::report {

// Lines of at most `options.width` columns; `indent` stands before each.
[[nodiscard]] std::string explanation_lines(const CheckReport& report, const CheckedClaim& checked,
                                            const Explanation& explanation, const TerminalOptions& options,
                                            std::string_view indent);

}  // namespace axray::report
