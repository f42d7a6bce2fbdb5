// Bundles of STIX 2.0 and 2.1, as MITRE publishes ATT&CK (ListFile -> ImportedList): actors, their software, campaigns
// and techniques.
//
// One bundle may hold everything, or each object may have a file of its own. An object that stands in several files
// is one entry with several rows. What was revoked or deprecated counts as a row and gives no entry.
// Source: OASIS, "STIX Version 2.1"; MITRE, "ATT&CK data model" (the x_mitre_ members).
#pragma once

#include <string_view>
#include <vector>

#include "registers/import/import.hpp"

namespace axray::registers {

// Whether a file that begins so is one of them.
[[nodiscard]] bool is_stix(std::string_view start);
// As import_list.
[[nodiscard]] Result<ImportedList> read_stix(const std::vector<ListFile>& files);

}  // namespace axray::registers
