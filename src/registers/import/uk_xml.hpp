// The UK Sanctions List in XML (Designations -> ImportedList).
//
// Source: the element names of the list as published by the Foreign, Commonwealth & Development Office.
#pragma once

#include <string_view>
#include <vector>

#include "registers/import/import.hpp"

namespace axray::registers {

[[nodiscard]] bool is_uk_xml(std::string_view start);
[[nodiscard]] Result<ImportedList> read_uk_xml(const std::vector<ListFile>& files);

}  // namespace axray::registers
