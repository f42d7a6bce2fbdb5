// What the training programs have in common as programs (command line -> Items, Error -> exit status).
//
// All of them take folders of labelled claims at the end of their command line and end with the program's usual exit
// statuses when something cannot be read or written.
#pragma once

#include <cstdlib>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <axray/result.hpp>

#include "items.hpp"

namespace axray::train {

// Sets whose licence does not allow a model that is passed on; names of files without endings.
[[nodiscard]] std::vector<std::string> sets_not_to_pass_on();

// True for sets in which a claim counts as supported because it is true, though the words of the source say something
// else or less (stance of a headline, verdict of a fact-checker, medicine and climate against abstracts). What is to be
// learned is whether the source bears the claim out, so these teach less.
[[nodiscard]] bool is_loose(std::string_view dataset);

// The items of all `folders`, one after another. Errors: those of read_items.
[[nodiscard]] Result<std::vector<Item>> read_folders(std::span<const std::string> folders,
                                                     const std::vector<std::string>& left_out);

// Prints the error for the reader and gives the exit status that stands for it.
[[nodiscard]] int report(const Error& error);

// For programs that can do nothing without the value: the value, or the end of the program as report() says.
template <typename Value>
Value value_or_exit(Result<Value> result) {
    if (!result) std::exit(report(result.error()));
    return std::move(*result);
}

}  // namespace axray::train
