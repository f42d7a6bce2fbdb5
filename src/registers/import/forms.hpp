// The forms of lists that the program reads: how each is told from its bytes, and its reader.
//
// A new form is one line in the table in import.cpp, and files of its own beside it.
#pragma once

#include <string_view>
#include <vector>

#include "registers/import/import.hpp"

namespace axray::registers {

struct ListForm {
    std::string_view name;  // for messages: "OFAC CSV"

    // Whether a file that begins so has this form. `start` is the first 256 KiB at most as UTF-8 without a byte order
    // mark, cut anywhere. Must be cheap and strict: the first form that fits takes the file.
    bool (*fits)(std::string_view start);

    // Reads files that all have this form. Errors as import_list.
    Result<ImportedList> (*read)(const std::vector<ListFile>& files);
};

}  // namespace axray::registers
