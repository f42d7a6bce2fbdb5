// What must hold of every list that a reader gives (one byte that chooses the reader, bytes of a list -> nothing, or
// the end).
//
// Shared by the fuzz targets of published lists: faults are counted, entries have names, references and rows, and rows
// lie within the file. Source: own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/utf8.hpp"
#include "registers/import/import.hpp"
#include "require.hpp"

namespace axray::fuzz {

using ListReader = Result<registers::ImportedList> (*)(const std::vector<registers::ListFile>&);

inline void require_sound(const RegisterEntry& entry, const registers::ImportedList& list,
                          const registers::ListFile& file) {
    require(!entry.reference.empty() && entry.list == list.list, "an entry has a reference and its list");
    require(!entry.names.empty(), "an entry has a name");
    for (const auto& name : entry.names) {
        require(!name.text.empty(), "no name is empty");
        require(base::first_invalid_utf8(name.text) == name.text.size(), "names are UTF-8");
    }
    require(!entry.rows.empty(), "an entry has a row");
    for (const auto& row : entry.rows) {
        require(row.line >= 1, "lines are counted from 1");
        require(row.bytes.begin < row.bytes.end && row.bytes.end <= file.bytes.size(), "a row is in the file");
    }
}

// The list that the chosen reader makes of the bytes, which is sound; without entries where it refuses them.
inline registers::ImportedList read_soundly(std::span<const ListReader> readers, const std::uint8_t* data,
                                            std::size_t size) {
    if (size == 0) return {};
    const registers::ListFile file{"list", std::string(reinterpret_cast<const char*>(data) + 1, size - 1)};
    auto list = readers[data[0] % readers.size()]({file});
    if (!list) {
        require(!list.error().message.empty() && !list.error().context.empty(), "an error says what and where");
        return {};
    }
    require(!list->entries.empty(), "a list has entries");
    require(list->faults.size() <= 100, "no more than 100 faults are kept");
    require(list->faults.size() <= list->faulty_rows, "every fault is counted");
    for (const auto& entry : list->entries) require_sound(entry, *list, file);
    return *std::move(list);
}

}  // namespace axray::fuzz
