#include "registers/store/store.hpp"

#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>
#include <unistd.h>

#include "registers/store/entry_for_test.hpp"

using namespace axray;
using namespace axray::registers;

namespace {

namespace filesystem = std::filesystem;

// A folder that goes with the test.
struct Folder {
    std::string path = (filesystem::temp_directory_path() / ("axray-store-" + std::to_string(::getpid()))).string();
    Folder() { filesystem::remove_all(path); }
    ~Folder() { filesystem::remove_all(path); }
    [[nodiscard]] Store store() const { return *Store::open(path); }
};

StoreOptions at(std::string now, Shrinking shrinking = Shrinking::refused) { return {shrinking, std::move(now)}; }

std::vector<std::string> names_of(const std::vector<ListVersion>& versions) {
    std::vector<std::string> names;
    for (const auto& version : versions) names.push_back(version.date);
    return names;
}

}  // namespace

TEST_CASE("what was added is read back, with its files, and found by its reference") {
    const Folder folder;
    auto list = list_of(3, "2024-05-03");
    list.entries[1] = full_entry();
    list.faults = {{{"list.csv", 9, {1, 2}}, "no name"}};
    const auto added = folder.store().add(list, {{"list.csv", "the bytes"}}, at("2024-06-01T10:00:00Z"));
    REQUIRE(added);
    CHECK(added->version == "2024-05-03-" + added->digest.substr(0, 8));
    CHECK(added->entries == 3);
    CHECK(added->names == 5);
    CHECK(added->imported == "2024-06-01T10:00:00Z");

    auto store = folder.store();
    const auto used = store.in_use();
    REQUIRE(used);
    REQUIRE(used->size() == 1);
    const auto entries = store.entries(used->front());
    REQUIRE(entries);
    REQUIRE(entries->size() == 3);
    for (std::size_t at = 0; at < 3; ++at) {
        CHECK((*entries)[at].entry == list.entries[at]);
        const auto found = store.find(used->front(), list.entries[at].reference);
        REQUIRE(found);
        REQUIRE(*found);
        CHECK((*found)->entry == list.entries[at]);
        CHECK((*found)->line == (*entries)[at].line);
    }
    const auto absent = store.find(used->front(), "test:4");
    REQUIRE(absent);
    CHECK_FALSE(*absent);
    const auto manifest = store.manifest(used->front());
    REQUIRE(manifest);
    CHECK(manifest->publisher == "Nobody");
    CHECK(manifest->files.front().size == 9);
    CHECK(manifest->faults.front().message == "no name");
    CHECK(filesystem::file_size(store.source_path(used->front(), "list.csv")) == 9);
}

TEST_CASE("the same bytes again change nothing; with shrinking allowed they are read anew") {
    const Folder folder;
    const std::vector<ListFile> files = {{"list.csv", "1"}};
    REQUIRE(folder.store().add(list_of(3, "2024-05-03"), files, at("2024-06-01T10:00:00Z")));
    const auto again = folder.store().add(list_of(3, "2024-05-03"), files, at("2024-06-02T10:00:00Z"));
    REQUIRE(again);
    CHECK(again->imported == "2024-06-01T10:00:00Z");
    CHECK(folder.store().made_from(files)->has_value());
    CHECK_FALSE(folder.store().made_from({{"list.csv", "2"}})->has_value());
    const auto index = folder.store().index_folder();
    filesystem::create_directories(index);

    const auto anew =
        folder.store().add(list_of(4, "2024-05-04"), files, at("2024-06-03T10:00:00Z", Shrinking::allowed));
    REQUIRE(anew);
    CHECK(anew->entries == 4);
    CHECK_FALSE(filesystem::exists(index));
    CHECK(names_of(*folder.store().versions()) == std::vector<std::string>{"2024-05-04"});
}

TEST_CASE("the newest version is in use, and of an earlier day the one that was") {
    const Folder folder;
    auto store = folder.store();
    REQUIRE(store.add(list_of(3, "2024-05-03"), {{"b", "b"}}, at("2024-06-01T10:00:00Z")));
    REQUIRE(store.add(list_of(2, "2024-03-22"), {{"a", "a"}}, at("2024-06-02T10:00:00Z")));
    CHECK(names_of(*store.versions()) == std::vector<std::string>{"2024-03-22", "2024-05-03"});
    const std::pair<std::string, std::string> cases[] = {{"", "2024-05-03"},           {"2024-05-03", "2024-05-03"},
                                                         {"2024-05-02", "2024-03-22"}, {"2024-03-22", "2024-03-22"},
                                                         {"2024-01-01", "2024-03-22"}, {"2030-01-01", "2024-05-03"}};
    for (const auto& one : cases) {
        const auto& day = one.first;
        const auto& expected = one.second;
        CAPTURE(day);
        CHECK(names_of(*store.in_use(day)) == std::vector<std::string>{expected});
    }
}

