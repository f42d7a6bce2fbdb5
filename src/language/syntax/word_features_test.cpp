#include "language/syntax/word_features.hpp"

#include <string>

#include <doctest/doctest.h>

namespace axray::language {
namespace {

const NameWords& names() {
    static const auto opened = NameWords::open(AXRAY_MODELS_DIR "/name_words.bin");
    REQUIRE(opened);
    return *opened;
}

WordFeatures features(std::string_view written) {
    static const Lexicon lexicon = Lexicon::empty();
    return features_of(written, lexicon, names());
}

TEST_CASE("case, digits and the kind of apostrophe make no difference to the normal form") {
    CHECK(normal_form("Treasury") == "treasury");
    CHECK(normal_form("2024") == "0000");
    CHECK(normal_form("\u2019s") == "'s");
    CHECK(normal_form("\u201C") == "\"");
    CHECK(normal_form("\u00C9t\u00E9") == "\u00C9t\u00E9");
    CHECK(normal_form(std::string(500, 'A')).size() == kLongestFeatured);
}

TEST_CASE("the look of a word is one of ten") {
    const std::pair<const char*, WordShape> cases[] = {
        {"2024", WordShape::digits},
        {"APT31", WordShape::digits_and_letters},
        {"2,300", WordShape::digits_and_signs},
        {"--", WordShape::signs},
        {"and", WordShape::lower},
        {"NATO", WordShape::capitals},
        {"A", WordShape::one_capital},
        {"London", WordShape::capitalised},
        {"McDonald", WordShape::capitalised_mixed},
        {"iPhone", WordShape::mixed},
        {"\u00FCber", WordShape::lower},
    };
    for (const auto& one : cases) CHECK_MESSAGE(features(one.first).shape == one.second, one.first);
}

TEST_CASE("lists of names are seen whatever the case") {
    CHECK((features("London").classes >> 11 & kPlaceName) != 0);
    CHECK(features("LONDON").classes == features("London").classes);
}

TEST_CASE("any bytes have features, and never more than the tables have rows") {
    for (const std::string& word : {std::string(), std::string("\xFF\xFE\x80"), std::string(100'000, 'x')}) {
        const WordFeatures found = features(word);
        CHECK(found.piece_count <= kMostPieces);
        CHECK(found.beginning < kEndingRows);
        for (const auto piece : found.pieces) CHECK(piece < kPieceRows);
    }
}

}  // namespace
}  // namespace axray::language
