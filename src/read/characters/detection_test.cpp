#include "read/characters/detection.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "read/characters/decoders.hpp"
#include "read/reader.hpp"

using namespace axray;
using namespace axray::read;
using namespace std::string_literals;

namespace {

// Text in the bytes of an encoding of single bytes; the text must be in its table.
std::string in_single_bytes(const std::string& charset, const std::u16string& text) {
    const auto encoding = find_encoding(charset);
    REQUIRE(encoding.has_value());
    std::string bytes;
    for (const char16_t unit : text) {
        if (unit < 0x80) {
            bytes.push_back(static_cast<char>(unit));
            continue;
        }
        std::size_t upper = 0;
        while (upper < 128 && (*encoding->table)[upper] != unit) ++upper;
        REQUIRE(upper < 128);
        bytes.push_back(static_cast<char>(0x80 + upper));
    }
    return bytes;
}

std::string times(int count, const std::string& text) {
    std::string result;
    for (int i = 0; i < count; ++i) result += text;
    return result;
}

const std::u16string kRussian =
    u"\u0421\u043e\u0432\u0435\u0442 \u0433\u043e\u0440\u043e\u0434\u0430 \u043e\u0434\u043e\u0431\u0440\u0438\u043b "
    u"\u043f\u043b\u0430\u043d \u043d\u043e\u0432\u043e\u0439 \u0434\u0430\u043c\u0431\u044b \u0432 "
    u"\u043f\u043e\u043d\u0435\u0434\u0435\u043b\u044c\u043d\u0438\u043a. ";

}  // namespace

