// What the columns of a table mean for an entry (TableRow -> RegisterEntry).
//
// A form of table says for each column that it knows which field it fills; columns that it does not know are left to
// the row. Source: own.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <axray/register_entry.hpp>

#include "registers/import/printed_dates.hpp"
#include "registers/import/table_source.hpp"

namespace axray::registers {

enum class Role : std::uint8_t {
    kind,  // person, company, ...
    primary,
    name_part,  // of the primary name, where it stands in several columns; in the order of the roles
    alias,
    weak_alias,
    former,
    native_script,
    programme,
    listed,
    delisted,
    birth,
    country,
    place,
    place_part,        // of one place, in the order of the roles
    birth_place_part,  // of another
    identifier,
    link,
    related,
    attribute,
    remarks,
};

struct ColumnRole {
    std::string_view column;  // as column_key
    Role role;
    std::string_view label = {};  // of an identifier: its type; of an attribute: what it is called
};

struct CellRules {
    char separator = ';';  // of several values in a cell; '\0': a cell is one value but for enumerations
    DayOrder days = DayOrder::day_first;
};

class RoleReader {
public:
    // The views in `roles` must be of constants.
    RoleReader(const Columns& columns, const std::vector<ColumnRole>& roles, CellRules rules);

    // What the row tells. Neither list nor reference is filled; there may be no name.
    [[nodiscard]] RegisterEntry entry(const TableRow& row) const;

private:
    void add(RegisterEntry& entry, const ColumnRole& role, std::string_view cell) const;
    [[nodiscard]] std::vector<std::string> values(std::string_view cell) const;

    std::vector<std::pair<std::size_t, ColumnRole>> roles_;  // with the position of the column
    CellRules rules_;
};

// "Individual", "ship", "LegalEntity", "P": unknown for what is none of them.
[[nodiscard]] EntryKind kind_of_word(std::string_view word);

// Adds to an entry what another row or record tells about the same party. The earlier date of listing counts.
void merge_into(RegisterEntry& entry, const RegisterEntry& more);

}  // namespace axray::registers
