// What a user chose for `axray screen` (arguments -> ScreenArguments), and what all its ways of working share.
//
// Source: own.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <axray/registers.hpp>
#include <axray/result.hpp>

#include "cli/screen/customer_columns.hpp"
#include "cli/terminal.hpp"
#include "report/screening.hpp"

namespace axray::cli {

enum class ScreenFormat : std::uint8_t { text, json, csv, jsonl };

struct ScreenArguments {
    std::vector<std::string> names;
    std::string file;                  // of customers; empty: the names
    std::optional<std::string> lines;  // bulk mode: path or "-"
    std::vector<ColumnChoice> columns;
    ScreenQuery given;  // what is known of all names: its name stays empty
    ScreenOptions options;
    std::string on;
    std::string registers;  // folder
    ScreenFormat format = ScreenFormat::text;
    std::string output;  // path; empty: standard output
    ColorChoice color = ColorChoice::automatic;
    unsigned threads = 0;  // 0: as many as the machine runs at once
    unsigned width = 0;    // columns; 0: as wide as the terminal
    bool fail_on_hit = false;
    bool quiet = false;
};

struct OpenRegisters {
    Registers registers;
    report::ScreeningRun run;
};

// Opens the registers and sees that the lists which were asked for are there.
[[nodiscard]] Result<OpenRegisters> open_registers(const ScreenArguments& arguments);

[[nodiscard]] unsigned threads_of(const ScreenArguments& arguments);

// Each gives the exit status.
[[nodiscard]] int screen_names(const ScreenArguments& arguments);
[[nodiscard]] int screen_customers(const ScreenArguments& arguments);
[[nodiscard]] int screen_lines(const ScreenArguments& arguments);

}  // namespace axray::cli
