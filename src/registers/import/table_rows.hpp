// Rows of a table in text: comma, tab or semicolon separated (ListText -> TableRow, one at a time).
//
// Rows are read as RFC 4180 has them, and what breaks its rules is told and costs one row: after a quote that is never
// closed, or closed within another row, reading goes on with the next line. Linear in the text, whatever it holds.
// Source: RFC 4180; the recovery is our own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "registers/import/list_text.hpp"

namespace axray::registers {

inline constexpr std::size_t kCellLimit = std::size_t{1} << 20;  // bytes
inline constexpr std::size_t kColumnLimit = 1024;

struct TableRow {
    std::vector<std::string> cells;
    ListRow place;
    std::string fault;  // what is wrong with the row; empty when nothing is
    bool whole = true;  // false: its cells must not be used
};

class TableRows {
public:
    // `text` must live as long as the rows do.
    TableRows(ListText& text, char separator) : text_(&text), separator_(separator) {}

    // The next row that is not empty; null behind the last one. Valid until the next call.
    [[nodiscard]] const TableRow* next();

private:
    enum class Quoted : std::uint8_t { closed, odd, never_closed, closed_elsewhere };
    void read_row();
    void read_plain_cell(std::string& cell);
    [[nodiscard]] Quoted read_quoted_cell(std::string& cell);
    [[nodiscard]] std::string& new_cell();
    void end_line();
    void give_up(std::string reason, std::size_t begin);
    void append(std::string& cell, std::size_t begin, std::size_t end);
    [[nodiscard]] bool at_line_end(std::size_t at) const;

    ListText* text_;
    char separator_;
    std::size_t at_ = 0;
    std::uint64_t line_ = 1;
    std::size_t cells_ = 0;  // of the row
    std::string surplus_;    // takes the cells behind the limit
    TableRow row_;
};

}  // namespace axray::registers
