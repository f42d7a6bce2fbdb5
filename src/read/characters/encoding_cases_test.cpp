// The table of encodings in tests/feeds/encodings.tsv: what a reader should get of each.
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "read/characters/charset.hpp"
#include "read/characters/encodings.hpp"
#include "read/characters/normal_form.hpp"

using namespace axray;
using namespace axray::read;

namespace {

std::vector<std::string> columns_of(const std::string& line) {
    std::vector<std::string> columns(1);
    for (const char character : line) {
        if (character == '\t')
            columns.emplace_back();
        else
            columns.back().push_back(character);
    }
    return columns;
}

std::string unescape(const std::string& text) {
    std::string bytes;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.compare(i, 2, "\\x") == 0 && i + 3 < text.size()) {
            bytes.push_back(static_cast<char>(std::stoi(text.substr(i + 2, 2), nullptr, 16)));
            i += 3;
        } else {
            bytes.push_back(text[i]);
        }
    }
    return bytes;
}

}  // namespace

TEST_CASE("every encoding of the table is read as it should be") {
    std::ifstream file(std::string(AXRAY_SOURCE_DIR) + "/tests/feeds/encodings.tsv");
    REQUIRE(file);
    std::set<std::string> seen;
    std::size_t cases = 0;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("#")) continue;
        const std::vector<std::string> columns = columns_of(line);
        REQUIRE(columns.size() == 5);
        CAPTURE(columns[0]);
        CAPTURE(columns[2]);
        const std::string bytes = unescape(columns[3]);
        const std::string label = columns[0] == "-" ? "" : columns[0];
        CharsetHints hints;
        if (columns[1] == "transport") hints.transport = label;
        if (columns[1] == "page") hints.page = label;
        const DecodedText decoded = decode(bytes, hints);
        std::string text = compose(decoded.text());
        if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);  // a mark that UTF-7 spells out
        CHECK(text == columns[4]);
        CHECK(decoded.charset == columns[2]);
        CHECK(decoded.replaced == 0);
        seen.insert(decoded.charset);
        ++cases;
    }
    CHECK(cases >= 120);
    for (const char* name :
         {"UTF-8",        "IBM866",         "ISO-8859-2",     "ISO-8859-3",   "ISO-8859-4",   "ISO-8859-5",
          "ISO-8859-6",   "ISO-8859-7",     "ISO-8859-8",     "ISO-8859-8-I", "ISO-8859-10",  "ISO-8859-13",
          "ISO-8859-14",  "ISO-8859-15",    "ISO-8859-16",    "KOI8-R",       "KOI8-U",       "macintosh",
          "windows-874",  "windows-1250",   "windows-1251",   "windows-1252", "windows-1253", "windows-1254",
          "windows-1255", "windows-1256",   "windows-1257",   "windows-1258", "GBK",          "gb18030",
          "Big5",         "EUC-JP",         "ISO-2022-JP",    "Shift_JIS",    "EUC-KR",       "UTF-16BE",
          "UTF-16LE",     "x-mac-cyrillic", "x-user-defined", "HZ-GB-2312"}) {
        CAPTURE(name);
        CHECK(seen.count(name) == 1);
    }
}
