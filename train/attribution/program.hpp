// What the training programs have in common as programs (command line -> Items, Error -> exit status).
//
// All of them take folders of labelled claims at the end of their command line and end with the program's usual exit
// statuses when something cannot be read or written.
#pragma once

#include <span>
#include <string>
#include <vector>

#include <axray/result.hpp>

#include "items.hpp"

namespace axray::train {

// Sets whose licence does not allow a model that is passed on; names of files without endings.
[[nodiscard]] std::vector<std::string> sets_not_to_pass_on();

// The items of all `folders`, one after another. Errors: those of read_items.
[[nodiscard]] Result<std::vector<Item>> read_folders(std::span<const std::string> folders,
                                                     const std::vector<std::string>& left_out);

// Prints the error for the reader and gives the exit status that stands for it.
[[nodiscard]] int report(const Error& error);

}  // namespace axray::train
