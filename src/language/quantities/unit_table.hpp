// The table of units (data -> UnitRow): what units.cpp finds units in. Names in lower case, words joined by "_";
// symbols as they are written. Sources: units.hpp.
#pragma once

#include <span>

#include "language/quantities/units.hpp"

namespace axray::language {

struct UnitRow {
    Unit unit;
    std::string_view names;    // separated by blanks, found in any case
    std::string_view symbols;  // separated by blanks, found as they are
};

[[nodiscard]] std::span<const UnitRow> measurement_rows();  // measurement_units.cpp
[[nodiscard]] std::span<const UnitRow> physics_rows();      // physics_units.cpp
[[nodiscard]] std::span<const UnitRow> currency_rows();     // currency_units.cpp

}  // namespace axray::language
