// The lists that are published in JSON, in small files of tests/registers.
#include <algorithm>
#include <fstream>
#include <sstream>

#include <doctest/doctest.h>

#include "registers/import/import.hpp"

using namespace axray;
using namespace axray::registers;

namespace {

ListFile file_of(const std::string& name) {
    std::ifstream file(std::string(AXRAY_SOURCE_DIR) + "/tests/registers/" + name);
    std::stringstream bytes;
    bytes << file.rdbuf();
    return {name, bytes.str()};
}

std::string changed(std::string text, std::string_view from, std::string_view to) {
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

const RegisterEntry& entry_of(const ImportedList& list, std::string_view reference) {
    const auto found = std::find_if(list.entries.begin(), list.entries.end(),
                                    [&](const RegisterEntry& entry) { return entry.reference == reference; });
    REQUIRE(found != list.entries.end());
    return *found;
}

using Names = std::vector<ListedName>;
using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("a bundle of STIX gives actors, software and campaigns; what was revoked is counted and left out") {
    const auto file = file_of("invented-attack.json");
    const auto list = import_list({file});
    REQUIRE(list);
    CHECK(list->list == "attack");
    CHECK(list->title == "MITRE ATT&CK");
    CHECK(list->publisher.find("\u00A9 2024 The MITRE Corporation") != std::string::npos);
    CHECK(list->date == "2024-05-03");
    CHECK(list->rows == 5);
    CHECK(list->faulty_rows == 0);
    CHECK(list->entries.size() == 3);
    const auto& heron = entry_of(*list, "attack:G9901");
    CHECK(heron.kind == EntryKind::actor);
    CHECK(heron.names == Names{{"COBALT HERON", ListedNameKind::primary},
                               {"APT901", ListedNameKind::alias},
                               {"Silver Lagoon", ListedNameKind::alias}});
    CHECK(heron.related == Texts{"attack:S9902"});
    CHECK(heron.links == Texts{"https://attack.example.org/groups/G9901"});
    CHECK(file.bytes.substr(heron.rows[0].bytes.begin, 20).find("{\n      \"type\"") == 0);
    CHECK(heron.rows[0].line == 5);
    CHECK(entry_of(*list, "attack:S9902").kind == EntryKind::software);
    CHECK(entry_of(*list, "attack:C9903").kind == EntryKind::other);
}

TEST_CASE("one object in several bundles is one entry with several rows") {
    auto one = file_of("invented-attack.json");
    auto two = one;
    two.name = "second.json";
    two.bytes = changed(two.bytes, "\"Silver Lagoon\"", "\"Gold Lagoon\"");
    const auto list = import_list({one, two});
    REQUIRE(list);
    CHECK(list->entries.size() == 3);
    const auto& heron = entry_of(*list, "attack:G9901");
    CHECK(heron.rows.size() == 2);
    CHECK(heron.rows[1].file == "second.json");
    CHECK(heron.names.back() == ListedName{"Gold Lagoon", ListedNameKind::alias});
}

TEST_CASE("a galaxy of MISP gives entries of its kind; synonyms in another case are no other names") {
    const auto list = import_list({file_of("invented-galaxy.json")});
    REQUIRE(list);
    CHECK(list->list == "misp-threat-actor");
    CHECK(list->title == "MISP galaxy: Threat Actor");
    CHECK(list->version == "7");
    CHECK(list->date.empty());
    const auto& heron = entry_of(*list, "misp:00000000-0000-4000-8000-000000000011");
    CHECK(heron.kind == EntryKind::actor);
    CHECK(heron.names == Names{{"Cobalt Heron", ListedNameKind::primary},
                               {"Silver Lagoon", ListedNameKind::alias},
                               {"apt 901", ListedNameKind::alias}});
    CHECK(heron.countries == Texts{"FD", "Freedonia"});
    CHECK(heron.links == Texts{"https://example.org/heron"});
    CHECK(heron.attributes == Texts{"targeted-sector Lighthouses, Harbours"});
    CHECK(heron.related ==
          Texts{"misp:00000000-0000-4000-8000-000000000012", "misp:00000000-0000-4000-8000-000000000099"});
    CHECK(heron.rows[0].line == 10);
}

TEST_CASE("the type of a galaxy names the list, the scheme of its references and the kind of its entries") {
    struct Case {
        std::string type, category, name, list, reference;
        EntryKind kind;
    };
    const std::string uuid = "00000000-0000-4000-8000-000000000011";
    const Case cases[] = {
        {"microsoft-activity-group", "actor", "Microsoft", "misp-microsoft-activity-group",
         "microsoft:", EntryKind::actor},
        {"ransomware", "tool", "Ransomware", "misp-ransomware", "misp:", EntryKind::software},
        {"groups", "Threat Groups", "Tidal Groups", "misp-tidal-groups", "misp:", EntryKind::actor},
        {"intelligence-agency", "Intelligence Agencies", "Agencies", "misp-intelligence-agency",
         "misp:", EntryKind::organisation},
        {"newly invented", "tool", "New", "misp-newly-invented", "misp:", EntryKind::software},
        {"country", "country", "Country", "misp-country", "misp:", EntryKind::other},
    };
    for (const auto& galaxy : cases) {
        CAPTURE(galaxy.type);
        auto file = file_of("invented-galaxy.json");
        file.bytes = changed(file.bytes, "\"type\": \"threat-actor\"", "\"type\": \"" + galaxy.type + "\"");
        file.bytes = changed(file.bytes, "\"category\": \"actor\"", "\"category\": \"" + galaxy.category + "\"");
        file.bytes = changed(file.bytes, "\"name\": \"Threat Actor\"", "\"name\": \"" + galaxy.name + "\"");
        const auto list = import_list({file});
        REQUIRE(list);
        CHECK(list->list == galaxy.list);
        CHECK(entry_of(*list, galaxy.reference + uuid).kind == galaxy.kind);
    }
}

TEST_CASE("the catalogue of exploited vulnerabilities gives CVE numbers with the day of their listing") {
    const auto list = import_list({file_of("invented-kev.json")});
    REQUIRE(list);
    CHECK(list->list == "cisa-kev");
    CHECK(list->version == "2024.05.03");
    CHECK(list->date == "2024-05-03");
    const auto& entry = entry_of(*list, "cve:CVE-1999-90001");
    CHECK(entry.kind == EntryKind::vulnerability);
    CHECK(entry.names.front().text == "CVE-1999-90001");
    CHECK(entry.listed_on == "2024-03-25");
    CHECK(entry.links == Texts{"https://example.org/a", "https://example.org/b"});
    CHECK(entry.remarks == "Invented. None.");

    auto file = file_of("invented-kev.json");
    file.bytes = changed(file.bytes, "CVE-1999-90001", "CVE-99-1");
    const auto faulty = import_list({file});
    REQUIRE(faulty);
    CHECK(faulty->entries.size() == 1);
    REQUIRE(faulty->faults.size() == 1);
    CHECK(faulty->faults[0].message == "\"cveID\" is 'CVE-99-1', no number of a CVE");
}

TEST_CASE("entities of FollowTheMoney become entries, and what ties them is told in them") {
    const auto list = import_list({file_of("invented-entities.ftm.json")});
    REQUIRE(list);
    CHECK(list->list == "opensanctions-invented-list");
    CHECK(list->date == "2024-05-03");
    CHECK(list->rows == 9);
    CHECK(list->faulty_rows == 0);
    CHECK(list->entries.size() == 3);
    const auto& company = entry_of(*list, "ftm:NK-harbour");
    CHECK(company.kind == EntryKind::organisation);
    CHECK(company.names ==
          Names{{"Port Example Trading", ListedNameKind::primary},
                {"\u041f\u043e\u0440\u0442 \u041f\u0440\u0438\u043c\u0435\u0440", ListedNameKind::native_script},
                {"PET Ltd", ListedNameKind::alias},
                {"Harbour Example", ListedNameKind::former},
                {"PET", ListedNameKind::weak_alias}});
    CHECK(company.programmes == Texts{"FD-CYBER"});
    CHECK(company.listed_on == "2024-03-25");
    CHECK(company.delisted_on.empty());
    CHECK(company.births == Texts{"1999-04"});
    CHECK(company.places == Texts{"1 Harbour Road, Port Example"});
    CHECK(company.identifiers == std::vector<Identifier>{{"registration number", "FD-77", ""}});
    CHECK(company.related == Texts{"ftm:NK-vesper"});
    CHECK(company.remarks == "Smuggled lamps.");
    const auto& person = entry_of(*list, "ftm:NK-vesper");
    CHECK(person.kind == EntryKind::person);
    CHECK(person.births == Texts{"1985-11-12"});
    CHECK(person.related == Texts{"ftm:NK-harbour", "Ivo Vesper"});
    CHECK(person.rows[0].line == 2);
    const auto& ship = entry_of(*list, "ftm:NK-ship");
    CHECK(ship.kind == EntryKind::vessel);
    CHECK(ship.delisted_on == "2022-02-02");
}

TEST_CASE("entities of FollowTheMoney may stand in an array, and in one another") {
    const std::string nested =
        R"([{"id":"a","schema":"Person","properties":{"name":["Orla Vesper"],)"
        R"("addressEntity":[{"id":"p","schema":"Address",)"
        R"("properties":{"full":["1 Harbour Road"]}}],"sanctions":[{"id":"s","schema":"Sanction","properties":)"
        R"({"program":["FD"],"startDate":["2024"]}}],"ownershipOwner":[{"id":"o","schema":"Ownership","properties":)"
        R"({"asset":[{"id":"b","schema":"Company","properties":{}}]}}],"passport":[{"id":"n","schema":"Passport",)"
        R"("properties":{"number":["X1"],"country":["fd"]}}]}},{"id":"b","schema":"Company","properties":{}}])";
    const auto list = import_list({{"nested.json", nested}});
    REQUIRE(list);
    CHECK(list->list == "opensanctions");
    REQUIRE(list->entries.size() == 1);
    const auto& person = list->entries[0];
    CHECK(person.places == Texts{"1 Harbour Road"});
    CHECK(person.programmes == Texts{"FD"});
    CHECK(person.listed_on == "2024");
    CHECK(person.related == Texts{"ftm:b"});
    CHECK(person.identifiers == std::vector<Identifier>{{"passport", "X1", "fd"}});
    REQUIRE(list->faults.size() == 1);
    CHECK(list->faults[0].message == "the entity has no name");
}

TEST_CASE("files of JSON that are cut off or of no known form are refused") {
    for (const auto* name : {"invented-attack.json", "invented-galaxy.json", "invented-kev.json"}) {
        CAPTURE(name);
        auto file = file_of(name);
        file.bytes.resize(file.bytes.size() - 4);
        const auto list = import_list({file});
        REQUIRE_FALSE(list);
        CHECK(list.error().code == ErrorCode::malformed);
        CHECK(list.error().to_string().find("ends too early") != std::string::npos);
        CHECK(list.error().to_string().find(name) == 0);
    }
    for (const auto* json :
         {"{}", "[]", "[1,2]", R"({"vulnerabilities":{"cveID":{},"dateAdded":{}}})", R"({"a":"b"})"}) {
        CAPTURE(json);
        const auto list = import_list({{"x.json", json}});
        REQUIRE_FALSE(list);
        CHECK(list.error().code == ErrorCode::unsupported);
    }
    const auto two = import_list({file_of("invented-kev.json"), file_of("invented-kev.json")});
    CHECK_FALSE(two);
}
