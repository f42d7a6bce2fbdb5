// The reading that all lists in tables share (files, description of a form -> ImportedList).
//
// Source: own.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "registers/import/column_roles.hpp"
#include "registers/import/list_in_making.hpp"

namespace axray::registers {

struct TableForm {
    std::string_view name;                  // for messages: "the EU's table of designations"
    std::vector<std::string_view> told_by;  // keys of columns that tell the form; all must be there
    std::vector<std::string_view> needed;   // keys of columns without which it cannot be read
    std::vector<ColumnRole> roles;
    CellRules rules;

    // What identifies the party of a row: rows with the same key are one entry. Empty: the row is left out and told.
    // The first name of an entry is its primary one unless a later row has one of that kind and the first did not.
    std::function<std::string(const RegisterEntry&, const Columns&, const TableRow&)> key;
    // The reference that a new key gets, without the name of the register; made unique.
    std::function<std::string(const RegisterEntry&, const Columns&, const TableRow&)> reference;
    // Rows before the header: a date stands there in some forms. May be empty.
    std::function<void(const TableRow&, ImportedList&)> head = {};
    // What else a row tells, of its entry or of the list, before the entry is merged. May be empty.
    std::function<void(RegisterEntry&, const Columns&, const TableRow&, ImportedList&)> mend = {};
};

// The cell of a column, trimmed; empty when there is none.
[[nodiscard]] std::string_view cell_of(const Columns& columns, const TableRow& row, std::string_view key);

// Whether a file that begins so has this form.
[[nodiscard]] bool fits_table(const TableForm& form, std::string_view start);

// Reads all files into the list. Errors as import_list.
[[nodiscard]] Result<ImportedList> read_tables(const TableForm& form, const std::vector<ListFile>& files,
                                               ListInMaking list);

}  // namespace axray::registers