TEST_CASE("a wrong declaration is not believed where the text shows it") {
    struct Row {
        std::string name;
        std::string bytes;
        std::string declared;
        std::string charset;
    };
    const std::string cyrillic = times(6, in_single_bytes("windows-1251", kRussian));
    const std::string koi = times(6, in_single_bytes("koi8-r", kRussian));
    const Row rows[] = {
        {"Cyrillic declared as Latin", cyrillic, "iso-8859-1", "windows-1251"},
        {"Cyrillic declared as UTF-8", cyrillic, "utf-8", "windows-1251"},
        {"one Cyrillic encoding declared as another", koi, "windows-1251", "KOI8-R"},
        {"Cyrillic declared rightly", cyrillic, "windows-1251", "windows-1251"},
        {"few words are no reason to doubt", in_single_bytes("windows-1251", u"\u0414\u0430"), "iso-8859-1",
         "windows-1252"},
        {"French declared rightly",
         times(5,
               "L'\xE9t\xE9 o\xF9 l'\xEEle fut cr\xE9\xE9"
               "e, d\xE9j\xE0 "),
         "latin1", "windows-1252"},
        {"Polish declared rightly", times(5, "Za\xBF\xF3\xB3\xE6 g\xEA\xB6l\xB1 ja\xBC\xF1 "), "iso-8859-2",
         "ISO-8859-2"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        CHECK(decode(row.bytes, {.transport = {}, .page = row.declared}).charset == row.charset);
    }
}

TEST_CASE("UTF-16 and UTF-32 are told without a mark, and binary data is not taken for them") {
    const auto wide = [](const std::u16string& text, std::size_t width, bool big) {
        std::string bytes;
        for (const char16_t unit : text) {
            std::string character(width, '\0');
            character[big ? width - 1 : 0] = static_cast<char>(unit & 0xFF);
            character[big ? width - 2 : 1] = static_cast<char>(unit >> 8);
            bytes += character;
        }
        return bytes;
    };
    CHECK(choose_encoding(wide(kRussian, 2, false), {}).encoding.name == "UTF-16LE");
    CHECK(choose_encoding(wide(kRussian, 2, true), {}).encoding.name == "UTF-16BE");
    CHECK(choose_encoding(wide(u"Some words of text.", 4, false), {}).encoding.name == "UTF-32LE");
    CHECK(choose_encoding(wide(kRussian, 4, true), {}).encoding.name == "UTF-32BE");
    std::string numbers;
    for (unsigned i = 0, state = 1; i < 4000; ++i) {
        state = state * 1664525U + 1013904223U;
        numbers.push_back(static_cast<char>(state >> 24U));
        numbers.push_back(i % 4 == 0 ? '\0' : static_cast<char>(state >> 16U));
    }
    CHECK_FALSE(looks_like_wide_text(numbers));
    CHECK_FALSE(looks_like_wide_text("plain text, long enough to be one"));
}

TEST_CASE("UTF-7 is read where it is declared and honest") {
    CHECK(find_encoding("UTF-7")->kind == DecoderKind::utf7);
    const std::string honest = "Caf+AOk- in Hi Mom +Jjo-! 1 +- 1";
    const DecodedText decoded = decode(honest, {.transport = "utf-7", .page = {}});
    CHECK(decoded.charset == "UTF-7");
    CHECK(decoded.text() == "Caf\u00e9 in Hi Mom \u263a! 1 + 1");
    CHECK(decode(honest, {}).charset == "UTF-8");
    for (const std::string dishonest : {"+ADw-b+AD4-", "1 + 1 = 2", "caf+AOk- +A", "+2AA-", "+"}) {
        CAPTURE(dishonest);
        CHECK(decode(dishonest, {.transport = "utf-7", .page = {}}).charset == "UTF-8");
    }
}

TEST_CASE("text that was encoded twice is mended where all of it shows that") {
    struct Row {
        std::string name;
        std::string text;
        std::string mended;
        std::string repair;
    };
    const std::string euro = "\u00e2\u201a\u00ac";  // of the euro sign, by way of windows-1252
    const Row rows[] = {
        {"French",
         "L'\u00c3\u00a9t\u00c3\u00a9, d\u00c3\u00a9j"
         "\u00c3\u00a0, 5 " +
             euro,
         "L'\u00e9t\u00e9, d\u00e9j\u00e0, 5 \u20ac", "UTF-8 taken for windows-1252"},
        {"quotation marks with control characters",
         "He said \u00e2\u0080\u009cyes\u00e2\u0080\u009d, and \u00e2\u0080\u0093 no.",
         "He said \u201cyes\u201d, and \u2013 no.", "UTF-8 taken for windows-1252"},
        {"by way of Cyrillic", "\u0420\u201d\u0420\u00b0, \u0420\u0405\u0420\u00b5\u0421\u201a",
         "\u0414\u0430, \u043d\u0435\u0442", "UTF-8 taken for windows-1251"},
        {"three times", "caf\u00c3\u0192\u00c2\u00a9 caf\u00c3\u0192\u00c2\u00a9 caf\u00c3\u0192\u00c2\u00a9",
         "caf\u00e9 caf\u00e9 caf\u00e9", "UTF-8 taken for windows-1252"},
        {"real text beside it", "L'\u00c3\u00a9t\u00c3\u00a9 est l\u00e0, d\u00e9j\u00e0, \u00c3\u00a9",
         "L'\u00c3\u00a9t\u00c3\u00a9 est l\u00e0, d\u00e9j\u00e0, \u00c3\u00a9", ""},
        {"too little to say", "S\u00c3\u00a3o", "S\u00c3\u00a3o", ""},
        {"Portuguese", "S\u00e3o Jo\u00e3o, cora\u00e7\u00e3o, \u00c3", "S\u00e3o Jo\u00e3o, cora\u00e7\u00e3o, \u00c3",
         ""},
        {"Russian", "\u0420\u043e\u0441\u0441\u0438\u044f, \u0421\u043e\u0432\u0435\u0442",
         "\u0420\u043e\u0441\u0441\u0438\u044f, \u0421\u043e\u0432\u0435\u0442", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        const DecodedText decoded = decode(row.text, {});
        CHECK(decoded.text() == row.mended);
        CHECK(decoded.mended == row.repair);
        std::uint32_t text = 0;
        for (const OriginRun& run : decoded.runs) {
            CHECK(run.text_begin == text);
            text += run.text_length;
        }
        if (!row.repair.empty()) CHECK(text == decoded.text().size());
    }
    const std::string page = "<p>In L'\u00c3\u00a9t\u00c3\u00a9, the caf\u00c3\u00a9 by the quay was open all day.</p>";
    const auto document = read_document(page, {});
    REQUIRE(document.has_value());
    CHECK(document->metadata.charset_repair == "UTF-8 taken for windows-1252");
    const auto at = static_cast<std::uint32_t>(document->text.find("caf\u00e9"));
    const Span original = document->origin.to_original({at, at + 5});
    CHECK(page.substr(original.begin, original.size()) == "caf\u00c3\u00a9");
}
