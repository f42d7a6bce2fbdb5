// The parties of an article as lines for a terminal (Parties -> text). Part of the reports of a check and of a story.
//
// Source: own.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <axray/parties.hpp>

#include "report/terminal.hpp"

namespace axray::report {

// One party under its number from 1; `on` as in Parties.
[[nodiscard]] std::string party_text(std::size_t number, const PartyReport& party, std::string_view on,
                                     const TerminalOptions& options);

[[nodiscard]] std::string parties_text(const Parties& parties, const TerminalOptions& options);

}  // namespace axray::report
