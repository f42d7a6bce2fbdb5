// Galaxies of MISP, one cluster of values in a file (ListFile -> ImportedList): threat actors, software, agencies.
//
// The kind of the entries comes from the type of the galaxy. Synonyms that differ from a name before them in case only
// are that name. Source: MISP project, "MISP galaxy format" (Internet-Draft draft-dulaunoy-misp-galaxy-format).
#pragma once

#include <string_view>
#include <vector>

#include "registers/import/import.hpp"

namespace axray::registers {

// Whether a file that begins so is one of them.
[[nodiscard]] bool is_misp_galaxy(std::string_view start);
// As import_list; files of one galaxy only.
[[nodiscard]] Result<ImportedList> read_misp_galaxy(const std::vector<ListFile>& files);

}  // namespace axray::registers
