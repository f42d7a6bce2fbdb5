#include "registers/import/ofac_csv.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "registers/import/list_files_for_test.hpp"

namespace axray::registers {
namespace {

ListFile primary() {
    return {
        "sdn.csv",
        "36,\"KRANICH AIRLINES\",-0- ,\"CUBA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n"
        "901,\"LINDQUIST, Oda\",\"individual\",\"SDGT] [CYBER2\",\"Director\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"DOB 12 "
        "Nov 1985; alt. DOB 1986 to 1987; POB Narvik, Norway; nationality Norway; Gender Female; Passport N0042 "
        "(Norway) expires 30 Oct 2022; Tax ID No. 77-3; Harbour Board Membership No. 4712 (Malta); Digital Currency "
        "Address - XBT 1Kuf2; Website https://lindquist.example; Email Address oda@lindquist.example; a.k.a. 'THE "
        "CLERK'; Linked To: KRANICH AIRLINES CO., LTD.; former clerk; Secondary sanctions\"\r\n"
        "902,\"HEDDA\",\"vessel\",\"SDGT\",-0- ,\"LAAB7\",\"Crude Oil Tanker\",\"318,000\",\"163,660\",\"Malta\","
        "\"Nordwind S.A.\",\"Vessel Registration Identification IMO 9259199.\"\r\n\x1A"};
}

bool has(const std::vector<Identifier>& identifiers, const Identifier& wanted) {
    return std::find(identifiers.begin(), identifiers.end(), wanted) != identifiers.end();
}

}  // namespace

TEST_CASE("an OFAC list in CSV gives entries with what columns and remarks tell") {
    const auto file = primary();
    const auto list = read_ofac_csv({file});
    REQUIRE(list);
    CHECK(list->list == "ofac-sdn");
    CHECK(list->rows == 3);
    CHECK(list->faulty_rows == 0);
    REQUIRE(list->entries.size() == 3);

    const auto& person = entry_of(*list, "ofac:901");
    CHECK(person.kind == EntryKind::person);
    CHECK(person.names == std::vector<ListedName>{{"LINDQUIST, Oda", ListedNameKind::primary},
                                                  {"THE CLERK", ListedNameKind::weak_alias}});
    CHECK(person.programmes == std::vector<std::string>{"SDGT", "CYBER2"});
    CHECK(person.births == std::vector<std::string>{"1985-11-12", "1986/1987"});
    CHECK(person.places == std::vector<std::string>{"Narvik, Norway"});
    CHECK(person.countries == std::vector<std::string>{"Norway"});
    CHECK(person.links == std::vector<std::string>{"https://lindquist.example"});
    CHECK(person.related == std::vector<std::string>{"KRANICH AIRLINES CO., LTD."});
    CHECK(person.attributes == std::vector<std::string>{"title Director", "Gender Female"});
    CHECK(person.remarks == "former clerk; Secondary sanctions");
    CHECK(has(person.identifiers, {"passport", "N0042", "Norway"}));
    CHECK(has(person.identifiers, {"tax number", "77-3", ""}));
    CHECK(has(person.identifiers, {"harbour board membership number", "4712", "Malta"}));
    CHECK(has(person.identifiers, {"digital currency address XBT", "1Kuf2", ""}));
    CHECK(has(person.identifiers, {"e-mail address", "oda@lindquist.example", ""}));

    const auto& vessel = entry_of(*list, "ofac:902");
    CHECK(vessel.kind == EntryKind::vessel);
    CHECK(has(vessel.identifiers, {"IMO number", "9259199", ""}));
    CHECK(has(vessel.identifiers, {"call sign", "LAAB7", ""}));
    CHECK(vessel.countries == std::vector<std::string>{"Malta"});
    CHECK(vessel.related == std::vector<std::string>{"Nordwind S.A."});
    REQUIRE(vessel.rows.size() == 1);
    CHECK(vessel.rows[0].line == 3);
    const auto span = vessel.rows[0].bytes;
    CHECK(file.bytes.substr(span.begin, span.size()).starts_with("902,"));
    CHECK(file.bytes.substr(span.begin, span.size()).ends_with("9259199.\""));
}

TEST_CASE("aliases, addresses and overlong remarks join an OFAC list; rows of unknown entries are faults") {
    const auto list = read_ofac_csv({primary(),
                                     {"alt.csv",
                                      "36,12,\"aka\",\"KRANICH-AIR\",-0- \r\n36,13,\"fka\",\"ADLER AIR\",-0- \r\n"
                                      "777,14,\"nka\",\"NOBODY\",-0- \r\n"},
                                     {"add.csv", "36,25,\"Am Hafen 1\",\"Havana\",\"Cuba\",-0- \r\n"},
                                     {"sdn_comments.csv", "901,\" apply; a.k.a. 'PENCIL'.\"\r\n"}});
    REQUIRE(list);
    const auto& airline = entry_of(*list, "ofac:36");
    CHECK(airline.names == std::vector<ListedName>{{"KRANICH AIRLINES", ListedNameKind::primary},
                                                   {"KRANICH-AIR", ListedNameKind::alias},
                                                   {"ADLER AIR", ListedNameKind::former}});
    CHECK(airline.places == std::vector<std::string>{"Am Hafen 1, Havana, Cuba"});
    CHECK(airline.rows.size() == 4);
    CHECK(entry_of(*list, "ofac:901").names.back() == ListedName{"PENCIL", ListedNameKind::weak_alias});
    CHECK(entry_of(*list, "ofac:901").remarks == "former clerk; Secondary sanctions apply");
    REQUIRE(list->faults.size() == 1);
    CHECK(list->faults[0].place.file == "alt.csv");
    CHECK(list->faults[0].place.line == 3);
    CHECK(list->faults[0].message.find("ofac:777") != std::string::npos);
}

TEST_CASE("an OFAC list whose entries are not blocked is the consolidated one") {
    const auto list = read_ofac_csv(
        {{"x", "9639,\"HANSEN, Ivo\",\"individual\",\"NS-PLC\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"DOB 1962.\"\r\n"}});
    REQUIRE(list);
    CHECK(list->list == "ofac-consolidated");
    CHECK(list->entries[0].list == "ofac-consolidated");
    CHECK(list->entries[0].births == std::vector<std::string>{"1962"});
}

TEST_CASE("OFAC files without a primary one, or with two, are refused") {
    const ListFile aliases{"alt.csv", "36,12,\"aka\",\"KRANICH-AIR\",-0- \r\n"};
    const auto missing = read_ofac_csv({aliases});
    REQUIRE_FALSE(missing);
    CHECK(missing.error().code == ErrorCode::malformed);
    const auto two = read_ofac_csv({primary(), primary()});
    REQUIRE_FALSE(two);
    CHECK(two.error().code == ErrorCode::malformed);
}

}  // namespace axray::registers