TEST_CASE("a list that lost more than half of its entries is refused, and the old version stays in use") {
    const Folder folder;
    auto store = folder.store();
    REQUIRE(store.add(list_of(9, "2024-05-03"), {{"a", "a"}}, at("2024-06-01T10:00:00Z")));
    const auto refused = store.add(list_of(4, "2024-05-04"), {{"a", "b"}}, at("2024-06-02T10:00:00Z"));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::invalid_usage);
    CHECK(refused.error().message.find("4 entries") != std::string::npos);
    CHECK(refused.error().message.find("has 9") != std::string::npos);
    CHECK(names_of(*store.in_use()) == std::vector<std::string>{"2024-05-03"});

    // Half of them is enough, and so is any size for a version older than all others.
    CHECK(store.add(list_of(5, "2024-05-05"), {{"a", "c"}}, at("2024-06-02T10:00:00Z")));
    CHECK(store.add(list_of(1, "2020-01-01"), {{"a", "d"}}, at("2024-06-02T10:00:00Z")));
    CHECK(store.add(list_of(1, "2024-05-06"), {{"a", "e"}}, at("2024-06-02T10:00:00Z", Shrinking::allowed)));
    CHECK(names_of(*store.in_use()) == std::vector<std::string>{"2024-05-06"});
}

TEST_CASE("an import that broke off at any moment leaves the old version in use, and the next one tidies up") {
    const Folder folder;
    auto store = folder.store();
    REQUIRE(store.add(list_of(3, "2024-05-03"), {{"a", "a"}}, at("2024-06-01T10:00:00Z")));
    const auto unfinished = folder.path + "/lists/test-list/.unfinished-2024-05-04-00000000";
    filesystem::create_directories(unfinished + "/source");
    std::ofstream(unfinished + "/entries.jsonl") << "{\"list\":";
    CHECK(names_of(*store.versions()) == std::vector<std::string>{"2024-05-03"});
    CHECK(names_of(*store.in_use()) == std::vector<std::string>{"2024-05-03"});

    // It broke off between the two renames: the version is there and not yet in use.
    const auto current = folder.path + "/current.json";
    filesystem::copy_file(current, folder.path + "/kept");
    REQUIRE(store.add(list_of(4, "2024-05-04"), {{"a", "b"}}, at("2024-06-02T10:00:00Z")));
    CHECK_FALSE(filesystem::exists(unfinished));
    filesystem::rename(folder.path + "/kept", current);
    CHECK(names_of(*store.in_use()) == std::vector<std::string>{"2024-05-03"});
    REQUIRE(store.add(list_of(4, "2024-05-04"), {{"a", "b"}}, at("2024-06-03T10:00:00Z")));
    CHECK(names_of(*store.in_use()) == std::vector<std::string>{"2024-05-04"});

    std::ofstream(current) << "{";
    CHECK(names_of(*store.in_use()) == std::vector<std::string>{"2024-05-04"});
}

TEST_CASE("a damaged version is told, with its path") {
    const Folder folder;
    auto store = folder.store();
    const auto version = store.add(list_of(3, "2024-05-03"), {{"a", "a"}}, at("2024-06-01T10:00:00Z"));
    REQUIRE(version);
    const auto line = to_json_line(full_entry());
    for (const auto& lines : {std::string("\n"), line + "\n", line.substr(0, 30), line + "\n" + line + "\n" + "{}\n"}) {
        std::ofstream(store.entries_path(*version)) << lines;
        const auto entries = store.entries(*version);
        REQUIRE_FALSE(entries);
        CHECK(entries.error().code == ErrorCode::malformed);
        CHECK(entries.error().to_string().find("entries.jsonl") != std::string::npos);
    }
    CHECK_FALSE(store.find(*version, "test:3"));
    for (const auto* manifest : {"", "{}", "[", R"({"format":2})", R"({"format":188888888888888888888888888})",
                                 R"({"format":1.5})", R"({"format":1,"list":7})"}) {
        std::ofstream(folder.path + "/lists/test-list/" + version->version + "/manifest.json") << manifest;
        const auto versions = store.versions();
        REQUIRE_FALSE(versions);
        CHECK(versions.error().code == ErrorCode::malformed);
    }
}

TEST_CASE("names of files stay inside the folder of their version") {
    const Folder folder;
    auto store = folder.store();
    const std::vector<ListFile> files = {{"../../../../escape.csv", "1"}, {"/etc/list", "2"}, {"a/../b\n", "3"}};
    const auto version = store.add(list_of(1, "2024-05-03"), files, at("2024-06-01T10:00:00Z"));
    REQUIRE(version);
    const auto source = folder.path + "/lists/test-list/" + version->version + "/source/";
    CHECK(filesystem::exists(source + "escape.csv"));
    CHECK(filesystem::exists(source + "etc/list"));
    CHECK(filesystem::exists(source + "a/b_"));
}

TEST_CASE("what is no list is refused before anything is written") {
    const Folder folder;
    auto store = folder.store();
    auto named = list_of(1, "2024-05-03");
    named.list = "../evil";
    auto dated = list_of(1, "2024-02-30");
    auto referred = list_of(1, "2024-05-03");
    referred.entries[0].reference = "a\tb";
    for (const auto& list : {named, dated, referred}) {
        CHECK_FALSE(store.add(list, {{"a", "a"}}, at("2024-06-01T10:00:00Z")));
        CHECK(store.versions()->empty());
    }
    CHECK_FALSE(Store::open(""));
    std::ofstream(folder.path + "-file") << "x";
    CHECK_FALSE(Store::open(folder.path + "-file"));
    filesystem::remove(folder.path + "-file");
}
