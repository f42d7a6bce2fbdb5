// The EU's consolidated financial sanctions list in XML (export/sanctionEntity -> ImportedList).
//
// Source: the schema of the Commission's list, "FSF export" 1.1.
#pragma once

#include <string_view>
#include <vector>

#include "registers/import/import.hpp"

namespace axray::registers {

[[nodiscard]] bool is_eu_xml(std::string_view start);
[[nodiscard]] Result<ImportedList> read_eu_xml(const std::vector<ListFile>& files);

// What the list calls a number: "passport", "regnumber", "fiscalcode", ...; its description when the code is no known
// one.
[[nodiscard]] std::string eu_identifier_type(std::string_view code, std::string_view description);

}  // namespace axray::registers
