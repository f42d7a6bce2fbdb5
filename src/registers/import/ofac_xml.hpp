// OFAC's lists in XML (SDN.XML, CONSOLIDATED.XML -> ImportedList).
//
// They tell the same as the CSV files, in elements, with the date of publication.
// Source: the lists' schema, sdn.xsd.
#pragma once

#include <string_view>
#include <vector>

#include "registers/import/import.hpp"

namespace axray::registers {

[[nodiscard]] bool is_ofac_xml(std::string_view start);
[[nodiscard]] Result<ImportedList> read_ofac_xml(const std::vector<ListFile>& files);

}  // namespace axray::registers
