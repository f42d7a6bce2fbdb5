// What a user chose for `axray registers` (arguments -> RegistersArguments), and what its parts share.
//
// Source: own.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <axray/registers.hpp>
#include <axray/result.hpp>

#include "cli/fetch_input.hpp"
#include "registers/store/store.hpp"

namespace axray::cli {

enum class RegistersFormat : std::uint8_t { text, json };
enum class VersionsShown : std::uint8_t { in_use, all };

struct RegistersArguments {
    std::string folder;              // of the registers; empty: the usual one
    std::vector<std::string> names;  // files and folders, lists, or an entry
    std::string date;                // ISO 8601 day of a list that tells none
    std::string on;                  // ISO 8601 day that is asked for; empty: the newest versions
    registers::Shrinking shrinking = registers::Shrinking::refused;
    VersionsShown versions = VersionsShown::in_use;
    RegistersFormat format = RegistersFormat::text;
    std::string output;  // path; empty: standard output
    std::string config;  // of updates; empty: the one that is part of the program
    FetchArguments fetch;
    unsigned width = 0;  // columns; 0: as wide as the terminal
};

// The store of the folder that was named, or of the usual one.
[[nodiscard]] Result<registers::Store> open_store(const RegistersArguments& arguments);

// Writes `text` to standard output or --output; gives the exit status.
[[nodiscard]] int write_result(const RegistersArguments& arguments, std::string_view text);

// Says something in which words of lists or servers stand, which must not steer the terminal.
void say_foreign(std::string_view text);

// Lines of cells, each column as wide as its widest cell; the last one is not padded. Cells are made harmless.
[[nodiscard]] std::string aligned(const std::vector<std::vector<std::string>>& rows);

// Each gives the exit status.
[[nodiscard]] int import_lists(const RegistersArguments& arguments);
[[nodiscard]] int show_lists(const RegistersArguments& arguments);
[[nodiscard]] int show_entry(const RegistersArguments& arguments);
[[nodiscard]] int update_lists(const RegistersArguments& arguments);
[[nodiscard]] int print_config(const RegistersArguments& arguments);

}  // namespace axray::cli
