// Entities in the FollowTheMoney model, as OpenSanctions publishes them (ListFile -> ImportedList).
//
// Read are lines of JSON (entities.ftm.json), with entities that refer to one another or stand within one another
// (targets.nested.json), and an array of them. Persons, organisations, vessels and other things become entries; what
// ties them (sanctions, addresses, ownership, family) is told in the entries that it ties. Entities that are marked as
// no target of a list give no entry.
// Source: FollowTheMoney, its model of schemata and properties; OpenSanctions, "Entity structure".
#pragma once

#include <string_view>
#include <vector>

#include "registers/import/import.hpp"

namespace axray::registers {

// Whether a file that begins so is one of them.
[[nodiscard]] bool is_follow_the_money(std::string_view start);
// As import_list.
[[nodiscard]] Result<ImportedList> read_follow_the_money(const std::vector<ListFile>& files);

}  // namespace axray::registers
