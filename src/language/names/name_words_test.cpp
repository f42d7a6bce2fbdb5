#include "language/names/name_words.hpp"

#include <cstdio>
#include <filesystem>
#include <string>

#include <doctest/doctest.h>

#include "language/words/lexicon.hpp"

namespace axray::language {

TEST_CASE("says what lists of names hold of a word") {
    const auto words = NameWords::open(AXRAY_SOURCE_DIR "/models/name_words.bin");
    REQUIRE(words);
    struct Case {
        std::string word;
        std::uint16_t bits;  // that it has
    };
    for (const Case& test : {Case{"mary", kFirstName},
                             {"france", kCountryName | kPlaceName},
                             {"new york", kPlaceName},
                             {"york", kPlacePart},
                             {"french", kPeopleName},
                             {"ministry", kBodyNoun},
                             {"president", kPersonNoun},
                             {"river", kPlaceNoun},
                             {"m\xC3\xBCnchen", 0}}) {
        CAPTURE(test.word);
        CHECK((words->find(hash_word(test.word)) & test.bits) == test.bits);
    }
    CHECK(words->find(hash_word("qqzx")) == 0);
    CHECK(words->find(0) == 0);
    CHECK(words->find(~std::uint64_t{0}) == 0);
}

TEST_CASE("a table of names of another size is refused") {
    const std::string path = (std::filesystem::temp_directory_path() / "axray_name_words_test.bin").string();
    for (const std::string& payload : {std::string(), std::string(8, '\1'), std::string("\2\0\0\0\0\0\0\0abc", 11)}) {
        REQUIRE(base::write_model_file(path, "name words", 1, payload));
        const auto words = NameWords::open(path);
        REQUIRE(!words);
        CHECK(words.error().code == ErrorCode::model_mismatch);
    }
    std::filesystem::remove(path);
}

}  // namespace axray::language
