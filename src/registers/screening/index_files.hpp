// The files that a search needs beside the lists: an index of all names, and where each entry stands (Store ->
// SearchFiles).
//
// They are made from the versions in use and named by a digest of these, so that they are found again, never out of
// date, and may be deleted at any time. Where the folder cannot be written to they live in memory. Source: own.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <axray/registers.hpp>
#include <axray/result.hpp>

#include "matching/name_index.hpp"
#include "matching/name_preparer.hpp"
#include "registers/screening/entry_table.hpp"
#include "registers/store/store.hpp"

namespace axray::registers {

struct SearchFiles {
    matching::NameIndex names;  // places: number of the entry in `entries`, of the name in the entry, of the version
    EntryTable entries;
    std::vector<std::string> kept_in_memory;  // what names and entries refer to when they could not be written
};

// Opens the files for these versions and makes them before where they are missing or damaged. Errors: as
// Store::entries. Making costs O(letters of all names), opening O(words and names) once.
[[nodiscard]] Result<SearchFiles> open_search_files(const Store& store, const std::vector<ListVersion>& versions,
                                                    const matching::NamePreparer& preparer);

// What the matching engine calls a kind of entry.
[[nodiscard]] matching::NameKind name_kind(EntryKind kind);

}  // namespace axray::registers
