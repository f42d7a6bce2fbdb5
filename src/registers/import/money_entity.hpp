// An entity of the FollowTheMoney model by itself (JsonValue -> RegisterEntry): names, dates, places, numbers.
//
// Source: FollowTheMoney, its schemata.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "registers/import/json_value.hpp"
#include "registers/import/list_in_making.hpp"

namespace axray::registers {

// Whether entities of that schema become entries; others tie them to one another.
[[nodiscard]] bool is_entry_schema(std::string_view schema);

// Without rows and list. It has no name when the entity has none.
[[nodiscard]] RegisterEntry money_entry(const JsonValue& entity);

// "ftm:NK-abc".
[[nodiscard]] std::string money_reference(std::string_view id);

// Ids of the entities in a property, which are named or stand there themselves.
[[nodiscard]] std::vector<std::string> ids_in(const JsonValue& properties, std::string_view property);

}  // namespace axray::registers
