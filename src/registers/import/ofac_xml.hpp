// OFAC's lists in XML (SDN.XML, CONSOLIDATED.XML and the advanced form of both -> ImportedList).
//
// The plain form tells the same as the CSV files, in elements, with the date of publication. The advanced form holds
// parties, documents, places and dates of entry in tables of their own that refer to one another by number; it alone
// tells when a party was listed and its names in other scripts.
// Sources: the lists' schemas sdn.xsd and SDN_ADVANCED (Standard for Advanced Sanctions Data of the UN 1267 Committee).
#pragma once

#include <string_view>
#include <vector>

#include "registers/import/import.hpp"

namespace axray::registers {

[[nodiscard]] bool is_ofac_xml(std::string_view start);
[[nodiscard]] Result<ImportedList> read_ofac_xml(const std::vector<ListFile>& files);

}  // namespace axray::registers
