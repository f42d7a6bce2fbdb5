#include <array>

#include "language/quantities/unit_table.hpp"

namespace axray::language {
namespace {

using enum Dimension;

constexpr double kInch = 0.0254;
constexpr double kFoot = 0.3048;
constexpr double kMile = 1609.344;
constexpr double kPound = 0.45359237;
constexpr double kGallon = 3.785411784;  // United States
constexpr double kPintBritish = 0.56826125;

constexpr auto kRows = std::to_array<UnitRow>({
    {{"percent", share, 0.01}, "percent per_cent pct percentage", "% p.c."},
    {{"percentage point", share, 0.01}, "percentage_point percentage_points percent_point percent_points pp", ""},
    {{"basis point", share, 0.0001}, "basis_point basis_points bps", ""},
    {{"per mille", share, 0.001}, "per_mille permille", "\xE2\x80\xB0"},

    {{"metre", length, 1}, "metre metres meter meters mtr", "m"},
    {{"kilometre", length, 1e3}, "kilometre kilometres kilometer kilometers kms k.m.", "km KM Km"},
    {{"decimetre", length, 0.1}, "decimetre decimetres decimeter decimeters", "dm"},
    {{"centimetre", length, 0.01}, "centimetre centimetres centimeter centimeters cms", "cm CM"},
    {{"millimetre", length, 1e-3}, "millimetre millimetres millimeter millimeters", "mm MM"},
    {{"micrometre", length, 1e-6},
     "micrometre micrometres micrometer micrometers micron microns",
     "\xC2\xB5m \xCE\xBCm um"},
    {{"nanometre", length, 1e-9}, "nanometre nanometres nanometer nanometers", "nm"},
    {{"picometre", length, 1e-12}, "picometre picometres picometer picometers", "pm"},
    {{"inch", length, kInch}, "inch inches ins", "in \" '' \xE2\x80\xB3 \xE2\x80\x9D"},
    {{"foot", length, kFoot}, "foot feet ft", "' \xE2\x80\xB2 \xE2\x80\x99"},
    {{"yard", length, 3 * kFoot}, "yard yards yds", "yd"},
    {{"mile", length, kMile}, "mile miles", "mi"},
    {{"nautical mile", length, 1852}, "nautical_mile nautical_miles nmi", ""},
    {{"furlong", length, 201.168}, "furlong furlongs", ""},
    {{"fathom", length, 1.8288}, "fathom fathoms", ""},
    {{"league", length, 4828.032}, "", ""},
    {{"light year", length, 9.4607304725808e15}, "light_year light_years lightyear lightyears", "ly"},
    {{"parsec", length, 3.0856775814913673e16}, "parsec parsecs", ""},
    {{"astronomical unit", length, 1.495978707e11}, "astronomical_unit astronomical_units", "AU"},

    {{"square metre", area, 1},
     "square_metre square_metres square_meter square_meters sq_m sqm sq_metres sq_meters",
     "m\xC2\xB2 m2 m^2"},
    {{"square kilometre", area, 1e6},
     "square_kilometre square_kilometres square_kilometer square_kilometers sq_km sqkm",
     "km\xC2\xB2 km2 km^2"},
    {{"square centimetre", area, 1e-4},
     "square_centimetre square_centimetres square_centimeter square_centimeters sq_cm",
     "cm\xC2\xB2 cm2 cm^2"},
    {{"square millimetre", area, 1e-6},
     "square_millimetre square_millimetres square_millimeter square_millimeters sq_mm",
     "mm\xC2\xB2 mm2 mm^2"},
    {{"square inch", area, kInch* kInch}, "square_inch square_inches sq_in", "in\xC2\xB2 in2 in^2"},
    {{"square foot", area, kFoot* kFoot}, "square_foot square_feet sq_ft sqft", "ft\xC2\xB2 ft2 ft^2"},
    {{"square yard", area, 9 * kFoot* kFoot}, "square_yard square_yards sq_yd", "yd\xC2\xB2 yd2"},
    {{"square mile", area, kMile* kMile}, "square_mile square_miles sq_mi sq_miles", "mi\xC2\xB2 mi2"},
    {{"hectare", area, 1e4}, "hectare hectares", "ha"},
    {{"acre", area, 4046.8564224}, "acre acres", ""},

    {{"litre", volume, 1}, "litre litres liter liters", "l L"},
    {{"hectolitre", volume, 100}, "hectolitre hectolitres hectoliter hectoliters", "hl hL"},
    {{"decilitre", volume, 0.1}, "decilitre decilitres deciliter deciliters", "dl dL"},
    {{"centilitre", volume, 0.01}, "centilitre centilitres centiliter centiliters", "cl cL"},
    {{"millilitre", volume, 1e-3}, "millilitre millilitres milliliter milliliters mls", "ml mL"},
    {{"megalitre", volume, 1e6}, "megalitre megalitres megaliter megaliters", "ML"},
    {{"cubic metre", volume, 1e3}, "cubic_metre cubic_metres cubic_meter cubic_meters", "m\xC2\xB3 m3 m^3"},
    {{"cubic kilometre", volume, 1e12},
     "cubic_kilometre cubic_kilometres cubic_kilometer cubic_kilometers",
     "km\xC2\xB3 km3 km^3"},
    {{"cubic centimetre", volume, 1e-3},
     "cubic_centimetre cubic_centimetres cubic_centimeter cubic_centimeters cc",
     "cm\xC2\xB3 cm3 cm^3"},
    {{"cubic inch", volume, kInch* kInch* kInch * 1e3}, "cubic_inch cubic_inches cu_in", "in\xC2\xB3 in3"},
    {{"cubic foot", volume, kFoot* kFoot* kFoot * 1e3}, "cubic_foot cubic_feet cu_ft", "ft\xC2\xB3 ft3"},
    {{"cubic yard", volume, 27 * kFoot* kFoot* kFoot * 1e3}, "cubic_yard cubic_yards cu_yd", ""},
    {{"gallon", volume, kGallon}, "gallon gallons gals", "gal"},
    {{"quart", volume, kGallon / 4}, "quart quarts", "qt"},
    {{"pint", volume, kPintBritish}, "pint pints", ""},
    {{"cup", volume, kGallon / 16}, "cup cups", ""},
    {{"fluid ounce", volume, kGallon / 128}, "fluid_ounce fluid_ounces fl_oz", ""},
    {{"tablespoon", volume, kGallon / 256}, "tablespoon tablespoons tbsp", ""},
    {{"teaspoon", volume, kGallon / 768}, "teaspoon teaspoons tsp", ""},
    {{"barrel", volume, 42 * kGallon}, "barrel barrels bbl", ""},
    {{"bushel", volume, 35.23907016688}, "bushel bushels", ""},

    {{"gram", mass, 1}, "gram grams gramme grammes gms gm", "g"},
    {{"kilogram", mass, 1e3}, "kilogram kilograms kilogramme kilogrammes kilo kilos kgs k.g.", "kg KG Kg"},
    {{"milligram", mass, 1e-3}, "milligram milligrams milligramme milligrammes mgs m.g.", "mg"},
    {{"microgram", mass, 1e-6}, "microgram micrograms mcg", "\xC2\xB5g \xCE\xBCg ug"},
    {{"nanogram", mass, 1e-9}, "nanogram nanograms", "ng"},
    {{"tonne", mass, 1e6}, "tonne tonnes", "t"},
    {{"metric ton", mass, 1e6}, "metric_ton metric_tons", ""},
    {{"kilotonne", mass, 1e9}, "kilotonne kilotonnes", "kt"},
    {{"megatonne", mass, 1e12}, "megatonne megatonnes", "Mt"},
    {{"ton", mass, 2e3 * kPound * 1e3}, "ton tons short_ton short_tons", ""},
    {{"pound", mass, kPound * 1e3}, "lb lbs lb.", ""},
    {{"ounce", mass, kPound * 1e3 / 16}, "ounce ounces", "oz"},
    {{"stone", mass, 14 * kPound * 1e3}, "stone", ""},
    {{"carat", mass, 0.2}, "carat carats", "ct"},

    {{"celsius", temperature, 1},
     "celsius centigrade degree_celsius degrees_celsius degree_centigrade degrees_centigrade celcius degrees_celcius "
     "degree_c degrees_c deg_c \xC2\xB0_c \xC2\xB0_celsius degc",
     "\xC2\xB0"
     "C \xC2\xBA"
     "C C \xE2\x84\x83"},
    {{"fahrenheit", temperature, 5.0 / 9, -32 * 5.0 / 9},
     "fahrenheit farenheit degrees_farenheit degree_fahrenheit degrees_fahrenheit degree_f degrees_f deg_f \xC2\xB0_f "
     "\xC2\xB0_fahrenheit",
     "\xC2\xB0"
     "F \xC2\xBA"
     "F F \xE2\x84\x89"},
    {{"kelvin", temperature, 1, -273.15},
     "kelvin kelvins degrees_kelvin",
     "K \xC2\xB0"
     "K"},
    {{"degree", angle, 1}, "degree degrees deg", "\xC2\xB0 \xC2\xBA"},
    {{"radian", angle, 57.29577951308232}, "radian radians", "rad"},

    {{"metre per second", speed, 1}, "metres_per_second meters_per_second metre_per_second meter_per_second", "m/s"},
    {{"kilometre per second", speed, 1e3}, "kilometres_per_second kilometers_per_second kilometre_per_second", "km/s"},
    {{"kilometre per hour", speed, 1 / 3.6},
     "kilometres_per_hour kilometers_per_hour kilometre_per_hour kilometer_per_hour kilometres_an_hour "
     "kilometers_an_hour km_per_hour km_an_hour km/hr kmh kph kmph",
     "km/h"},
    {{"mile per hour", speed, kMile / 3600},
     "miles_per_hour mile_per_hour miles_an_hour mile_an_hour mph m.p.h. m.p.h mi/h",
     ""},
    {{"foot per second", speed, kFoot}, "feet_per_second foot_per_second feet_a_second ft/s fps", ""},
    {{"knot", speed, 1852.0 / 3600}, "knot knots", "kn"},

    {{"second", time, 1}, "second seconds sec secs", "s"},
    {{"minute", time, 60}, "minute minutes min mins", ""},
    {{"hour", time, 3600}, "hour hours hr hrs", "h"},
    {{"day", time, 86400}, "day days", ""},
    {{"week", time, 7 * 86400.0}, "week weeks wk wks", ""},
    {{"fortnight", time, 14 * 86400.0}, "fortnight fortnights", ""},
    {{"month", time, 365.2425 / 12 * 86400}, "month months mos", ""},
    {{"quarter", time, 365.2425 / 4 * 86400}, "", ""},
    {{"year", time, 365.2425 * 86400}, "year years yr yrs year_old years_old yo years_of_age year_olds", ""},
    {{"decade", time, 3652.425 * 86400}, "decade decades", ""},
    {{"century", time, 36524.25 * 86400}, "century centuries", ""},
    {{"millennium", time, 365242.5 * 86400}, "millennium millennia millenniums", ""},
    {{"millisecond", time, 1e-3}, "millisecond milliseconds", "ms"},
    {{"microsecond", time, 1e-6}, "microsecond microseconds", "\xC2\xB5s us"},
    {{"nanosecond", time, 1e-9}, "nanosecond nanoseconds", "ns"},
});

}  // namespace

std::span<const UnitRow> measurement_rows() { return kRows; }

}  // namespace axray::language
