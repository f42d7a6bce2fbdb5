#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <unistd.h>

#include <axray/engine.hpp>

#include "base/files.hpp"
#include "engine/test_engine.hpp"
#include "registers/gather/gather.hpp"
#include "registers/gather/take_in.hpp"
#include "registers/store/store.hpp"

namespace axray {
namespace {

using tests::read;

// The invented lists of the examples, imported once for all tests of a program.
class ExampleRegisters {
public:
    static const ExampleRegisters& get() {
        static const ExampleRegisters kRegisters;
        return kRegisters;
    }
    [[nodiscard]] const std::string& folder() const { return folder_; }

    ExampleRegisters(const ExampleRegisters&) = delete;
    ExampleRegisters& operator=(const ExampleRegisters&) = delete;
    ~ExampleRegisters() { std::filesystem::remove_all(folder_); }

private:
    ExampleRegisters()
        : folder_((std::filesystem::temp_directory_path() / ("axray-parties-" + std::to_string(::getpid()))).string()) {
        std::vector<registers::PublishedFile> files;
        const auto paths = base::files_in_folder(AXRAY_SOURCE_DIR "/examples/registers/lists");
        REQUIRE(paths);
        for (const auto& path : *paths) {
            auto bytes = base::read_file(path, 1 << 20);
            REQUIRE(bytes);
            files.push_back({path, *std::move(bytes), {}});
        }
        auto store = registers::Store::open(folder_);
        REQUIRE(store);
        const auto gathered = registers::gather(std::move(files));
        CHECK(gathered.skipped.empty());
        for (const auto& group : gathered.groups) {
            REQUIRE(
                registers::take_in(*store, group, {{registers::Shrinking::refused, "2022-09-15T08:00:00Z"}, {}, {}}));
        }
    }
    std::string folder_;
};

Engine engine_with(const std::string& folder, const std::string& on = {}) {
    auto opened = Engine::open({AXRAY_TEST_MODELS, folder, on});
    REQUIRE(opened);
    return *std::move(opened);
}

const Engine& engine() {
    static const Engine kEngine = engine_with(ExampleRegisters::get().folder());
    return kEngine;
}

ClaimAnswer answer_to(const Engine& asked, const std::string& claim, const std::string& sentence) {
    ClaimRequest request;
    request.claim = claim;
    request.sources.push_back({"s", {sentence}, ""});
    auto answer = asked.check_claim(request);
    REQUIRE(answer);
    return *std::move(answer);
}

const PartyReport* find_party(const Parties& parties, std::string_view name) {
    const auto at = std::find_if(parties.parties.begin(), parties.parties.end(),
                                 [name](const PartyReport& party) { return party.name == name; });
    return at == parties.parties.end() ? nullptr : &*at;
}

const char* const kArticle =
    "Dunmarrow imposed sanctions on Joren Vask and Tamsin Orlu on Monday over the Brass Heron hackers.\n\n"
    "Brass Heron, also known as Quiet Ferry, Slate Otter and Marble Tern, broke into two payments firms, officials "
    "said. Kelpworks Trading Company paid the hackers, and Minister Ilka Torvane thanked the police.\n";

const char* const kShortName =
    "Kelpworks Trading Company paid the hackers in May, the police said. The police of Dunmarrow said on Monday that "
    "they had searched the offices of Kelpworks Trading.\n";

TEST_CASE("two names of one actor meet, with registers alone") {
    const std::string claim = "The Quiet Ferry group broke into two payments firms in March.";
    const std::string sentence = "The Brass Heron group broke into two payments firms in March.";
    CHECK(answer_to(engine(), claim, sentence).verdict == Verdict::supported);
    CHECK(answer_to(tests::engine(), claim, sentence).verdict != Verdict::supported);
}

TEST_CASE("another actor in the same place differs, whatever words the names share") {
    const auto answer = answer_to(engine(), "The Slate Otter group broke into two payments firms in March.",
                                  "The Brass Heron group broke into two payments firms in March.");
    CHECK(std::find(answer.flags.begin(), answer.flags.end(), FlagKind::name_differs) != answer.flags.end());
    CHECK(answer.verdict != Verdict::supported);
    const auto numbered = answer_to(engine(), "Cluster 31 broke into two payments firms in March.",
                                    "Cluster 88 broke into two payments firms in March.");
    CHECK(std::find(numbered.flags.begin(), numbered.flags.end(), FlagKind::name_differs) != numbered.flags.end());
}

TEST_CASE("a name that registers claim for two actors is nobody's surely") {
    const auto answer = answer_to(engine(), "The Slate Otter group broke into two payments firms in March.",
                                  "The Cold Lantern group broke into two payments firms in March.");
    CHECK(answer.verdict != Verdict::contradicted);
}

TEST_CASE("a report tells who the parties are, with lists and rows") {
    const auto report = engine().check(read(kArticle, "article"), {read(kArticle, "source")});
    REQUIRE(report);
    REQUIRE(report->parties);
    CHECK(report->parties->lists.size() == 2);
    const auto* vask = find_party(*report->parties, "Joren Vask");
    REQUIRE(vask != nullptr);
    CHECK(vask->kind == EntryKind::person);
    REQUIRE(vask->entries.size() == 1);
    CHECK(vask->entries[0].entry.reference == "ofac:2202");
    CHECK(vask->entries[0].probability > 0.9);
    CHECK(vask->entries[0].entry.rows[0].line == 7);
    CHECK(vask->entries[0].version.date == "2022-09-12");
    CHECK(vask->entries[0].state.listed);
    const auto* minister = find_party(*report->parties, "Ilka Torvane");
    REQUIRE(minister != nullptr);
    CHECK(minister->entries.empty());

    const auto* heron = find_party(*report->parties, "Brass Heron");
    REQUIRE(heron != nullptr);
    CHECK(heron->kind == EntryKind::actor);
    CHECK(heron->actors.size() == 1);
    CHECK(heron->mentions.size() == 3);
    REQUIRE(heron->aliases.size() == 3);
    CHECK(heron->aliases[0].standing == AliasStanding::confirmed);
    CHECK(heron->aliases[1].standing == AliasStanding::contradicted);
    CHECK(heron->aliases[2].alias == "Marble Tern");
    CHECK(heron->aliases[2].standing == AliasStanding::unconfirmed);
}

TEST_CASE("a shorter name of a listed party is no party of its own") {
    const auto report = engine().check(read(kShortName, "article"), {read(kShortName, "source")});
    REQUIRE(report);
    REQUIRE(report->parties);
    std::size_t parties = 0;
    std::size_t mentions = 0;
    for (const auto& party : report->parties->parties) {
        if (!party.name.starts_with("Kelpworks")) continue;
        ++parties;
        mentions += party.mentions.size();
        CHECK(party.entries.size() == 1);
    }
    CHECK(parties == 1);
    CHECK(mentions == 2);
}

TEST_CASE("on a day before a party was listed the report does not have it") {
    const auto before = engine_with(ExampleRegisters::get().folder(), "2022-09-06");
    const auto report = before.check(read(kArticle, "article"), {read(kArticle, "source")});
    REQUIRE(report);
    REQUIRE(report->parties);
    CHECK(report->parties->on == "2022-09-06");
    const auto* vask = find_party(*report->parties, "Joren Vask");
    REQUIRE(vask != nullptr);
    CHECK(vask->entries.empty());
}

TEST_CASE("without registers a report tells nothing of parties") {
    const auto report = tests::engine().check(read(kArticle, "article"), {read(kArticle, "source")});
    REQUIRE(report);
    CHECK_FALSE(report->parties);
}

TEST_CASE("an empty folder of registers is an error that names it") {
    const auto opened = Engine::open({AXRAY_TEST_MODELS, "/nowhere/registers", {}});
    REQUIRE_FALSE(opened);
    CHECK(opened.error().to_string().find("/nowhere/registers") != std::string::npos);
}

}  // namespace
}  // namespace axray
