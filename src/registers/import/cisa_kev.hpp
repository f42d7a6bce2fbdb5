// CISA's catalogue of known exploited vulnerabilities in JSON (ListFile -> ImportedList): CVE numbers.
//
// Source: CISA, "Known Exploited Vulnerabilities Catalog", its JSON schema.
#pragma once

#include <string_view>
#include <vector>

#include "registers/import/import.hpp"

namespace axray::registers {

// Whether a file that begins so is one of them.
[[nodiscard]] bool is_cisa_kev(std::string_view start);
// As import_list; one file only.
[[nodiscard]] Result<ImportedList> read_cisa_kev(const std::vector<ListFile>& files);

}  // namespace axray::registers
