#include "matching/name_index.hpp"

#include <filesystem>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <unistd.h>

#include "base/model_file.hpp"

namespace {

using namespace axray;
using namespace axray::matching;

PreparedName name_of(const std::vector<std::string>& words) {
    PreparedName name;
    name.kind = NameKind::person;
    for (const auto& text : words) {
        NameWord word;
        word.text = text;
        for (const char letter : text) {
            if (std::string_view("aeiouy").find(letter) == std::string_view::npos) word.skeleton += letter;
        }
        name.words.push_back(word);
    }
    return name;
}

std::string temporary_file() {
    const auto path = std::filesystem::temp_directory_path() / ("axray-name-index-" + std::to_string(::getpid()));
    return path.string();
}

// Names of invented people: entry n has the n-th of them.
NameIndex index_of(const std::vector<std::vector<std::string>>& names) {
    NameIndexBuilder builder;
    for (std::uint32_t entry = 0; entry < names.size(); ++entry) {
        builder.add(name_of(names[entry]), {entry, 0, static_cast<std::uint16_t>(entry % 2)});
    }
    const auto path = temporary_file();
    REQUIRE(base::write_model_file(path, kNameIndexKind, kNameIndexVersion, builder.finish()));
    auto index = NameIndex::open(path);
    std::filesystem::remove(path);
    REQUIRE(index);
    return *std::move(index);
}

const std::vector<std::vector<std::string>> kNames = {
    {"torvane", "ilka"},
    {"torvane", "marek"},
    {"quellin", "harbour", "trading"},
    {"bessarian", "yusuf", "omar", "khalid"},
    {"dremmel", "shipping"},
};

std::uint32_t best(const NameIndex& index, const std::vector<std::string>& words) {
    IndexScratch scratch;
    const auto found = index.candidates(name_of(words), 5, {}, scratch);
    return found.empty() ? 999 : index.place(found.front().name).entry;
}

}  // namespace

TEST_CASE("an index of names finds a name through each of its keys") {
    const auto index = index_of(kNames);
    struct Case {
        const char* what;
        std::vector<std::string> query;
        std::uint32_t entry;
    };
    const std::vector<Case> cases = {
        {"the same words", {"torvane", "marek"}, 1},
        {"in another order", {"marek", "torvane"}, 1},
        {"one letter left out", {"dremel", "shiping"}, 4},
        {"letters exchanged", {"besasrian", "omra"}, 3},
        {"other vowels", {"quallon", "herbur", "trodung"}, 2},
        {"neighbours written as one", {"torvanemarek"}, 1},
        {"a word cut in two", {"drem", "mel"}, 4},
        {"initials", {"byok"}, 3},
        {"a word too many", {"quellin", "north", "harbour", "trading"}, 2},
    };
    for (const auto& one : cases) {
        CAPTURE(one.what);
        CHECK(best(index, one.query) == one.entry);
    }
    CHECK(best(index, {"zzz"}) == 999);
}

TEST_CASE("the same search gives the same candidates, whatever was sought before with the same scratch") {
    const auto index = index_of(kNames);
    IndexScratch scratch;
    const auto first = index.candidates(name_of({"torvane", "ilka"}), 5, {}, scratch);
    (void)index.candidates(name_of({"torvane", "marek", "shipping"}), 5, {}, scratch);
    const auto again = index.candidates(name_of({"torvane", "ilka"}), 5, {}, scratch);
    REQUIRE(first.size() == 2);
    REQUIRE(again.size() == 2);
    CHECK(first.front().name == again.front().name);
    CHECK(first.front().overlap == again.front().overlap);
    CHECK(first.front().overlap > 0.99F);
    CHECK(first.back().overlap < first.front().overlap);
}

TEST_CASE("a search can be restricted to groups") {
    const auto index = index_of(kNames);
    IndexScratch scratch;
    const std::vector<std::uint8_t> odd_alone = {0, 1};
    const auto found = index.candidates(name_of({"torvane"}), 5, odd_alone, scratch);
    REQUIRE(found.size() == 1);
    CHECK(index.place(found.front().name).entry == 1);
}

TEST_CASE("a name comes out of the index as it was prepared") {
    NameIndexBuilder builder;
    auto name = name_of({"torvane", "ilka"});
    name.words.front().role = WordRole::title;
    name.hints = kLookalikes;
    name.latin = false;
    name.consonants_only = true;
    builder.add(name, {7, 3, 2});
    builder.add(name, {7, 4, 2});            // the same words for the same entry
    builder.add(PreparedName{}, {8, 0, 0});  // no words
    const auto path = temporary_file();
    REQUIRE(base::write_model_file(path, kNameIndexKind, kNameIndexVersion, builder.finish()));
    const auto index = NameIndex::open(path);
    std::filesystem::remove(path);
    REQUIRE(index);
    REQUIRE(index->size() == 1);
    CHECK(index->place(0) == NamePlace{7, 3, 2});
    const auto again = index->prepared(0);
    CHECK(again.kind == name.kind);
    CHECK(again.hints == name.hints);
    CHECK(again.latin == name.latin);
    CHECK(again.consonants_only == name.consonants_only);
    REQUIRE(again.words.size() == 2);
    CHECK(again.words[0].text == "torvane");
    CHECK(again.words[0].role == WordRole::title);
    CHECK(again.words[1].skeleton == name.words[1].skeleton);
}

TEST_CASE("a damaged index is refused and never walked") {
    NameIndexBuilder builder;
    for (std::uint32_t entry = 0; entry < kNames.size(); ++entry) builder.add(name_of(kNames[entry]), {entry, 0, 0});
    const auto payload = builder.finish();
    std::size_t refused = 0;
    for (std::size_t at = 0; at < payload.size(); at += 3) {
        auto damaged = payload;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x80);
        const auto path = temporary_file();
        REQUIRE(base::write_model_file(path, kNameIndexKind, kNameIndexVersion, damaged));
        auto index = NameIndex::open(path);
        std::filesystem::remove(path);
        if (!index) {
            ++refused;
            CHECK(index.error().code == ErrorCode::model_mismatch);
            continue;
        }
        IndexScratch scratch;
        for (const auto& candidate : index->candidates(name_of({"torvane", "ilka"}), 5, {}, scratch)) {
            (void)index->prepared(candidate.name);
        }
    }
    CHECK(refused > payload.size() / 30);
    CHECK_FALSE(NameIndex::open("/nowhere/names.bin"));
}
