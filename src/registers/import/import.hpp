// Lists as they are published, read into entries (bytes of files -> ImportedList).
//
// The form is told from the bytes, never from the name of the file. A row that cannot be read is left out and told;
// the rest goes on. Each form has a reader of its own beside this file. Sources: the publishers' descriptions of their
// forms, named there.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <axray/register_entry.hpp>
#include <axray/result.hpp>

namespace axray::registers {

// One file, unpacked: gzip, zip and tar are undone before (unpack.hpp).
struct ListFile {
    std::string name;  // as it becomes ListRow::file
    std::string bytes;
};

// Something wrong with a row, which was left out or read in part.
struct ImportFault {
    ListRow place;
    std::string message;  // what was wrong and what was expected
};

struct ImportedList {
    std::string list;       // "ofac-sdn"
    std::string title;      // "OFAC Specially Designated Nationals and Blocked Persons List"
    std::string publisher;  // "US Treasury, Office of Foreign Assets Control"
    std::string version;    // as the list states it; empty when it does not
    std::string date;       // ISO 8601 day of publication, from the list itself; empty when it does not tell
    std::vector<RegisterEntry> entries;  // in the order of the files
    std::uint64_t rows = 0;              // that were read, entries or not
    std::uint64_t faulty_rows = 0;
    std::vector<ImportFault> faults;  // at most 100
};

// The name of the form in which a file is, such as "OFAC CSV"; empty when it is in none that is known. Looks at the
// beginning of the file only.
[[nodiscard]] std::string_view form_of_list(const ListFile& file);

// Reads files that belong together: one list in one form, such as sdn.csv with alt.csv, add.csv and sdn_comments.csv,
// or all CSV files of the EU. Errors: unsupported when no form fits, malformed when a form fits and its columns or its
// root do not, empty when there is no entry, limit_exceeded; each names the file. O(bytes).
[[nodiscard]] Result<ImportedList> import_list(const std::vector<ListFile>& files);

}  // namespace axray::registers
