// The UK's lists in tables (CSV or OpenDocument spreadsheet -> ImportedList).
//
// The UK Sanctions List of the Foreign, Commonwealth & Development Office, in full (one row for each name of a party)
// and in its short form (one row a party), and the consolidated list of OFSI (ConList.csv), which was closed in 2026.
// Sources: the published files' own headers.
#pragma once

#include <string_view>
#include <vector>

#include "registers/import/import.hpp"

namespace axray::registers {

[[nodiscard]] bool is_uk_table(std::string_view start);
[[nodiscard]] Result<ImportedList> read_uk_table(const std::vector<ListFile>& files);

[[nodiscard]] bool is_ofsi_table(std::string_view start);
[[nodiscard]] Result<ImportedList> read_ofsi_table(const std::vector<ListFile>& files);

}  // namespace axray::registers
