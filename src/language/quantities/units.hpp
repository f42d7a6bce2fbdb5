// Units of measurement and currencies (words after a number -> Unit): names as a person reads them, and factors within
// a dimension, so that "10 km" and "10,000 metres" are one length.
//
// Factors are exact where the unit is defined so: the SI brochure (9th edition), the international yard and pound of
// 1959, NIST Special Publication 811. Currencies: names and codes of ISO 4217; no rates, since they change by the day.
#pragma once

#include <cstdint>
#include <string_view>

#include "language/quantities/quantity.hpp"

namespace axray::language {

enum class Dimension : std::uint8_t {
    none,
    share,  // percent and the like
    length,
    area,
    volume,
    mass,
    temperature,
    speed,
    data,
    data_rate,
    time,
    energy,
    power,
    pressure,
    frequency,
    angle,
    force,
    torque,
    voltage,
    current,
    charge,
    resistance,
    loudness,
    fuel_economy,
    concentration,
    radiation,
    flow,
    money,
};

struct Unit {
    std::string_view name;  // "kilometre", "US dollar"
    Dimension dimension = Dimension::none;
    double factor = 1;           // of one unit in the base unit of its dimension; of money, in the currency itself
    double offset = 0;           // added after the factor: temperatures
    std::string_view code = {};  // of money: ISO 4217
};

// What `id` stands for; a unit without name for 0 and for ids that there are not.
[[nodiscard]] const Unit& unit_of(UnitId id);

// Number of units, 0 included.
[[nodiscard]] UnitId unit_count();

// The unit with this spelling; 0 when there is none. Words are joined by "_" ("square_metres"). Names are found in any
// case; symbols ("MW", "mW", "m/s") as they are written. O(length).
[[nodiscard]] UnitId find_unit(std::string_view spelling);

// Two units of one dimension, and of one currency if they are money.
[[nodiscard]] bool convertible(UnitId from, UnitId to);

// `value` in another unit; the units must be convertible.
[[nodiscard]] double convert(double value, UnitId from, UnitId to);

// Units that scale by a thousand or ten in everyday use and may be said one after the other: "5 feet 2 inches".
[[nodiscard]] bool may_follow(UnitId larger, UnitId smaller);

}  // namespace axray::language
