#include <filesystem>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

#include <axray/engine.hpp>

#include "engine/test_engine.hpp"

namespace axray {
namespace {

using tests::engine;

constexpr std::string_view kPage =
    "<html><head><title>Tank leaks</title><meta property=\"article:published_time\" "
    "content=\"2024-03-26T10:00:00+00:00\"></head><body><article><h1>Tank leaks</h1>"
    "<p>Spokeswoman Ilka Torvane said on Monday that at least 14 tonnes of xylene leaked into the harbour.</p>"
    "<p>She did not say when the harbour would be opened again for the ships of the company.</p>"
    "</article></body></html>";

Document page() {
    auto document = engine().read(kPage, {.id = "page.html"});
    REQUIRE(document);
    return *document;
}

}  // namespace

TEST_CASE("annotates every layer of a document, with positions that fit each other") {
    const auto document = page();
    const auto all = engine().annotate(document);
    REQUIRE(all);
    CHECK(all->published == "2024-03-26");
    REQUIRE(all->sentences.size() >= 2);
    CHECK(all->sentences.back().end_token == all->tokens.size());
    for (const auto& sentence : all->sentences) {
        CHECK(sentence.block < document.blocks.size());
        for (auto token = sentence.first_token; token < sentence.end_token; ++token) {
            const auto& one = all->tokens[token];
            CHECK(sentence.span.contains(one.span));
            CHECK_FALSE(one.tag.empty());
            CHECK_FALSE(one.lemma.empty());
            CHECK_FALSE(one.relation.empty());
            const bool in_sentence = sentence.first_token <= one.head && one.head < sentence.end_token;
            CHECK((one.head == kNoPosition || in_sentence));
        }
    }
    for (std::uint32_t name = 0; name < all->names.size(); ++name) {
        CHECK_FALSE(all->names[name].text.empty());
        for (const auto mention : all->names[name].mentions) CHECK(all->mentions[mention].name == name);
    }
    REQUIRE(all->dates.size() == 1);
    CHECK(all->dates[0].value == "2024-03-25");
    CHECK(all->dates[0].begin == "2024-03-25");
    CHECK(all->dates[0].end == "2024-03-26");
    REQUIRE_FALSE(all->quantities.empty());
    CHECK(all->quantities[0].comparator == Comparator::at_least);
    CHECK(all->quantities[0].low == 14);
    REQUIRE_FALSE(all->attributions.empty());
    CHECK(document.slice(all->attributions[0].cue) == "said");
    REQUIRE_FALSE(all->negations.empty());
    CHECK(document.slice(all->negations[0].cue) == "not");
}

TEST_CASE("a document without text has no annotations") {
    const auto all = engine().annotate({});
    REQUIRE(all);
    CHECK(all->sentences.empty());
    CHECK(all->tokens.empty());
    CHECK(all->published.empty());
}

TEST_CASE("figures inside of indicators count nothing") {
    const auto document =
        engine().read("They used CVE-2024-12345 and hxxp://a[.]fjordnet[.]org/16/x against 17 hosts.", {.id = "a.txt"});
    REQUIRE(document);
    const auto all = engine().annotate(*document);
    REQUIRE(all);
    REQUIRE(all->indicators.size() == 3);
    CHECK(all->indicators[1].value == "http://a.fjordnet.org/16/x");
    REQUIRE(all->quantities.size() == 1);
    CHECK(all->quantities[0].low == 17);
}

TEST_CASE("many threads that annotate first get the same") {
    const auto fresh = Engine::open({AXRAY_TEST_MODELS});
    REQUIRE(fresh);
    const auto document = page();
    std::vector<std::size_t> counts(4);
    std::vector<std::thread> threads;
    for (auto& count : counts) {
        threads.emplace_back([&fresh, &document, &count] {
            const auto all = fresh->annotate(document);
            count = all ? all->tokens.size() : 0;
        });
    }
    for (auto& thread : threads) thread.join();
    CHECK(counts[0] > 0);
    for (const auto count : counts) CHECK(count == counts[0]);
}

// A folder with links to all models but one.
std::filesystem::path models_without(const std::string& name) {
    namespace fs = std::filesystem;
    const auto folder = fs::temp_directory_path() / ("axray-models-without-" + name);
    fs::remove_all(folder);
    fs::create_directories(folder);
    for (const auto& file : fs::directory_iterator(AXRAY_TEST_MODELS)) {
        if (file.path().filename() != name) fs::create_symlink(file.path(), folder / file.path().filename());
    }
    return folder;
}

TEST_CASE("without the model of speech rules say who speaks") {
    const auto folder = models_without("speech.bin");
    const auto opened = Engine::open({folder.string()});
    REQUIRE(opened);
    const auto all = opened->annotate(page());
    REQUIRE(all);
    CHECK_FALSE(all->attributions.empty());
    std::filesystem::remove_all(folder);
}

TEST_CASE("a model that only annotations need is missed by those alone, and named") {
    const auto folder = models_without("sentences.bin");
    const auto opened = Engine::open({folder.string()});
    REQUIRE(opened);
    const auto document = page();
    CHECK(opened->check(document, {document}).has_value());
    for (int round = 0; round < 2; ++round) {
        const auto all = opened->annotate(document);
        REQUIRE_FALSE(all);
        CHECK(all.error().code == ErrorCode::model_mismatch);
        CHECK(all.error().to_string().find("sentences.bin") != std::string::npos);
    }
    std::filesystem::remove_all(folder);
}

}  // namespace axray
