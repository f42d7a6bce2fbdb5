// OFAC's lists in the advanced XML form (Sanctions: SDN_ADVANCED.XML, CONS_ADVANCED.XML -> ImportedList).
//
// The form holds places, documents, parties, relations and entries in tables of their own that refer to one another by
// number, and the meaning of most numbers in a table of values. It alone of OFAC's forms tells since when a party is
// listed, and its names in other scripts. Tables are read in the order in which they are published.
// Source: "Advanced Sanctions Data Model", the United Nations' standard, as OFAC publishes it.
#pragma once

#include <string_view>
#include <vector>

#include "registers/import/import.hpp"

namespace axray::registers {

[[nodiscard]] bool is_ofac_advanced_xml(std::string_view start);
[[nodiscard]] Result<ImportedList> read_ofac_advanced_xml(const std::vector<ListFile>& files);

}  // namespace axray::registers
