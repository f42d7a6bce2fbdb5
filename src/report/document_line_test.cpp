#include "report/document_line.hpp"

#include <string>

#include <doctest/doctest.h>

#include "report/schema_check.hpp"

using namespace axray;
using namespace axray::report;

TEST_CASE("the schema of document lines and their parser agree") {
    struct Case {
        std::string_view line;
        bool accepted;
    };
    DocumentLineParser parser;
    for (const auto& [line, accepted] :
         {Case{R"({"id":"a","text":"The dam was closed.","date":"2025-05-04"})", true},
          Case{R"({"id":4,"title":"Dam closed","text":null})", true}, Case{R"({"html":"<p>Dam</p>","set":"x"})", true},
          Case{R"({"id":"a"})", false}, Case{R"({"id":1.5,"text":"b"})", false}, Case{R"({"text":["b"]})", false},
          Case{R"({"text":"b","date":2025})", false}, Case{R"([])", false}, Case{R"("text")", false}}) {
        const std::string text(line);
        CAPTURE(text);
        CHECK(schema_violations("document-line", text).empty() == accepted);
        CHECK(parser.parse(text).document.has_value() == accepted);
    }
}

TEST_CASE("a broken line says where it is broken, and keeps its id where that was read") {
    DocumentLineParser parser;
    const auto cut = parser.parse(R"({"id":"a","text":"The dam)");
    REQUIRE_FALSE(cut.document);
    CHECK(cut.document.error().message.find("ends too early") != std::string::npos);
    const auto typed = parser.parse(R"({"id":"a","text":3})");
    REQUIRE_FALSE(typed.document);
    CHECK(typed.id_json == "\"a\"");
    CHECK(typed.document.error().message == "\"text\" must be a string, found a number");
    const auto empty = parser.parse(R"({"id":"a","text":""})");
    REQUIRE_FALSE(empty.document);
    CHECK(empty.document.error().code == ErrorCode::empty);
}

TEST_CASE("members that are absent or null are empty") {
    const auto parsed =
        DocumentLineParser().parse(R"({"id":12,"title":null,"text":"b","url":"https://example.org/a"})");
    REQUIRE(parsed.document);
    CHECK(parsed.document->id == "12");
    CHECK(parsed.document->title.empty());
    CHECK(parsed.document->date.empty());
    CHECK(parsed.document->url == "https://example.org/a");
}
