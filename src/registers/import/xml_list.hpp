// The reading that all lists in XML share (files, how a record becomes an entry -> ImportedList).
//
// Source: own.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "registers/import/list_in_making.hpp"
#include "registers/import/xml_records.hpp"

namespace axray::registers {

struct XmlForm {
    std::vector<std::string_view> records;  // elements that are entries
    std::vector<std::string_view> heads;    // elements that tell of the list
    // Entry with names and reference, without rows and list; an entry without a name is told and left out.
    std::function<RegisterEntry(const XmlElement&)> entry;
    // What an element of `heads`, and the root without what is in it, tell of the list.
    std::function<void(const XmlElement&, ImportedList&)> head;
};

// Errors as import_list.
[[nodiscard]] Result<ImportedList> read_xml_list(const XmlForm& form, const std::vector<ListFile>& files,
                                                 ListInMaking list);

}  // namespace axray::registers
