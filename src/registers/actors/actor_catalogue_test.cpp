#include "registers/actors/actor_catalogue.hpp"

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>

#include <doctest/doctest.h>
#include <unistd.h>

#include "base/cases_for_test.hpp"
#include "base/files.hpp"
#include "registers/actors/actor_groups.hpp"
#include "registers/actors/actor_key.hpp"
#include "registers/actors/catalogue_format.hpp"
#include "registers/actors/entries_for_test.hpp"
#include "registers/actors/make_catalogue.hpp"

namespace axray::registers {
namespace {

const ActorCatalogue& catalogue() {
    static const auto kMade = ActorCatalogue::build(actors_for_test());
    REQUIRE(kMade);
    return *kMade;
}

std::string names_of(const ActorAnswer& answer) {
    std::string text;
    for (const auto& actor : answer.actors) text += (text.empty() ? "" : " | ") + actor.name;
    return text;
}

}  // namespace

TEST_CASE("entries of several lists are one actor where the lists tie them together") {
    const auto entries = actors_for_test();
    std::vector<RegisterEntry> actors;
    for (const auto& entry : entries) {
        if (entry.kind == EntryKind::actor) actors.push_back(entry);
    }
    std::set<std::string> groups;
    for (const auto& group : group_actors(actors)) {
        std::string references;
        for (const auto number : group.entries) references += actors[number].reference + ' ';
        groups.insert(references);
    }
    CHECK(groups == std::set<std::string>{"misp:a attack:G9001 vendor:1 ", "misp:b vendor:2 ", "misp:c ", "misp:d ",
                                          "misp:e attack:G9020 ", "misp:f ", "attack:G9030 "});
}

TEST_CASE("names of the table are looked up") {
    const auto cases = base::cases_of("tests/language_cases/actor_names.tsv", 4);
    for (const auto& one : cases) {
        CAPTURE(one[0]);
        const auto answer = catalogue().look_up(one[0]);
        CHECK(to_string(answer.status) == one[1]);
        CHECK(names_of(answer) == one[3]);
        if (!one[3].empty()) CHECK(to_string(answer.match) == one[2]);
    }
    CHECK(cases.size() > 30);
}

TEST_CASE("an answer says which registers claim the name and for whom") {
    const auto answer = catalogue().look_up("copper-wolf");
    REQUIRE(answer.actors.size() == 2);
    CHECK(answer.actors[0].references == std::vector<std::string>{"misp:b", "vendor:2"});
    REQUIRE(answer.actors[0].claims.size() == 1);
    CHECK(answer.actors[0].claims[0].list == "misp-threat-actor");
    CHECK(answer.actors[0].claims[0].reference == "misp:b");
    CHECK(answer.actors[0].claims[0].name == "Copper Wolf");
    CHECK(catalogue().look_up("Fjord Typhoon").actors[0].claims.size() == 3);
    CHECK(catalogue().look_up("Torvload").software == std::vector<std::string>{"attack:S9001"});
    const auto both = catalogue().look_up("Marble");
    CHECK(both.status == ActorStatus::resolved);
    CHECK(both.software == std::vector<std::string>{"attack:S9002"});
    const auto names = catalogue().names_of("attack:G9001");
    CHECK(std::find(names.begin(), names.end(), "Storm-7788") != names.end());
}

TEST_CASE("names of any bytes and any length are answered") {
    CHECK(catalogue().look_up("").status == ActorStatus::unconfirmed);
    CHECK(catalogue().look_up("()").status == ActorStatus::unconfirmed);
    CHECK(catalogue().look_up("\xff\xfe(\x80)").status == ActorStatus::unconfirmed);
    CHECK(catalogue().look_up(std::string(100'000, 'a')).status == ActorStatus::unconfirmed);
    CHECK(catalogue().look_up(std::string(100'000, ' ') + "group").status == ActorStatus::unconfirmed);
    const auto none = ActorCatalogue::build({});
    REQUIRE(none);
    CHECK(none->actor_count() == 0);
    CHECK(none->look_up("FJ47").status == ActorStatus::unconfirmed);
}

TEST_CASE("keys have neither case nor marks nor separators") {
    CHECK(actor_key("APT-31") == "apt31");
    CHECK(actor_key("T\u00f6rvane \u201cOtter\u201d") == "torvaneotter");
    CHECK(actor_key("...") == "");
    CHECK(shortened_key("The Lanternfish Group") == "lanternfish");
    CHECK(shortened_key("Lanternfish") == "");
    CHECK(one_edit_apart("heron", "hreon"));
    CHECK(one_edit_apart("heron", "herons"));
    CHECK_FALSE(one_edit_apart("heron", "hermit"));
}

TEST_CASE("a damaged file is refused") {
    const auto payload = make_catalogue(actors_for_test());
    const auto opened = [](std::string_view bytes) {
        const auto file = base::make_model_file(kCatalogueKind, kCatalogueVersion, bytes);
        auto model = base::ModelFile::in_memory(file, "actors", kCatalogueKind, kCatalogueVersion);
        REQUIRE(model);
        auto made = ActorCatalogue::of(*std::move(model), "actors");
        if (made) (void)made->look_up("Copper Wolf (Fjord Typhoon)");
        return made.has_value();
    };
    CHECK(opened(payload));
    for (std::size_t size = 0; size < payload.size(); size += 97) CHECK_FALSE(opened(payload.substr(0, size)));
    for (std::size_t at = 0; at < payload.size(); at += 5) {  // refused, or looked up without leaving its arrays
        auto broken = payload;
        broken[at] = static_cast<char>(broken[at] ^ 0x81);
        (void)opened(broken);
    }
}

TEST_CASE("the catalogue of a store is made once and found again") {
    const auto folder = std::filesystem::temp_directory_path() / ("axray-actors-" + std::to_string(getpid()));
    std::filesystem::remove_all(folder);
    auto store = Store::open(folder.string());
    REQUIRE(store);
    ImportedList list;
    list.list = "misp-threat-actor";
    list.date = "2024-05-03";
    list.entries = {actors_for_test()[0]};
    REQUIRE(store->add(list, {{"list.json", "x"}}, {Shrinking::refused, "2024-05-04T00:00:00Z"}));
    const auto versions = store->in_use();
    REQUIRE(versions);
    for (int run = 0; run < 2; ++run) {
        const auto made = open_actor_catalogue(*store, *versions);
        REQUIRE(made);
        CHECK(made->look_up("norvik panda").status == ActorStatus::resolved);
        CHECK(std::distance(std::filesystem::directory_iterator(store->index_folder()), {}) == 1);
    }
    std::filesystem::remove_all(folder);
}

}  // namespace axray::registers
