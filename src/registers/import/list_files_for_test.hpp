// Lists for the tests: invented parties in the published forms (name -> ListFile from tests/registers/lists).
//
// Source: own; the forms are those of the publishers.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "base/files.hpp"
#include "registers/import/import.hpp"

namespace axray::registers {

inline ListFile invented_list(const std::string& name) {
    auto bytes = base::read_file(std::string(AXRAY_SOURCE_DIR) + "/tests/registers/lists/" + name, 1U << 20U);
    REQUIRE(bytes);
    return {name, std::move(*bytes)};
}

inline const RegisterEntry& entry_of(const ImportedList& list, std::string_view reference) {
    const auto found = std::find_if(list.entries.begin(), list.entries.end(),
                                    [&](const RegisterEntry& entry) { return entry.reference == reference; });
    REQUIRE(found != list.entries.end());
    return *found;
}

// What stands at a row's place in the file it names.
inline std::string_view bytes_of(const ListRow& row, const ListFile& file) {
    REQUIRE(row.file == file.name);
    REQUIRE(row.bytes.end <= file.bytes.size());
    return std::string_view(file.bytes).substr(row.bytes.begin, row.bytes.size());
}

}  // namespace axray::registers
