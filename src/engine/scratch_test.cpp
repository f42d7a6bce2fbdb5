#include "engine/scratch.hpp"

#include <string>

#include <doctest/doctest.h>

namespace axray::engine {
namespace {

std::vector<SourceText> source(const std::string& id, std::vector<std::string> sentences,
                               const std::string& text = "") {
    return {{id, std::move(sentences), text}};
}

TEST_CASE("source sets are the same only when every text and every border is") {
    const auto key = key_of(source("a", {"one", "two"}));
    CHECK(key == key_of(source("b", {"one", "two"})));
    CHECK_FALSE(key == key_of(source("a", {"one", "tw"})));
    CHECK_FALSE(key == key_of(source("a", {"onet", "wo"})));
    CHECK_FALSE(key == key_of(source("a", {"one two"})));
    CHECK_FALSE(key_of(source("a", {"one"})) == key_of(source("a", {}, "one")));
    auto two = source("a", {"one"});
    two.push_back({"b", {"two"}, ""});
    CHECK_FALSE(key == key_of(two));
}

TEST_CASE("the cache makes a set once while it is among the last few") {
    const auto lexicon = language::Lexicon::open(std::string(AXRAY_TEST_MODELS) + "/wordnet.bin");
    REQUIRE(lexicon);
    const language::Annotator annotator(*lexicon);
    language::Workspace workspace;
    SourceCache cache;
    int made = 0;
    const auto use = [&](int number) {
        const auto sources = source("s", {"Sentence " + std::to_string(number) + "."});
        return cache.find_or_make(key_of(sources), [&] {
            ++made;
            return SourceSet::of_texts(sources, annotator, workspace);
        });
    };
    const auto first = use(1);
    CHECK(*use(1) == *first);
    CHECK(made == 1);
    for (int number = 2; number <= 4; ++number) CHECK(use(number));
    CHECK(*use(1) == *first);
    CHECK(made == 4);
    CHECK(use(5));
    CHECK(use(2));  // went when 5 came
    CHECK(made == 6);
    CHECK(*use(1) == *first);
    CHECK(made == 6);

    const auto bad = source("s", {"\xFF"});
    for (int again = 0; again < 2; ++again) {
        const auto set =
            cache.find_or_make(key_of(bad), [&] { return SourceSet::of_texts(bad, annotator, workspace); });
        REQUIRE_FALSE(set);
        CHECK(set.error().code == ErrorCode::malformed);
    }
}

}  // namespace
}  // namespace axray::engine
