#include "read/characters/normal_form.hpp"

#include <cstdint>
#include <ctime>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "read/blocks.hpp"
#include "read/reader.hpp"

using namespace axray;
using namespace axray::read;

namespace {

struct Row {
    std::string name;
    std::string text;
    std::string composed;
};

const std::vector<Row>& rows() {
    static const std::vector<Row> kRows = {
        {"ASCII", "plain words", "plain words"},
        {"composed already", "caf\u00e9 na\u00efve", "caf\u00e9 na\u00efve"},
        {"acute accent", "cafe\u0301 noir", "caf\u00e9 noir"},
        {"Vietnamese", "Vie\u0323\u0302t Nam", "Vi\u1ec7t Nam"},
        {"marks in another order", "Vie\u0302\u0323t", "Vi\u1ec7t"},
        {"a composed letter takes one more mark", "Vi\u1eb9\u0302t", "Vi\u1ec7t"},
        {"Korean", "\u1112\u1161\u11ab\u1100\u1173\u11af", "\ud55c\uae00"},
        {"Korean syllable and final consonant", "\ud558\u11ab", "\ud55c"},
        {"kana", "\u304b\u3099", "\u304c"},
        {"unit signs", "10 \u212b, 5 \u2126", "10 \u00c5, 5 \u03a9"},
        {"Greek with tonos", "\u1f71", "\u03ac"},
        {"Greek question mark", "\u03c4\u03b9\u037e", "\u03c4\u03b9;"},
        {"compatibility ideograph", "\uf900", "\u8c48"},
        {"Hebrew points sorted", "\u05e9\u05bc\u05c1", "\u05e9\u05bc\u05c1"},
        {"Hindi nukta", "\u0958", "\u0915\u093c"},
        {"a mark alone", "\u0301 a", "\u0301 a"},
        {"beyond the first plane", "\U0001d15e", "\U0001d157\U0001d165"},
        {"Cyrillic", "\u0438\u0306", "\u0439"},
        {"marks without a letter, out of order", "\u0301\u032b", "\u032b\u0301"},
        {"Tamil vowel", "\u0bc6\u0bbe", "\u0bca"},
    };
    return kRows;
}

}  // namespace

TEST_CASE("composes letters and marks") {
    for (const Row& row : rows()) {
        CAPTURE(row.name);
        CHECK(compose(row.text) == row.composed);
        CHECK(is_composed(row.composed));
        CHECK(is_composed(row.text) == (row.text == row.composed));
    }
}

TEST_CASE("text of blocks is composed, however it is written piece by piece") {
    for (const Row& row : rows()) {
        CAPTURE(row.name);
        const auto size = static_cast<std::uint32_t>(row.text.size());
        BlockWriter whole;
        whole.append(row.text, {0, size});
        CHECK(whole.list().slice(whole.end_block()) == row.composed);
        BlockWriter pieces;
        for (std::uint32_t begin = 0; begin < size;) {
            std::uint32_t end = begin + 1;
            while (end < size && (static_cast<unsigned char>(row.text[end]) & 0xC0U) == 0x80U) ++end;
            pieces.append(row.text, {begin, end});
            begin = end;
        }
        CHECK(pieces.list().slice(pieces.end_block()) == row.composed);
        // Every byte of the text has its place, in order, within the file.
        for (BlockWriter* writer : {&whole, &pieces}) {
            std::uint32_t text = 0;
            for (const OriginRun& run : writer->list().runs) {
                CHECK(run.text_begin == text);
                CHECK(run.original_begin + run.original_length <= size);
                text += run.text_length;
            }
            CHECK(text == writer->size());
        }
    }
}

TEST_CASE("one composed character leads to the bytes of the letter and its marks") {
    struct Place {
        std::string bytes;
        std::string word;
        std::string original;
    };
    const Place places[] = {
        {"<p>A cafe\xCC\x81 by the quay, open all day.</p>", "\u00e9", "e\xCC\x81"},
        {"<p>A caf&#101;&#x301; by the quay, open all day.</p>", "\u00e9", "&#101;&#x301;"},
        {"<p>A caf<b>e</b>\xCC\x81 by the quay, open all day.</p>", "\u00e9", "e</b>\xCC\x81"},
        {"<p>A cafe\xCC\x81 by the quay, open all day.</p>", "caf", "caf"},
        {"<p>A cafe\xCC\x81 by the quay, open all day.</p>", "by the quay", "by the quay"},
        {"<p>The \xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB script is read aloud today.</p>", "\ud55c",
         "\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB"},
    };
    for (const Place& place : places) {
        CAPTURE(place.bytes);
        const auto document = read_document(place.bytes, {});
        REQUIRE(document.has_value());
        const auto at = static_cast<std::uint32_t>(document->text.find(place.word));
        REQUIRE(at < document->text.size());
        const Span original = document->origin.to_original({at, at + static_cast<std::uint32_t>(place.word.size())});
        CHECK(place.bytes.substr(original.begin, original.size()) == place.original);
    }
}

TEST_CASE("a letter with a hundred thousand marks is read in linear time, and stays as it is") {
    std::string text = "A";
    for (int i = 0; i < 100000; ++i) text += i % 2 == 0 ? "\xCC\x81" : "\xCC\xA3";
    const std::clock_t begin = std::clock();
    const auto plain = read_document(text, {});
    std::string page = "<p>A";
    for (int i = 0; i < 100000; ++i) page += i % 2 == 0 ? "&#x301;" : "&#x323;";
    const auto references = read_document(page, {});
    const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    REQUIRE(plain.has_value());
    REQUIRE(references.has_value());
    CHECK(plain->text.size() == text.size());
    CHECK(references->text.size() > 100000);
    CHECK(seconds < 5);
}
