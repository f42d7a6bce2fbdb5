#include "registers/screening/facts.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "registers/screening/countries.hpp"

namespace {

using namespace axray;
using namespace axray::registers;

WeighedFacts weigh(const std::vector<std::string>& given, const std::vector<std::string>& listed) {
    ScreenQuery query;
    query.births = given;
    RegisterEntry entry;
    entry.births = listed;
    return weigh_facts(query, entry);
}

}  // namespace

TEST_CASE("a birth date that agrees makes a match surer, one that does not makes it unlikely") {
    CHECK(weigh({"1985-11-12"}, {"1985-11-12"}).log_odds > weigh({"1985"}, {"1985-11-12"}).log_odds);
    CHECK(weigh({"1985"}, {"1985-11-12"}).log_odds > 0);
    CHECK(weigh({"1985-11-12"}, {"1985-12-11"}).log_odds > 0);
    CHECK(weigh({"1985-11-12"}, {"1985-03-02"}).log_odds < 0);
    CHECK(weigh({"1985"}, {"1988"}).log_odds < weigh({"1985"}, {"1986"}).log_odds);
    CHECK(shifted(0.999, weigh({"1985"}, {"1988"}).log_odds) > 0.5);
    CHECK(shifted(0.999, weigh({"1985"}, {"1961"}).log_odds) < 0.5);
    CHECK(weigh({"1967"}, {"1966/1968"}).log_odds > 0);
    CHECK(weigh({"1970"}, {"1966/1968"}).log_odds < 0);
    CHECK(weigh({"1985"}, {"1961", "1985-02-01"}).log_odds > 0);
    CHECK(weigh({"1985"}, {}).log_odds == 0);
    CHECK(weigh({"yesterday"}, {"1985"}).log_odds == 0);
}

TEST_CASE("every fact that was given is shown with what it met") {
    ScreenQuery query;
    query.births = {"1985-11-12"};
    query.countries = {"China", "Norway"};
    query.identifiers = {"ab-123 456", "7"};
    RegisterEntry entry;
    entry.births = {"1984"};
    entry.countries = {"Chinese"};
    entry.identifiers = {{"passport", "AB123456", "China"}, {"tax number", "7", ""}};
    const auto weighed = weigh_facts(query, entry);
    REQUIRE(weighed.facts.size() == 5);
    CHECK(weighed.facts[0].agreement == FactAgreement::contradicts);
    CHECK(weighed.facts[0].listed == "1984");
    CHECK(weighed.facts[1].agreement == FactAgreement::agrees);
    CHECK(weighed.facts[2].agreement == FactAgreement::contradicts);
    CHECK(weighed.facts[3].agreement == FactAgreement::agrees);
    CHECK(weighed.facts[3].listed == "passport AB123456");
    CHECK(weighed.facts[4].agreement == FactAgreement::not_listed);
    CHECK(weighed.log_odds > 5);
}

TEST_CASE("countries that are not known agree where the words are the same, and never differ") {
    const auto agreement = [](const std::string& given, const std::string& listed) {
        ScreenQuery query;
        query.countries = {given};
        RegisterEntry entry;
        entry.countries = {listed};
        return weigh_facts(query, entry).facts.at(0).agreement;
    };
    CHECK(agreement("Norvane", "NORVANE") == FactAgreement::agrees);
    CHECK(agreement("Norvane", "Estrova") == FactAgreement::not_listed);
    CHECK(agreement("Norvane", "China") == FactAgreement::not_listed);
    CHECK(agreement("\u00e9", "\u00e8") == FactAgreement::not_listed);
}

TEST_CASE("log odds move a probability, but not a certainty") {
    CHECK(shifted(0.5, 0) == 0.5);
    CHECK(shifted(0.5, 3) > 0.9);
    CHECK(shifted(0.9, -4) < 0.2);
    CHECK(shifted(1, -4) == 1);
    CHECK(shifted(0, 4) == 0);
}

TEST_CASE("a country is known by its names, its codes and its people") {
    struct Case {
        std::string words;
        std::string code;
    };
    for (const auto& one : std::vector<Case>{{"Russia", "RU"},
                                             {"Russian", "RU"},
                                             {"the Russian Federation", "RU"},
                                             {"RUS", "RU"},
                                             {"ru", "RU"},
                                             {"Chinese", "CN"},
                                             {"China", "CN"},
                                             {"Iranian", "IR"},
                                             {"Iran (Islamic Republic of)", "IR"},
                                             {"Korea, North", "KP"},
                                             {"United States of America", "US"},
                                             {"French", "FR"},
                                             {"Syrian", "SY"},
                                             {"Kazakhstan", "KZ"},
                                             {"Democratic Republic of the Congo", "CD"},
                                             {"Atlantis", ""},
                                             {"", ""}}) {
        CAPTURE(one.words);
        CHECK(country_code(one.words) == one.code);
    }
}
