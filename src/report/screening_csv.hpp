// Answers of screening as a table (ScreenAnswer -> lines of CSV), for spreadsheets and other programs.
//
// One line a hit, and one for a name without hits, whose screen_hit is 0. The columns of the user's own table come
// first, as they were. A cell that a spreadsheet would take for a formula gets an apostrophe in front. Source: RFC
// 4180; the guard after OWASP's notes on CSV injection.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <axray/registers.hpp>
#include <axray/result.hpp>

#include "report/screening.hpp"

namespace axray::report {

// One cell: quoted where the rules of CSV ask for it, and never the beginning of a formula.
[[nodiscard]] std::string csv_cell(std::string_view text);

// The heading; `columns` are those of the user's table.
[[nodiscard]] std::string screening_csv_head(const std::vector<std::string>& columns);

// `cells` are those of the user's row, as many as there are columns.
[[nodiscard]] std::string screening_csv_rows(const std::vector<std::string>& cells, const ScreenQuery& query,
                                             const ScreenAnswer& answer, const ScreeningRun& run);

// The line of a row that could not be used.
[[nodiscard]] std::string screening_csv_error(const std::vector<std::string>& cells, const Error& error);

}  // namespace axray::report
