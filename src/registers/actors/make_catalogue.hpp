// Makes the file of the catalogue of actors (entries of all lists -> payload for ActorCatalogue).
//
// The bytes are those of catalogue_format.hpp: the actors that group_actors() finds, their names under their keys, and
// the names of malware, so that these are told from actors. Source: own.
#pragma once

#include <string>
#include <vector>

#include <axray/register_entry.hpp>

namespace axray::registers {

// Entries of other kinds than actor and software are left out. Deterministic in the entries and their order.
// O(letters of all names).
[[nodiscard]] std::string make_catalogue(const std::vector<RegisterEntry>& entries);

}  // namespace axray::registers
