#include "language/quantities/compare.hpp"

#include <cmath>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "language/quantities/units.hpp"
#include "language/test_annotation.hpp"

namespace axray::language {

TEST_CASE("compares two quantities by value, sense and unit") {
    struct Case {
        std::string claim;
        std::string source;
        Comparison comparison;
    };
    using enum Comparison;
    const std::vector<Case> cases = {
        {"It took 7 days.", "It took seven days.", same},
        {"It is 10 km long.", "It is 10,000 metres long.", same},
        {"It costs $1.5bn.", "It costs 1.5 billion dollars.", same},
        {"It costs 50 cents.", "It costs $0.5.", same},
        {"It took half an hour.", "It took 30 minutes.", same},
        {"Two-fifths of voters agreed.", "It found that 40% of voters agreed.", same},
        {"He is 5 feet 2 inches tall.", "He is 62 inches tall.", same},
        {"It lasted over a decade.", "It lasted 14 years.", entailed},
        {"At least 10 men died.", "More than 20 men died.", entailed},
        {"About 2 million men died.", "In all 2.03 million men died.", entailed},
        {"Up to 20 men died.", "In all 12 men died.", entailed},
        {"Between 10 and 20 men died.", "In all 12 men died.", entailed},
        {"Millions of men died.", "In all 2.3 million men died.", entailed},
        {"In all 2.3 million men died.", "Millions of men died.", compatible},
        {"In all 2 million men died.", "In all 2.03 million men died.", compatible},
        {"More than 10 men died.", "At least 5 men died.", compatible},
        {"In all 7 men died.", "In all 8 men died.", contradictory},
        {"Over 20 men died.", "In all 12 men died.", contradictory},
        {"More than 12 men died.", "In all 12 men died.", contradictory},
        {"It is 10 km long.", "It is 12 km long.", contradictory},
        {"The 2nd attack failed.", "The third attack failed.", contradictory},
        {"Prices rose by 3%.", "Prices fell by 3%.", contradictory},
        {"It is 10 km long.", "It weighs 10 kg.", unrelated},
        {"In all 7 men died.", "In all 7 ships sank.", unrelated},
        {"It costs 7 euros.", "It costs 7 dollars.", unrelated},
        {"It costs $7 a day.", "It costs $7 a year.", unrelated},
        {"The third attack failed.", "Three men failed.", unrelated},
    };
    TestAnnotator annotate;
    for (const Case& test : cases) {
        CAPTURE(test.claim);
        CAPTURE(test.source);
        const AnnotatedText claim = annotate(test.claim);
        const AnnotatedText source = annotate(test.source);
        REQUIRE(claim.quantities.size() == 1);
        REQUIRE(source.quantities.size() == 1);
        CHECK(static_cast<int>(compare(claim.quantities[0], source.quantities[0])) ==
              static_cast<int>(test.comparison));
    }
}

TEST_CASE("converts within a dimension and finds units by name and symbol") {
    const auto unit = [](const char* spelling) { return find_unit(spelling); };
    CHECK(convert(1, unit("mile"), unit("km")) == doctest::Approx(1.609344));
    CHECK(convert(100, unit("celsius"), unit("fahrenheit")) == doctest::Approx(212));
    CHECK(convert(1, unit("kWh"), unit("MJ")) == doctest::Approx(3.6));
    CHECK(unit_of(unit("MW")).name == "megawatt");
    CHECK(unit_of(unit("mW")).name == "milliwatt");
    CHECK(unit_of(unit("Square_Metres")).name == "square metre");
    CHECK(unit_of(unit("HK$")).code == "HKD");
    CHECK_FALSE(convertible(unit("km"), unit("kg")));
    CHECK_FALSE(convertible(unit("EUR"), unit("USD")));
    CHECK(unit("no_such_unit") == 0);
    CHECK(unit("") == 0);
    CHECK(unit_of(60000).name.empty());
    for (UnitId id = 1; id < unit_count(); ++id) {
        CAPTURE(unit_of(id).name);
        CHECK_FALSE(unit_of(id).name.empty());
        CHECK(unit_of(id).factor > 0);
        CHECK(std::isfinite(unit_of(id).factor));
    }
}

}  // namespace axray::language
