// Lists that are a table with a header, one row or more a party (ListFile -> ImportedList).
//
// The EU's designations as transcribed from the Official Journal by regulation; the Commission's consolidated list in
// CSV; the consolidated screening list of the US Department of Commerce (trade.gov); the denied persons of the Bureau
// of Industry and Security; the FCC's covered list; and any table whose columns have the usual names: Name, Alias,
// Country, Start date, ... Columns are found by their names, in any order. Sources: the files' own headers; for the
// EU's journal files FORMAT.md beside them.
#pragma once

#include <string_view>
#include <vector>

#include "registers/import/import.hpp"

namespace axray::registers {

[[nodiscard]] bool is_eu_journal_csv(std::string_view start);
[[nodiscard]] Result<ImportedList> read_eu_journal_csv(const std::vector<ListFile>& files);

[[nodiscard]] bool is_eu_financial_csv(std::string_view start);
[[nodiscard]] Result<ImportedList> read_eu_financial_csv(const std::vector<ListFile>& files);

[[nodiscard]] bool is_screening_list_csv(std::string_view start);
[[nodiscard]] Result<ImportedList> read_screening_list_csv(const std::vector<ListFile>& files);

[[nodiscard]] bool is_denied_persons_text(std::string_view start);
[[nodiscard]] Result<ImportedList> read_denied_persons_text(const std::vector<ListFile>& files);

// Equipment and services that the FCC holds to be a risk; the entries are the companies that they come from.
[[nodiscard]] bool is_covered_list_csv(std::string_view start);
[[nodiscard]] Result<ImportedList> read_covered_list_csv(const std::vector<ListFile>& files);

// Any other table with a column of names and another that is known. The list is called as its file is.
[[nodiscard]] bool is_named_table(std::string_view start);
[[nodiscard]] Result<ImportedList> read_named_table(const std::vector<ListFile>& files);

}  // namespace axray::registers
