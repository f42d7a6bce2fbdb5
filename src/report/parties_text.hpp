// The parties of an article as lines for a terminal (Parties -> text). Part of the report of a check.
//
// Source: own.
#pragma once

#include <string>

#include <axray/parties.hpp>

#include "report/terminal.hpp"

namespace axray::report {

[[nodiscard]] std::string parties_text(const Parties& parties, const TerminalOptions& options);

}  // namespace axray::report
