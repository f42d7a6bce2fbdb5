#include "registers/import/table_lists.hpp"

#include <doctest/doctest.h>

#include "registers/import/import.hpp"
#include "registers/import/list_files_for_test.hpp"
#include "registers/import/uk_table.hpp"

namespace axray::registers {
namespace {

bool has(const std::vector<Identifier>& identifiers, const Identifier& wanted) {
    return std::find(identifiers.begin(), identifiers.end(), wanted) != identifiers.end();
}

}  // namespace

TEST_CASE("a list of the EU: names, dates, numbers and rows of one party in several annexes") {
    const auto list = import_list({invented_list("eu.csv")});
    REQUIRE(list);
    const auto& person = entry_of(*list, "eu:32099R0796:I.A:1");
    CHECK(person.kind == EntryKind::person);
    CHECK(person.names == std::vector<ListedName>{{"Oda LINDQUIST", ListedNameKind::primary},
                                                  {"Oda Lindqvist", ListedNameKind::alias},
                                                  {"Oda L.", ListedNameKind::alias},
                                                  {"Clerk", ListedNameKind::weak_alias}});
    CHECK(person.births == std::vector<std::string>{"1985-11-12", "1986"});
    CHECK(has(person.identifiers, {"passport", "N0042317", "Norway"}));
    CHECK(has(person.identifiers, {"passport", "N0042318", ""}));
    CHECK(person.attributes == std::vector<std::string>{"measure Asset freeze", "measure Travel ban"});
    CHECK(person.rows.size() == 2);
    CHECK(person.listed_on == "2019-04-04");
    const auto& company = entry_of(*list, "eu:32099R0796:I.A:1-2");
    CHECK(company.kind == EntryKind::organisation);
    CHECK(company.names.back().kind == ListedNameKind::native_script);
}

TEST_CASE("the UK's list: the primary name comes first wherever its row stands") {
    const auto list = import_list({invented_list("uk.csv")});
    REQUIRE(list);
    const auto& person = entry_of(*list, "uk:CYB0901");
    REQUIRE(person.names.size() == 3);
    CHECK(person.names[0] == ListedName{"Tobias QUILL", ListedNameKind::primary});
    CHECK(person.names[1] == ListedName{"Tobias Ezra QUILLAN", ListedNameKind::weak_alias});
    CHECK(person.names[2].kind == ListedNameKind::native_script);
    CHECK(person.places == std::vector<std::string>{"Harbourview, Freedonia"});
    CHECK(has(person.identifiers, {"OFSI group number", "70001", ""}));
    CHECK(entry_of(*list, "uk:RUS0902").kind == EntryKind::vessel);
}

TEST_CASE("columns may stand in any order, with others between, and rows before the header") {
    const auto list =
        import_list({{"list.csv",
                      "Published by somebody\n\nStart date,Colour,ALIAS,name,Type\n2020-01-02,red,Tenspot "
                      "AG,Tenspot Analytics,Company\n"}});
    REQUIRE(list);
    const auto& entry = list->entries.front();
    CHECK(entry.reference == "list:tenspot-analytics");
    CHECK(entry.names.size() == 2);
    CHECK(entry.listed_on == "2020-01-02");
    CHECK(entry.kind == EntryKind::organisation);
    CHECK(entry.rows[0].line == 4);
}

TEST_CASE("a missing column is an error that names it and those that were found") {
    auto file = invented_list("eu.csv");
    const auto at = file.bytes.find(",name,");
    file.bytes.replace(at, 6, ",nome,");
    const auto list = import_list({file});
    REQUIRE_FALSE(list);
    CHECK(list.error().code == ErrorCode::malformed);
    CHECK(list.error().message.find("expected is 'name'") != std::string::npos);
    CHECK(list.error().message.find("programKey") != std::string::npos);
    CHECK(list.error().context == std::vector<std::string>{"eu.csv"});

    const auto short_form = import_list({{"uk.csv", "Unique ID,Regime Name,Type\nCYB1,Cyber,Individual\n"}});
    REQUIRE_FALSE(short_form);
    CHECK(short_form.error().message.find("expected is 'name'") != std::string::npos);
}

TEST_CASE("rows that do not fit the header are told, and the others are read") {
    auto file = invented_list("countermeasures.csv");
    file.bytes += "Company,Two Many,,,FR,,,,,,,surplus\nCompany,,,,FR,,,,\nCompany,Short Row\n";
    const auto list = import_list({file});
    REQUIRE(list);
    CHECK(list->entries.size() == 3);
    REQUIRE(list->faults.size() == 2);
    CHECK(list->faults[0].place.line == 5);
    CHECK(list->faults[0].message == "the row has 12 columns, the header 9");
    CHECK(list->faults[1].place.line == 6);
}

TEST_CASE("ships of one name and two numbers are two entries") {
    const auto list = import_list({{"eu.csv",
                                    "celex,recordId,programKey,annex,measure,schema,name,imoNumber\n"
                                    "1,2,EU-RUS,XLII,Port ban,Vessel,Maria,8517839\n"
                                    "1,392,EU-RUS,XLII,Port ban,Vessel,Maria,9198783\n"
                                    "1,393,EU-RUS,XLIII,Port ban,Vessel,Maria,9198783\n"}});
    REQUIRE(list);
    CHECK(list->entries.size() == 2);
    CHECK(list->entries[1].rows.size() == 2);
}

TEST_CASE("a table with names of other things is no list") {
    CHECK_FALSE(is_named_table("regime_id,program_keys,name\n1,AFG,Measures\n"));
    CHECK_FALSE(is_named_table("name\nOda\n"));
    CHECK(is_named_table("name,country,alias\nOda,NO,O.\n"));
}

}  // namespace axray::registers
