// What a user names on the command line, as documents (paths, folders, addresses, "-" -> documents).
//
// Source: own.
#pragma once

#include <string>
#include <vector>

#include <axray/document.hpp>
#include <axray/engine.hpp>
#include <axray/result.hpp>

#include "cli/fetch_input.hpp"

namespace axray::cli {

inline constexpr const char* kStandardInput = "-";

// The files and addresses that `names` stand for, in their order: a folder stands for the regular files directly in it,
// sorted by name. A file that is named twice, by whatever path, is given once. Errors: not_found, unreadable, empty (a
// folder without files), one for each name that cannot be used.
struct NamedFiles {
    std::vector<std::string> paths;
    std::vector<Error> errors;
};
[[nodiscard]] NamedFiles expand_names(const std::vector<std::string>& names);

// Reads one file, a page from its address or, for "-", standard input. Errors name the path or address. What a user
// should know of a fetched page is said on standard error.
[[nodiscard]] Result<Document> read_input(const Engine& engine, const AddressReader& addresses,
                                          const std::string& name);

}  // namespace axray::cli
