// Feeds arbitrary bytes to the reader of customers' tables and what is made of their rows.
// Depends: base report cli
//
// What must hold: no crash, bounded time; every cell is valid UTF-8; lines never go back; a row of a table has no
// more cells than the heading; a cell of CSV is read back as one cell.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <string>

#include <unistd.h>

#include "base/utf8.hpp"
#include "cli/screen/customer_columns.hpp"
#include "cli/screen/customer_input.hpp"
#include "report/screening_csv.hpp"
#include "require.hpp"

namespace {

using axray::fuzz::require;

void require_one_cell(const std::string& cell) {
    const auto written = axray::report::csv_cell(cell);
    if (written.empty()) return;
    const bool quoted = written.front() == '"';
    require(quoted || written.find_first_of(",\"\r\n") == std::string::npos, "a cell with signs of CSV is quoted");
    if (!quoted) require(std::string("=+-@").find(written.front()) == std::string::npos, "a cell is no formula");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static std::FILE* const kFile = std::tmpfile();
    require(kFile != nullptr && ::ftruncate(::fileno(kFile), 0) == 0, "a temporary file can be used");
    std::rewind(kFile);
    require(size == 0 || std::fwrite(data, 1, size, kFile) == size, "a temporary file can be written");
    std::fflush(kFile);

    auto input = axray::cli::CustomerInput::open("/proc/self/fd/" + std::to_string(::fileno(kFile)));
    if (!input) {
        require(!input.error().message.empty(), "an error says what is wrong");
        return 0;
    }
    const auto columns = axray::cli::CustomerColumns::of(input->columns(), {});
    std::uint64_t line = 0;
    for (auto batch = input->next(); batch && *batch; batch = input->next()) {
        input->read(**batch, [&](const axray::cli::CustomerRow& row) {
            require(row.line >= line, "lines never go back");
            line = row.line;
            for (const auto& cell : row.cells) {
                require(axray::base::first_invalid_utf8(cell) == cell.size(), "cells are valid UTF-8");
                require_one_cell(cell);
            }
            require(!row.columns.empty() || row.cells.size() <= input->columns().size(), "no cell lacks a column");
            if (!columns || !row.usable) return;
            const auto customer = columns->read(row.cells);
            if (customer) require(!customer->query.name.empty(), "a customer has a name");
        });
    }
    return 0;
}
