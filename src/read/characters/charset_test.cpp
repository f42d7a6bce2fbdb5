#include "read/characters/charset.hpp"

#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "base/utf8.hpp"

using namespace axray;
using namespace axray::read;

namespace {

using namespace std::string_literals;

std::string text_of(const DecodedText& decoded) { return std::string(decoded.text()); }

}  // namespace

TEST_CASE("decodes every encoding by mark, declaration, or the bytes themselves") {
    struct Row {
        std::string bytes;
        std::string transport;
        std::string page;
        std::string text;
        std::string charset;
    };
    const Row rows[] = {
        {"plain", "", "", "plain", "UTF-8"},
        {"na\xC3\xAFve", "", "", "na\xC3\xAFve", "UTF-8"},
        {"na\xC3\xAFve", "iso-8859-1", "windows-1252", "na\xC3\xAFve", "UTF-8"},  // the declaration is wrong
        {"\xEF\xBB\xBFmark", "", "", "mark", "UTF-8"},
        {"\xFF\xFE"
         "a\0\xE9\0"s,
         "", "", "a\xC3\xA9", "UTF-16LE"},
        {"\xFE\xFF"
         "\0a\0\xE9"s,
         "", "", "a\xC3\xA9", "UTF-16BE"},
        {"\xFF\xFE\0\0"
         "a\0\0\0"s,
         "", "", "a", "UTF-32LE"},
        {"h\0e\0l\0l\0o\0 \0y\0o\0u\0"s, "", "", "hello you", "UTF-16LE"},      // no mark
        {"\xFF\xFE\x3D\xD8\x00\xDE"s, "", "", "\xF0\x9F\x98\x80", "UTF-16LE"},  // two units, one character
        {"na\xEFve", "latin1", "", "na\xC3\xAFve", "windows-1252"},
        {"\x93yes\x94", "", "ISO-8859-1", "\xE2\x80\x9Cyes\xE2\x80\x9D", "windows-1252"},
        {"\xCF\xF0\xE8\xE2\xE5\xF2", "", "windows-1251", "\xD0\x9F\xD1\x80\xD0\xB8\xD0\xB2\xD0\xB5\xD1\x82",
         "windows-1251"},
        {"\x93\xFA\x96{", "shift_jis", "", "\xE6\x97\xA5\xE6\x9C\xAC", "Shift_JIS"},
        {"\xD6\xD0\xB9\xFA", "", "gb2312", "\xE4\xB8\xAD\xE5\x9B\xBD", "GBK"},
        {"\x1B$B\x46\x7C\x4B\x5C\x1B(B", "", "", "\xE6\x97\xA5\xE6\x9C\xAC", "ISO-2022-JP"},
        {"caf\xE9", "", "", "caf\xC3\xA9", "windows-1252"},
        {"caf\xE9", "no-such-charset", "utf-16", "caf\xC3\xA9", "windows-1252"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        const DecodedText decoded = decode(row.bytes, {.transport = row.transport, .page = row.page});
        CHECK(text_of(decoded) == row.text);
        CHECK(decoded.charset == row.charset);
        CHECK(decoded.replaced == 0);
    }
}

TEST_CASE("tells Cyrillic from its letters when nothing is declared") {
    const std::string word =
        "\xCF\xF0\xE0\xE2\xE8\xF2\xE5\xEB\xFC\xF1\xF2\xE2\xEE \xEE\xE1\xFA\xFF\xE2\xE8\xEB\xEE "
        "\xF1\xE0\xED\xEA\xF6\xE8\xE8 ";
    const std::string bytes = word + word + word + word;
    CHECK(decode(bytes, {}).charset == "windows-1251");
}

TEST_CASE("malformed bytes become one replacement character each and are counted") {
    struct Row {
        std::string bytes;
        std::string text;
        std::uint32_t replaced;
    };
    const std::string much =
        "\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9"
        "\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9";
    const Row rows[] = {
        {much + "a\xFF"
                "b",
         much + "a\xEF\xBF\xBD"
                "b",
         1},
        {much + "\xE2\x80", much + "\xEF\xBF\xBD", 1},
        {"\xFF\xFE"
         "a\0\x00\xD8"
         "b\0"s,
         "a\xEF\xBF\xBD"
         "b",
         1},  // half a pair
        {"\xFF\xFE"
         "a\0b"s,
         "a\xEF\xBF\xBD", 1},  // half a unit
    };
    for (const Row& row : rows) {
        const DecodedText decoded = decode(row.bytes, {});
        CHECK(text_of(decoded) == row.text);
        CHECK(decoded.replaced == row.replaced);
    }
}

TEST_CASE("forms of Unicode that hide markup are not believed, and half a pair is no character") {
    for (const std::string label :
         {"utf-7", "UTF-7", "unicode-1-1-utf-7", "IMAP-mailbox-name", "scsu", "bocu-1", "cesu-8"}) {
        CAPTURE(label);
        const DecodedText decoded = decode("+ADw-b+AD4- na\xEFve", {.transport = label, .page = {}});
        CHECK(decoded.charset == "windows-1252");
        CHECK(text_of(decoded) == "+ADw-b+AD4- na\xC3\xAFve");
    }
    const std::string half = "\xE9\x81\x30\x81\x30\x83\x36\xA5\x30";  // U+D800 in the four bytes of GB18030
    for (const std::string label : {"gb18030", "windows-31j", "euc-jp", "big5", "iso-2022-kr", "hz", "utf-32"}) {
        CAPTURE(label);
        const std::string text = text_of(decode(half, {.transport = label, .page = {}}));
        CHECK(base::first_invalid_utf8(text) == text.size());
    }
}

TEST_CASE("well-formed UTF-8 is a view of the input, other text has a run for every byte") {
    const std::string utf8 = "\xEF\xBB\xBFna\xC3\xAFve";
    const DecodedText view = decode(utf8, {});
    CHECK(view.runs.empty());
    CHECK(view.skipped == 3);
    CHECK(view.text().data() == utf8.data() + 3);

    const std::string western = "na\xEFve \x93yes\x94.";
    const DecodedText converted = decode(western, {.transport = "latin1", .page = {}});
    std::uint32_t text = 0;
    std::uint32_t original = 0;
    for (const OriginRun& run : converted.runs) {
        CHECK(run.text_begin == text);
        CHECK(run.original_begin == original);
        text += run.text_length;
        original += run.original_length;
    }
    CHECK(text == converted.text().size());
    CHECK(original == western.size());
}

TEST_CASE("finds the charset that a page declares") {
    struct Row {
        std::string page;
        std::string charset;
    };
    const Row rows[] = {
        {"<meta charset=utf-8>", "utf-8"},
        {"<META CHARSET = \"Windows-1251\" />", "Windows-1251"},
        {"<meta name=x><meta http-equiv='Content-Type' content='text/html; charset=koi8-r'>", "koi8-r"},
        {"<meta name=charset content=x>", ""},
        {"<p>charset=utf-8</p>", ""},
        {"<meta charset", ""},
        {"", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.page);
        CHECK(charset_declared_in_page(row.page) == row.charset);
    }
}
