#include "registers/import/xml_records.hpp"

#include <doctest/doctest.h>

namespace axray::registers {
namespace {

struct Reading {
    std::vector<XmlElement> records;
    std::vector<ListRow> rows;
    std::vector<std::string> faults;
    Result<XmlElement> root = fail(ErrorCode::internal, "");
};

Reading read(const std::string& bytes) {
    Reading reading;
    const ListFile file{"list.xml", bytes};
    ListText text(file);
    XmlReading form;
    form.records = {"party"};
    form.take = [&](const XmlElement& record, const ListRow& row) {
        reading.records.push_back(record);
        reading.rows.push_back(row);
    };
    form.fault = [&](const ListRow&, std::string message) { reading.faults.push_back(std::move(message)); };
    reading.root = read_xml(text, form);
    return reading;
}

}  // namespace

TEST_CASE("records are handed over with their bytes and lines") {
    const std::string bytes =
        "<?xml version=\"1.0\"?>\n<list date='2026-01-02'>\n  <party id=\"1\"><name>A &amp; <b>B</b></name></party>\n"
        "  <x:party xmlns:x=\"urn:x\" x:id=\"2\"/>\n</list>";
    const auto reading = read(bytes);
    REQUIRE(reading.root);
    CHECK(reading.root->name == "list");
    CHECK(reading.root->attribute("date") == "2026-01-02");
    REQUIRE(reading.records.size() == 2);
    CHECK(reading.records[0].text_of("name") == "A & B");
    CHECK(reading.records[0].text_of("name/b") == "B");
    CHECK(reading.records[1].attribute("id") == "2");
    CHECK(reading.rows[0].line == 3);
    CHECK(reading.rows[1].line == 4);
    const auto first = reading.rows[0].bytes;
    const auto second = reading.rows[1].bytes;
    CHECK(bytes.substr(first.begin, first.size()) == "<party id=\"1\"><name>A &amp; <b>B</b></name></party>");
    CHECK(bytes.substr(second.begin, second.size()) == "<x:party xmlns:x=\"urn:x\" x:id=\"2\"/>");
    CHECK(reading.faults.empty());
}

TEST_CASE("entities are refused, whatever they stand for") {
    for (const std::string_view declaration :
         {"<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">", "<!ENTITY x SYSTEM \"file:///etc/passwd\">",
          "<!ENTITY % p SYSTEM \"http://lists.example/x.dtd\"> %p;"}) {
        CAPTURE(declaration);
        const auto reading = read("<!DOCTYPE list [" + std::string(declaration) +
                                  "]><list><party><name>&a;&b;&x;</name></party></list>");
        REQUIRE_FALSE(reading.root);
        CHECK(reading.root.error().code == ErrorCode::malformed);
        CHECK(reading.root.error().message.find("declares entities") != std::string::npos);
        CHECK(reading.root.error().context == std::vector<std::string>{"list.xml"});
        CHECK(reading.records.empty());
    }
}

TEST_CASE("broken XML gives the records before the break, and tells it") {
    const auto cut = read("<list><party><name>A</name></party><party><name>B");
    REQUIRE(cut.root);
    CHECK(cut.records.size() == 1);
    REQUIRE(cut.faults.size() == 1);
    CHECK(cut.faults[0].find("the XML is broken") == 0);
    CHECK(read("<list><party><name>A</name></party></lost>").records.size() == 1);
    CHECK_FALSE(read("no XML at all").root);
    CHECK_FALSE(read("").root);
}

TEST_CASE("records that are too deep or too large are told") {
    std::string deep = "<list><party/>";
    for (int i = 0; i < 100'000; ++i) deep += "<a>";
    const auto reading = read(deep);
    CHECK(reading.records.size() == 1);
    REQUIRE(reading.faults.size() == 1);
    CHECK(reading.faults[0].find("deep") != std::string::npos);

    std::string wide = "<list><party>";
    for (int i = 0; i < 60'000; ++i) wide += "<a/>";
    wide += "</party><party><name>B</name></party></list>";
    const auto second = read(wide);
    REQUIRE(second.records.size() == 1);
    CHECK(second.records[0].text_of("name") == "B");
    CHECK(second.faults.size() == 1);
}

TEST_CASE("other encodings are read, unknown ones refused, wrong bytes told") {
    const auto latin = read("<?xml version='1.0' encoding='ISO-8859-1'?><list><party>Troms\xF8</party></list>");
    REQUIRE(latin.records.size() == 1);
    CHECK(latin.records[0].text == "Troms\u00F8");
    std::string wide = "\xFF\xFE";
    for (const char16_t unit :
         std::u16string(u"<?xml version='1.0' encoding='UTF-16'?><list>\n<party>\u00F8</party></list>")) {
        wide += {static_cast<char>(unit & 0xFF), static_cast<char>(unit >> 8)};
    }
    const auto sixteen = read(wide);
    REQUIRE(sixteen.records.size() == 1);
    CHECK(sixteen.records[0].text == "\u00F8");
    CHECK(sixteen.rows[0].line == 2);
    CHECK(sixteen.rows[0].bytes.begin == 2 + 2 * 46);
    CHECK(sixteen.rows[0].bytes.size() == 2 * 16);
    const auto wrong = read("<list><party>\u00F8 Troms\xF8</party><party>B</party></list>");
    CHECK(wrong.records.size() == 2);
    CHECK(wrong.faults.size() == 1);
    const auto unknown = read("<?xml version='1.0' encoding='KOI8-R'?><list/>");
    REQUIRE_FALSE(unknown.root);
    CHECK(unknown.root.error().code == ErrorCode::unsupported);
}

TEST_CASE("the root of a text that begins like XML is told") {
    CHECK(xml_root("\n<?xml version='1.0'?><!-- a > b --><x:list a='1'>") == "list");
    CHECK(xml_root("<!DOCTYPE list [<!ENTITY a \">\">]><list/>") == "list");
    CHECK(xml_root("<list>") == "list");
    CHECK(xml_root("name,country").empty());
    CHECK(xml_root("<!-- never closed").empty());
    CHECK(xml_root("").empty());
}

}  // namespace axray::registers
