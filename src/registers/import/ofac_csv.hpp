// OFAC's lists as it publishes them in CSV (sdn.csv, alt.csv, add.csv, sdn_comments.csv and cons_*.csv ->
// ImportedList).
//
// The files have no header; they are told by their columns and join on the first one, ent_num. One call takes one
// primary file and whatever belongs to it. Rows of an ent_num that the primary file lacks are told as faults: the files
// of one day fit, those of different days do not. No file tells its date.
// Source: OFAC, "Data specification for the delimited files" (dat_spec.txt).
#pragma once

#include <string_view>
#include <vector>

#include "registers/import/import.hpp"

namespace axray::registers {

// Whether a file that begins so is one of them.
[[nodiscard]] bool is_ofac_csv(std::string_view start);
// Whether it is the one that the others belong to.
[[nodiscard]] bool is_ofac_primary(std::string_view start);
// As import_list.
[[nodiscard]] Result<ImportedList> read_ofac_csv(const std::vector<ListFile>& files);

// Of OFAC's two lists, which one has these programmes: that of blocked persons, or the consolidated one of all others.
[[nodiscard]] bool is_other_than_blocked(const std::vector<std::string>& programmes);
void name_ofac_list(ImportedList& list);

}  // namespace axray::registers
