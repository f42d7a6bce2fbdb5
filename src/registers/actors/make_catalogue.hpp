// Makes the file of the catalogue of actors (entries of all lists -> payload for ActorCatalogue).
#pragma once

#include <string>
#include <vector>

#include <axray/register_entry.hpp>

namespace axray::registers {

// Entries of other kinds than actor and software are left out. Deterministic in the entries and their order.
// O(letters of all names).
[[nodiscard]] std::string make_catalogue(const std::vector<RegisterEntry>& entries);

}  // namespace axray::registers
