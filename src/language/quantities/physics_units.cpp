#include <array>

#include "language/quantities/unit_table.hpp"

namespace axray::language {
namespace {

using enum Dimension;

constexpr auto kRows = std::to_array<UnitRow>({
    {{"bit", data, 0.125}, "bit bits", ""},
    {{"byte", data, 1}, "byte bytes", ""},
    {{"kilobyte", data, 1e3}, "kilobyte kilobytes", "kB KB"},
    {{"megabyte", data, 1e6}, "megabyte megabytes", "MB"},
    {{"gigabyte", data, 1e9}, "gigabyte gigabytes gig gigs", "GB"},
    {{"terabyte", data, 1e12}, "terabyte terabytes", "TB"},
    {{"petabyte", data, 1e15}, "petabyte petabytes", "PB"},
    {{"exabyte", data, 1e18}, "exabyte exabytes", "EB"},
    {{"kilobit", data, 125}, "kilobit kilobits", "kb"},
    {{"megabit", data, 125e3}, "megabit megabits", "Mb"},
    {{"gigabit", data, 125e6}, "gigabit gigabits", "Gb"},
    {{"megabit per second", data_rate, 1e6}, "megabits_per_second megabit_per_second mbps mb/s mbit/s", ""},
    {{"gigabit per second", data_rate, 1e9}, "gigabits_per_second gigabit_per_second gbps gb/s gbit/s", ""},
    {{"kilobit per second", data_rate, 1e3}, "kilobits_per_second kbps kb/s", ""},

    {{"joule", energy, 1}, "joule joules", "J"},
    {{"kilojoule", energy, 1e3}, "kilojoule kilojoules", "kJ"},
    {{"megajoule", energy, 1e6}, "megajoule megajoules", "MJ"},
    {{"gigajoule", energy, 1e9}, "gigajoule gigajoules", "GJ"},
    {{"calorie", energy, 4184}, "calorie calories cals", "kcal"},
    {{"watt hour", energy, 3600}, "watt_hour watt_hours", "Wh"},
    {{"kilowatt hour", energy, 3.6e6}, "kilowatt_hour kilowatt_hours", "kWh kwh KWh"},
    {{"megawatt hour", energy, 3.6e9}, "megawatt_hour megawatt_hours", "MWh"},
    {{"gigawatt hour", energy, 3.6e12}, "gigawatt_hour gigawatt_hours", "GWh"},
    {{"terawatt hour", energy, 3.6e15}, "terawatt_hour terawatt_hours", "TWh"},
    {{"electronvolt", energy, 1.602176634e-19}, "electronvolt electronvolts electron_volt electron_volts", "eV"},
    {{"kiloelectronvolt", energy, 1.602176634e-16}, "kiloelectronvolt kiloelectronvolts", "keV"},
    {{"megaelectronvolt", energy, 1.602176634e-13}, "megaelectronvolt megaelectronvolts", "MeV"},
    {{"gigaelectronvolt", energy, 1.602176634e-10}, "gigaelectronvolt gigaelectronvolts", "GeV"},
    {{"teraelectronvolt", energy, 1.602176634e-7}, "teraelectronvolt teraelectronvolts", "TeV"},
    {{"British thermal unit", energy, 1055.05585262}, "btu btus british_thermal_units", ""},
    {{"mega British thermal unit", energy, 1055.05585262e6}, "mmbtu", ""},

    {{"watt", power, 1}, "watt watts", "W"},
    {{"milliwatt", power, 1e-3}, "milliwatt milliwatts", "mW"},
    {{"kilowatt", power, 1e3}, "kilowatt kilowatts", "kW KW"},
    {{"megawatt", power, 1e6}, "megawatt megawatts", "MW"},
    {{"gigawatt", power, 1e9}, "gigawatt gigawatts", "GW"},
    {{"terawatt", power, 1e12}, "terawatt terawatts", "TW"},
    {{"horsepower", power, 745.69987158227}, "horsepower hp", "PS"},
    {{"brake horsepower", power, 745.69987158227}, "brake_horsepower bhp", ""},

    {{"pascal", pressure, 1}, "pascal pascals", "Pa"},
    {{"hectopascal", pressure, 100}, "hectopascal hectopascals", "hPa"},
    {{"kilopascal", pressure, 1e3}, "kilopascal kilopascals", "kPa"},
    {{"megapascal", pressure, 1e6}, "megapascal megapascals", "MPa"},
    {{"gigapascal", pressure, 1e9}, "gigapascal gigapascals", "GPa"},
    {{"bar", pressure, 1e5}, "", "bar"},
    {{"millibar", pressure, 100}, "millibar millibars", "mbar"},
    {{"atmosphere", pressure, 101325}, "", "atm"},
    {{"pound per square inch", pressure, 6894.757293168361}, "psi pounds_per_square_inch", ""},
    {{"kilopound per square inch", pressure, 6894757.293168361}, "ksi", ""},
    {{"millimetre of mercury", pressure, 133.322387415}, "mmhg", ""},

    {{"hertz", frequency, 1}, "hertz hz", ""},
    {{"kilohertz", frequency, 1e3}, "kilohertz khz", ""},
    {{"megahertz", frequency, 1e6}, "megahertz mhz", ""},
    {{"gigahertz", frequency, 1e9}, "gigahertz ghz", ""},
    {{"revolutions per minute", frequency, 1.0 / 60}, "rpm revolutions_per_minute", ""},
    {{"beat per minute", frequency, 1.0 / 60}, "bpm beats_per_minute beats_a_minute", ""},

    {{"newton", force, 1}, "newton newtons", "N"},
    {{"kilonewton", force, 1e3}, "kilonewton kilonewtons", "kN"},
    {{"newton metre", torque, 1}, "newton_metre newton_metres newton_meter newton_meters", "Nm N_m"},
    {{"pound-foot", torque, 1.3558179483314004},
     "lb_ft pound_feet pound_foot ft_lb foot_pound foot_pounds foot_pound_force lb-ft ft-lb",
     ""},

    {{"volt", voltage, 1}, "volt volts", "V"},
    {{"millivolt", voltage, 1e-3}, "millivolt millivolts", "mV"},
    {{"kilovolt", voltage, 1e3}, "kilovolt kilovolts", "kV"},
    {{"ampere", current, 1}, "ampere amperes amp amps", "A"},
    {{"milliampere", current, 1e-3}, "milliampere milliamperes milliamp milliamps", "mA"},
    {{"ampere hour", charge, 3600}, "ampere_hour ampere_hours amp_hours", "Ah"},
    {{"milliampere-hour", charge, 3.6}, "milliampere_hour milliampere_hours milliamp_hours", "mAh mah"},
    {{"ohm", resistance, 1}, "ohm ohms", "\xCE\xA9 \xE2\x84\xA6"},
    {{"decibel", loudness, 1}, "decibel decibels", "dB dBA"},

    {{"mile per gallon", fuel_economy, 1}, "mpg miles_per_gallon miles_to_the_gallon", ""},
    {{"litre per 100 kilometres", fuel_economy, 1}, "", "l/100km L/100km"},
    {{"part per million", concentration, 1}, "ppm parts_per_million part_per_million", ""},
    {{"part per billion", concentration, 1e-3}, "ppb parts_per_billion part_per_billion", ""},
    {{"sievert", radiation, 1}, "sievert sieverts", "Sv"},
    {{"millisievert", radiation, 1e-3}, "millisievert millisieverts", "mSv"},
    {{"cubic foot per second", flow, 1}, "cubic_feet_per_second cubic_feet_a_second cfs", ""},
    {{"barrel per day", flow, 1}, "barrels_per_day barrel_per_day barrels_a_day bpd b/d", ""},
});

}  // namespace

std::span<const UnitRow> physics_rows() { return kRows; }

}  // namespace axray::language
