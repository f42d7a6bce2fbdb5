#include "registers/gather/gather.hpp"

#include <filesystem>

#include <doctest/doctest.h>
#include <unistd.h>

#include "registers/gather/take_in.hpp"

using namespace axray;
using namespace axray::registers;

namespace {

const std::string kPrimary = "901,\"VESPER, Orla\",\"individual\",\"TEST\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n";
const std::string kAliases = "901,1,\"aka\",\"VESPERA, Orla\",-0- \r\n";
const std::string kAddresses = "901,1,\"1 Harbour Road\",\"Port Example\",\"Freedonia\",-0- \r\n";

PublishedFile file(std::string name, std::string bytes, std::string modified = "2026-01-01") {
    return {std::move(name), std::move(bytes), std::move(modified)};
}

std::vector<std::string> names_of(const ListGroup& group) {
    std::vector<std::string> names;
    for (const auto& source : group.sources) names.push_back(source.name);
    return names;
}

std::string bundle_of(const std::string& number) {
    return R"({"type":"bundle","objects":[{"type":"tool","id":"tool--)" + number + R"(","name":"Tool )" + number +
           R"(","modified":"2024-05-03T00:00:00Z"}]})";
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("tables of OFAC join the primary table that is nearest, and each version is a group") {
    const auto gathered =
        gather({file("ofac/sdn.csv", kPrimary), file("ofac/sdn-2024-03-22.csv", kPrimary + "\n"),
                file("ofac/alt.csv", kAliases), file("ofac/add-2024-03-20.csv", kAddresses),
                file("ofac/alt-2025-12-24.csv", kAliases), file("ofac/cons_prim.csv", kPrimary),
                file("ofac/cons_alt.csv", kAliases), file("ofac/README.md", "Lists"), file("ofac/empty", "")});
    REQUIRE(gathered.groups.size() == 3);
    CHECK(names_of(gathered.groups[0]) == Names{"cons_prim.csv", "cons_alt.csv"});
    CHECK(names_of(gathered.groups[1]) == Names{"sdn-2024-03-22.csv", "add-2024-03-20.csv"});
    CHECK(gathered.groups[1].named_day == "2024-03-22");
    CHECK(gathered.groups[1].one_of_several);
    CHECK(names_of(gathered.groups[2]) == Names{"sdn.csv", "alt.csv"});
    CHECK(gathered.groups[2].named_day.empty());
    REQUIRE(gathered.skipped.size() == 3);
    CHECK(gathered.skipped[0].name == "ofac/README.md");
    CHECK(gathered.skipped[1].name == "ofac/alt-2025-12-24.csv");
    CHECK(gathered.skipped[1].error.message == "it is of another day than ofac/sdn.csv, which has ofac/alt.csv");
    CHECK(gathered.skipped[2].name == "ofac/empty");
}

TEST_CASE("bundles of STIX are one list; other files are a list each") {
    const std::string galaxy = R"({"name":"A","type":"a","uuid":"u","version":1,"values":[{"uuid":"1","value":"x"}]})";
    const auto gathered = gather({file("b/tools.json", bundle_of("1")), file("a/tools.json", bundle_of("2")),
                                  file("g1.json", galaxy), file("g2.json", galaxy)});
    REQUIRE(gathered.groups.size() == 3);
    CHECK(names_of(gathered.groups[0]) == Names{"a/tools.json", "b/tools.json"});
    CHECK(names_of(gathered.groups[1]) == Names{"g1.json"});
    CHECK(names_of(gathered.groups[2]) == Names{"g2.json"});
    CHECK(gathered.skipped.empty());
}

TEST_CASE("a table without its primary table is told") {
    const auto alone = gather({file("alt.csv", kAliases)});
    REQUIRE(alone.groups.size() == 1);
    CHECK_FALSE(alone.groups[0].one_of_several);
    CHECK_FALSE(import_list(alone.groups[0].files));
    const auto other = gather({file("cons_prim.csv", kPrimary), file("alt.csv", kAliases)});
    CHECK(other.groups.size() == 1);
    REQUIRE(other.skipped.size() == 1);
    CHECK(other.skipped[0].error.message == "the primary table to which it belongs is not among the files");
}

TEST_CASE("the date of a list is its own, else that given, else that of the name, else that of the file") {
    struct Case {
        std::string bytes, name, given;
        bool one_of_several;
        std::string date;
        DateFrom from;
    };
    const Case cases[] = {
        {bundle_of("1"), "2020-01-01", "2021-01-01", false, "2024-05-03", DateFrom::list},
        {kPrimary, "2020-01-01", "2021-01-01", false, "2021-01-01", DateFrom::given},
        {kPrimary, "2020-01-01", "2021-01-01", true, "2020-01-01", DateFrom::name},
        {kPrimary, "", "2021-01-01", true, "2021-01-01", DateFrom::given},
        {kPrimary, "2020-01-01", "", false, "2020-01-01", DateFrom::name},
        {kPrimary, "", "", false, "2026-01-01", DateFrom::modified},
    };
    for (const auto& one : cases) {
        ListGroup group;
        group.files = {{"f", one.bytes}};
        group.named_day = one.name;
        group.modified = "2026-01-01";
        group.one_of_several = one.one_of_several;
        const auto dated = read_group(group, {{}, one.given});
        REQUIRE(dated);
        CHECK(dated->list.date == one.date);
        CHECK(dated->date_from == one.from);
    }
}

TEST_CASE("a group becomes a version, once") {
    const auto folder =
        (std::filesystem::temp_directory_path() / ("axray-take-in-" + std::to_string(::getpid()))).string();
    std::filesystem::remove_all(folder);
    auto store = *Store::open(folder);
    const auto newer = gather({file("a-2024-05-03.csv", kPrimary)}).groups;
    const auto older = gather({file("a-2024-03-22.csv", kPrimary + kPrimary)}).groups;
    const TakeInOptions options{{Shrinking::refused, "2026-02-02T00:00:00Z"}, {}};
    const auto taken = take_in(store, newer[0], options);
    REQUIRE(taken);
    CHECK(taken->as == TakenAs::added);
    CHECK(taken->in_use);
    const auto again = take_in(store, newer[0], options);
    REQUIRE(again);
    CHECK(again->as == TakenAs::unchanged);
    const auto before = take_in(store, older[0], options);
    REQUIRE(before);
    CHECK(before->as == TakenAs::added);
    CHECK_FALSE(before->in_use);
    CHECK(before->faulty_rows == 1);
    const auto forced = take_in(store, newer[0], {{Shrinking::allowed, "2026-02-03T00:00:00Z"}, {}});
    REQUIRE(forced);
    CHECK(forced->as == TakenAs::replaced);
    std::filesystem::remove_all(folder);
}
