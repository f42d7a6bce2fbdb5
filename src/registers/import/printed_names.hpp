// Names within a printed name (one text -> several ListedNames).
//
// Some lists print several names of a party in one place: "A / B", "A; B", "A (a.k.a. B, C)", "Ali (a.k.a. Aly) HASAN".
// The name stays as it is printed, and what it holds is added as further names, so that each can be found by itself.
// Source: own, after what the lists print.
#pragma once

#include <string_view>
#include <vector>

#include <axray/register_entry.hpp>

namespace axray::registers {

// The names in `printed` save the whole of it; empty for a plain name. Kinds are alias, former or native_script.
[[nodiscard]] std::vector<ListedName> names_within(std::string_view printed);

}  // namespace axray::registers
