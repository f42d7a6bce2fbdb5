// The consolidated list of the UN Security Council in XML (CONSOLIDATED_LIST -> ImportedList).
//
// Source: the element names of the published list and its schema, sc-sanctions.xsd of the UN.
#pragma once

#include <string_view>
#include <vector>

#include "registers/import/import.hpp"

namespace axray::registers {

[[nodiscard]] bool is_un_xml(std::string_view start);
// One file. Errors as import_list.
[[nodiscard]] Result<ImportedList> read_un_xml(const std::vector<ListFile>& files);

}  // namespace axray::registers
