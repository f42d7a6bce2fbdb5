#include "language/quantities/quantities.hpp"

#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "language/quantities/units.hpp"
#include "language/test_annotation.hpp"

namespace axray::language {
namespace {

struct Case {
    std::string text;
    std::string words;  // of the only quantity; empty when there is to be none
    double low = 0;
    double high = 0;
    QuantityKind kind = QuantityKind::cardinal;
    Comparator comparator = Comparator::exactly;
    std::string unit = {};  // a word with the stem of the unit
};

std::uint64_t unit_hash(TestAnnotator& annotate, const std::string& unit) {
    if (unit.empty()) return 0;
    if (unit == "usd" || unit == "gbp" || unit == "eur") return hash_word(unit);
    if (const UnitId id = find_unit(unit); id != 0) return hash_word(unit_of(id).name);
    return annotate(unit).tokens.stem[0];
}

}  // namespace

TEST_CASE("reads numbers with their unit and comparator") {
    TestAnnotator annotate;
    using enum QuantityKind;
    using enum Comparator;
    const std::vector<Case> cases = {
        {"They charged seven hackers.", "seven", 7, 7, cardinal, exactly, "hackers"},
        {"They charged 7 Chinese nationals.", "7", 7, 7, cardinal, exactly, "nationals"},
        {"Some 2,300 people fled.", "2,300", 2300, 2300, cardinal, about, "people"},
        {"It hit 2.3 million registered voters.", "2.3 million", 2.3e6, 2.3e6, cardinal, exactly, "voters"},
        {"It raised 10m pounds", "10m pounds", 1e7, 1e7, money, exactly, "gbp"},
        {"It raised $4bn.", "$4bn", 4e9, 4e9, money, exactly, "usd"},
        {"It raised US$4.5 billion.", "US$4.5 billion", 4.5e9, 4.5e9, money, exactly, "usd"},
        {"It raised \xC2\xA3"
         "3m.",
         "\xC2\xA3"
         "3m",
         3e6, 3e6, money, exactly, "gbp"},
        {"It raised EUR 20,000.", "EUR 20,000", 20000, 20000, money, exactly, "eur"},
        {"It paid 40 dollars.", "40 dollars", 40, 40, money, exactly, "usd"},
        {"Prices rose 3.5%.", "3.5%", 3.5, 3.5, percent, exactly, "percent"},
        {"Prices rose 12 per cent.", "12 per cent", 12, 12, percent, exactly, "percent"},
        {"Prices rose twelve percent.", "twelve percent", 12, 12, percent, exactly, "percent"},
        {"Twenty-one ships sank.", "Twenty-one", 21, 21, cardinal, exactly, "ships"},
        {"Two hundred and three ships sank.", "Two hundred and three", 203, 203, cardinal, exactly, "ships"},
        {"He owns three hundred thousand books.", "three hundred thousand", 300000, 300000, cardinal, exactly, "books"},
        {"A dozen ships sank.", "A dozen", 12, 12, cardinal, exactly, "ships"},
        {"They lost half a million records.", "half a million", 5e5, 5e5, cardinal, exactly, "records"},
        {"It lasted a thousand years.", "a thousand", 1000, 1000, cardinal, exactly, "years"},
        {"Two-thirds of voters agreed.", "Two-thirds", 2.0 / 3, 2.0 / 3, cardinal, exactly, "voters"},
        {"They read 3/4 of pages.", "3/4", 0.75, 0.75, cardinal, exactly, "pages"},
        {"Dozens of journalists fled.", "Dozens", 12, 120, vague, exactly, "journalists"},
        {"Hundreds of ships sank.", "Hundreds", 100, 1000, vague, exactly, "ships"},
        {"Tens of thousands of emails leaked.", "Tens of thousands", 1e4, 1e5, vague, exactly, "emails"},
        {"Millions of voters stayed home.", "Millions", 1e6, 1e9, vague, exactly, "voters"},
        {"The third attack failed.", "third", 3, 3, ordinal, exactly, "attack"},
        {"It was their 22nd win.", "22nd", 22, 22, ordinal, exactly, "win"},
        {"It was the twenty-first attack.", "twenty-first", 21, 21, ordinal, exactly, "attack"},
        {"They worked 10 to 12 hours.", "10 to 12", 10, 12, cardinal, between, "hours"},
        {"They worked 10-12 hours.", "10-12", 10, 12, cardinal, between, "hours"},
        {"Between 80% and 90% agreed.", "80% and 90%", 80, 90, percent, between, "percent"},
        {"It cost 2-3 million dollars.", "2-3 million dollars", 2e6, 3e6, money, between, "usd"},
        {"Over 14 years passed.", "14", 14, 14, cardinal, more_than, "years"},
        {"More than 14 years passed.", "14", 14, 14, cardinal, more_than, "years"},
        {"At least 14 men died.", "14", 14, 14, cardinal, at_least, "men"},
        {"No fewer than 14 men died.", "14", 14, 14, cardinal, at_least, "men"},
        {"Up to 14 men died.", "14", 14, 14, cardinal, at_most, "men"},
        {"Fewer than 14 men died.", "14", 14, 14, cardinal, less_than, "men"},
        {"Nearly 14 million men died.", "14 million", 14e6, 14e6, cardinal, about, "men"},
        {"Ten or more men died.", "Ten", 10, 10, cardinal, at_least, {}},
        {"About $5m went missing.", "$5m", 5e6, 5e6, money, about, "usd"},
        {"A 14-year-old boy won.", "14", 14, 14, cardinal, exactly, "years"},
        {"A boy aged 14 won.", "14", 14, 14, cardinal, exactly, "years"},
        {"A 14-year-long campaign ended.", "14", 14, 14, cardinal, exactly, "years"},
        {"The wall is 10m high.", "10m", 10, 10, cardinal, exactly, "m"},
        {"The wall is 10km long.", "10km", 10, 10, cardinal, exactly, "km"},
        {"It fell to -5 degrees.", "-5", -5, -5, cardinal, exactly, "degrees"},
        {"It costs USD1,700 now.", "USD1,700", 1700, 1700, money, exactly, "usd"},
        {"Prices ranging from $5 to $8 are usual.", "$5 to $8", 5, 8, money, between, "usd"},
        {"It has 1 234 567 pages.", "1 234 567", 1234567, 1234567, cardinal, exactly, "pages"},
        {"It has 1.3e6 pages.", "1.3e6", 1.3e6, 1.3e6, cardinal, exactly, "pages"},
        {"It has 3 hundred and 21 pages.", "3 hundred and 21", 321, 321, cardinal, exactly, "pages"},
        {"It has two hundred and two thousand pages.", "two hundred and two thousand", 202000, 202000, cardinal,
         exactly, "pages"},
        {"It took 2 1/2 days.", "2 1/2", 2.5, 2.5, cardinal, exactly, "days"},
        {"It took two and a half days.", "two and a half", 2.5, 2.5, cardinal, exactly, "days"},
        {"It took half an hour.", "half", 30, 30, cardinal, exactly, "minutes"},
        {"It took an hour and a half.", "an", 90, 90, cardinal, exactly, "minutes"},
        {"It took 1 hour and 15 minutes.", "1 hour and 15", 75, 75, cardinal, exactly, "minutes"},
        {"It costs 3 dollars and 20 cents.", "3 dollars and 20 cents", 3.2, 3.2, money, exactly, "usd"},
        {"One in five voters agreed.", "One in five", 0.2, 0.2, cardinal, exactly, "voters"},
        {"It was the one hundred and twenty-fifth attack.", "one hundred and twenty-fifth", 125, 125, ordinal, exactly,
         "attack"},
        {"It does 80 km/h.", "80", 80, 80, cardinal, exactly, "km/h"},
        {"It does 80 kilometres an hour.", "80", 80, 80, cardinal, exactly, "km/h"},
        {"It is 20 degrees Celsius.", "20", 20, 20, cardinal, exactly, "celsius"},
        {"It is 300 square metres large.", "300", 300, 300, cardinal, exactly, "m2"},
        {"It runs on minus-1.4 volts.", "minus-1.4", -1.4, -1.4, cardinal, exactly, "volts"},
        {"It lost $-50.8bn.", "$-50.8bn", -50.8e9, -50.8e9, money, exactly, "usd"},
        {"It is worth from 3 km to 5 km.", "3 km to 5", 3, 5, cardinal, between, "km"},
        {"Over 10 but under 20 men died.", "10 but under 20", 10, 20, cardinal, between, "men"},
        {"More than or equal to 30 men died.", "30", 30, 30, cardinal, at_least, "men"},
        {"Sales of 35m of its devices", "35m", 35e6, 35e6, cardinal, exactly, "devices"},
        {"The phone Zephyr 12 Pro is new.", "", 0, 0},
        {"It stands in No. 5.", "", 0, 0},
        {"The car ID.3 is new.", "", 0, 0},
        {"The group APT 31 attacked.", "", 0, 0},
        {"The Covid-19 wave ended.", "", 0, 0},
        {"The train left at 10:30.", "", 0, 0},
        {"The train left at 5 p.m.", "", 0, 0},
        {"The shop is open 24/7.", "", 0, 0},
        {"No one came.", "", 0, 0},
        {"It began in 2021.", "", 0, 0},
    };
    for (const Case& test : cases) {
        CAPTURE(test.text);
        const AnnotatedText annotated = annotate(test.text);
        if (test.words.empty()) {
            CHECK(annotated.quantities.empty());
            continue;
        }
        REQUIRE(annotated.quantities.size() == 1);
        const Quantity& quantity = annotated.quantities[0];
        CHECK(words(test.text, quantity.span) == test.words);
        CHECK(quantity.low == doctest::Approx(test.low));
        CHECK(quantity.high == doctest::Approx(test.high));
        CHECK(quantity.kind == test.kind);
        CHECK(quantity.comparator == test.comparator);
        CHECK(quantity.unit == unit_hash(annotate, test.unit));
    }
}

TEST_CASE("keeps the two values of a change apart") {
    TestAnnotator annotate;
    const AnnotatedText annotated = annotate("It rose from 5 to 10 points, and by 3% to 12%.");
    REQUIRE(annotated.quantities.size() == 4);
    CHECK(annotated.quantities[0].high == 5);
    CHECK(annotated.quantities[1].low == 10);
    CHECK(annotated.quantities[3].low == 12);
}

TEST_CASE("tells direction and role of changes") {
    TestAnnotator annotate;
    const auto text = annotate("Prices rose by 3% from 9% to 12%, and sales fell 5 points. They have 4 shops.");
    const std::vector<Quantity>& all = text.quantities;
    REQUIRE(all.size() == 5);
    CHECK(all[0].direction == Direction::up);
    CHECK(all[0].role == ChangeRole::by);
    CHECK(all[1].role == ChangeRole::from);
    CHECK(all[2].role == ChangeRole::to);
    CHECK(all[3].direction == Direction::down);
    CHECK(all[3].role == ChangeRole::by);
    CHECK(all[4].direction == Direction::none);
    CHECK(all[4].role == ChangeRole::none);
}

TEST_CASE("says what a price is for") {
    TestAnnotator annotate;
    const auto text = annotate("Oil costs $75 a barrel.");
    REQUIRE(text.quantities.size() == 1);
    CHECK(unit_of(text.quantities[0].measure).name == "dollar");
    CHECK(unit_of(text.quantities[0].per).name == "barrel");
}

TEST_CASE("numbers without end have a finite value or none") {
    TestAnnotator annotate;
    std::string commas = "1";
    std::string ranges = "1";
    std::string words = "two";
    for (int i = 0; i < 20000; ++i) {
        commas += ",1";
        ranges += " to 2 and 3-4 or 5";
        words += " million and a half";
    }
    for (const std::string& text :
         {commas, ranges, words, std::string(10000, '9'), "0." + std::string(10000, '0') + "1",
          std::string("1e999 men, 9e99999 men, 1e200 million million million men")}) {
        for (const Quantity& quantity : annotate(text).quantities) {
            REQUIRE(std::isfinite(quantity.low));
            REQUIRE(std::isfinite(quantity.high));
            REQUIRE(quantity.low <= quantity.high);
        }
    }
}

TEST_CASE("gives no value to numbers beyond reason") {
    TestAnnotator annotate;
    CHECK(annotate(std::string(10000, '9') + " men").quantities.empty());
}

}  // namespace axray::language
