// Rows of a table, whatever it is written in (ListFile -> TableRow): separated text or an OpenDocument spreadsheet.
//
// The separator is the one of comma, semicolon and tab that stands most often in the first lines. Of a spreadsheet
// (content.xml) the rows of the first sheets are read in order; repeated empty cells and rows are not expanded. A
// row's place is its bytes in the file, of a spreadsheet those of its element.
// Sources: RFC 4180; OpenDocument 1.3, part 3, section 9 (tables).
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "registers/import/table_rows.hpp"

namespace axray::registers {

enum class Reading : std::uint8_t { go_on, stop };

// Hands the rows over until `take` says stop. Errors as read_xml.
[[nodiscard]] Result<bool> each_row(const ListFile& file, const std::function<Reading(const TableRow&)>& take);

// A column's name in small letters and digits alone: "Nationality(/ies)" -> "nationalityies".
[[nodiscard]] std::string column_key(std::string_view name);

// Columns of a header row, found by their keys.
class Columns {
public:
    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

    Columns() = default;
    explicit Columns(const std::vector<std::string>& header);

    [[nodiscard]] std::size_t find(std::string_view key) const;  // kNone when there is none
    [[nodiscard]] bool has(std::string_view key) const { return find(key) != kNone; }
    [[nodiscard]] std::size_t size() const { return header_.size(); }
    // "Name, Alias, Start date": what was found, for messages.
    [[nodiscard]] std::string names() const;

private:
    std::vector<std::string> header_;
    std::vector<std::pair<std::string, std::size_t>> by_key_;  // sorted
};

// Header of a table: the first of its ten first rows that `fits`; no columns when there is none. `file` may be the
// beginning of one.
[[nodiscard]] Columns header_of(const ListFile& file, const std::function<bool(const Columns&)>& fits);

// Values in one cell: split at the separator but within quotes, as in `A; "B; C"`, and at enumerations, as in
// "(a) first (b) second" and "(1) first (2) second". Trimmed, empty ones left out.
[[nodiscard]] std::vector<std::string> values_in(std::string_view cell, char separator);

}  // namespace axray::registers
