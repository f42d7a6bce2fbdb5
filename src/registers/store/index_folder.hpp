// Where files that are made from the versions in use lie (Store, versions -> folder), and how old ones go.
//
// The folder is named by a digest of the versions and of the program's version, so that what is found in it was made
// from the very same lists in the same way; it may be deleted at any time. Source: own.
#pragma once

#include <string>
#include <vector>

#include <axray/registers.hpp>

#include "registers/store/store.hpp"

namespace axray::registers {

// "INDEX-FOLDER/1a2b3c4d5e6f7a8b"; it need not exist.
[[nodiscard]] std::string index_folder_of(const Store& store, const std::vector<ListVersion>& versions);

// Deletes what was made from other versions. Programs that have it open go on with it.
void delete_other_indexes(const Store& store, const std::vector<ListVersion>& versions);

}  // namespace axray::registers
