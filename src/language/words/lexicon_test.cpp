#include "language/words/lexicon.hpp"

#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "language/test_annotation.hpp"

namespace axray::language {

TEST_CASE("finds the dictionary form of a word") {
    const Lexicon lexicon = test_lexicon();
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"said", "say"},     {"attacks", "attack"}, {"hackers", "hacker"}, {"men", "man"},       {"charged", "charge"},
        {"left", "leave"},   {"taken", "take"},     {"china", "china"},    {"number", "number"}, {"better", "good"},
        {"leaves", "leave"}, {"made", "make"},      {"parties", "party"},  {"running", "run"},   {"offer", "offer"},
    };
    for (const auto& [form, lemma] : cases) {
        const auto& shown = form;
        CAPTURE(shown);
        CHECK(lexicon.lemma(form) == hash_word(lemma));
    }
    CHECK(lexicon.lemma("xqzzt") == 0);
    CHECK(lexicon.lemma("") == 0);
}

TEST_CASE("knows how words are related") {
    const Lexicon lexicon = test_lexicon();
    const auto hash = [](const char* word) { return hash_word(word); };
    CHECK(lexicon.synonyms(hash("buy"), hash("purchase")));
    CHECK(lexicon.synonyms(hash("assault"), hash("attack")));
    CHECK_FALSE(lexicon.synonyms(hash("dog"), hash("cat")));
    CHECK(lexicon.derived(hash("attack"), hash("attacker")));
    CHECK(lexicon.derived(hash("china"), hash("chinese")));
    CHECK(lexicon.derived(hash("destruction"), hash("destroy")));
    CHECK_FALSE(lexicon.derived(hash("dog"), hash("cat")));
    CHECK(lexicon.hypernym(hash("minister"), hash("official"), 4));
    CHECK(lexicon.hypernym(hash("dog"), hash("canine"), 1));
    CHECK_FALSE(lexicon.hypernym(hash("canine"), hash("dog")));
    CHECK(lexicon.antonyms(hash("rise"), hash("fall")));
    CHECK(lexicon.antonyms(hash("increase"), hash("decrease")));
    CHECK(lexicon.antonyms(hash("arid"), hash("wet")));
    CHECK_FALSE(lexicon.antonyms(hash("arid"), hash("dry")));
    CHECK_FALSE(lexicon.antonyms(hash("dog"), hash("cat")));
}

TEST_CASE("says what classes a word belongs to") {
    const Lexicon lexicon = test_lexicon();
    CHECK(lexicon.word_classes(hash_word("attack")) == 3);  // noun and verb
    CHECK(lexicon.word_classes(hash_word("quickly")) == 8);
    CHECK(lexicon.word_classes(hash_word("xqzzt")) == 0);
    CHECK(lexicon.analyse("china").proper);
    CHECK_FALSE(lexicon.analyse("attack").proper);
    CHECK(lexicon.analyse("said").verb_first);
}

TEST_CASE("an empty lexicon knows nothing and harms nothing") {
    const Lexicon lexicon = Lexicon::empty();
    CHECK(lexicon.lemma("attacks") == 0);
    CHECK_FALSE(lexicon.synonyms(hash_word("buy"), hash_word("purchase")));
    CHECK_FALSE(lexicon.hypernym(hash_word("dog"), hash_word("canine")));
    const Annotator annotator(lexicon);
    Workspace workspace;
    CHECK(annotator.annotate_text("The men said 14 attacks failed.", workspace).sentences.size() == 1);
}

TEST_CASE("refuses a file that is no lexicon, naming it") {
    const auto missing = Lexicon::open("/no/such/wordnet.bin");
    REQUIRE_FALSE(missing);
    CHECK(missing.error().code == ErrorCode::model_mismatch);
    CHECK(missing.error().to_string().find("/no/such/wordnet.bin") != std::string::npos);

    std::ifstream whole(AXRAY_TEST_LEXICON, std::ios::binary);
    std::string bytes(200000, '\0');
    whole.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    const std::string path = std::string(AXRAY_TEST_LEXICON) + ".cut";
    std::ofstream(path, std::ios::binary) << bytes;
    const auto cut = Lexicon::open(path);
    std::remove(path.c_str());
    REQUIRE_FALSE(cut);
    CHECK(cut.error().code == ErrorCode::model_mismatch);
}

}  // namespace axray::language
