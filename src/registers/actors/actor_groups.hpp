// Which entries of several registers are one actor (entries -> groups).
//
// Every entry of the first list is an actor of its own. An entry of another list joins the one actor that lists its
// number
// ("G0128"), else the one that it shares most names with, when the primary name of either is a name of the other. Only
// names of the entry that began the actor count, so that no chain of weak links makes one actor of many. Source: own,
// after how MISP's galaxies tell which of their entries are similar.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <axray/register_entry.hpp>

namespace axray::registers {

struct ActorGroup {
    std::vector<std::uint32_t> entries;  // positions among those given; the first began it
};

// `entries` of kind actor, of any lists in any order. The list "misp-threat-actor" comes first where it is there, then
// "attack", then the others by name. Deterministic. O(names).
[[nodiscard]] std::vector<ActorGroup> group_actors(const std::vector<RegisterEntry>& entries);

}  // namespace axray::registers
