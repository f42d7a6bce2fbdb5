#include "report/json.hpp"

#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "report/bulk_json.hpp"
#include "report/report_fixture.hpp"
#include "report/schema_check.hpp"

using namespace axray;
using namespace axray::report;
using nlohmann::json;

namespace {

std::string slice(const json& document, const json& place) {
    return code_points(document["text"], place["begin"], place["end"]);
}

}  // namespace

TEST_CASE("the JSON of a report follows its published schema") {
    CHECK(schema_violations("check-report", render_json(ferry_report())) == "");
    CHECK(schema_violations("check-report", render_json(small_report())) == "");
}

TEST_CASE("a document that breaks the schema is refused") {
    const std::vector<std::function<void(json&)>> changes = {
        [](json& report) { report.erase("claims"); },
        [](json& report) { report["unheard_of"] = 1; },
        [](json& report) { report["format_version"] = 2; },
        [](json& report) { report["claims"][0]["verdict"] = "true"; },
        [](json& report) { report["claims"][0]["probability"] = 1.5; },
        [](json& report) { report["claims"][0]["id"] = "claim-0"; },
        [](json& report) { report["claims"][0]["evidence"][0]["place"].erase("prefix"); },
        [](json& report) { report["claims"][0]["flags"][0]["kind"] = "odd"; },
        [](json& report) { report["claims"][0]["alignment"][0]["source"] = 4; },
        [](json& report) { report["article"]["sha256"] = "abc"; },
        [](json& report) { report["sources"] = json::object(); },
    };
    const auto report = json::parse(render_json(ferry_report()));
    REQUIRE(schema_violations("check-report", report.dump()) == "");
    for (std::size_t i = 0; i < changes.size(); ++i) {
        CAPTURE(i);
        auto changed = report;
        changes[i](changed);
        CHECK(schema_violations("check-report", changed.dump()) != "");
    }
}

TEST_CASE("the same report gives the same bytes") { CHECK(render_json(ferry_report()) == render_json(ferry_report())); }

TEST_CASE("every position leads to its words, counted in code points") {
    const auto report = json::parse(render_json(ferry_report()));
    const auto& article = report["article"];
    const auto& sources = report["sources"];
    for (const auto& claim : report["claims"]) {
        CHECK(slice(article, claim["place"]) == claim["place"]["exact"]);
        for (const auto& context : claim["context"]) CHECK(slice(article, context) == context["exact"]);
        for (const auto& evidence : claim["evidence"]) {
            const auto& place = evidence["place"];
            const auto& source = sources[evidence["source"].get<std::size_t>()];
            CHECK(slice(source, place) == place["exact"]);
            const std::string around = place["prefix"].get<std::string>() + place["exact"].get<std::string>() +
                                       place["suffix"].get<std::string>();
            CHECK(source["text"].get<std::string>().find(around) != std::string::npos);
        }
        for (const auto& word : claim["alignment"]) {
            CHECK(slice(article, word["claim"]) == word["claim"]["exact"]);
            if (word["source"].is_null()) continue;
            CHECK(slice(sources[word["source"]["source"].get<std::size_t>()], word["source"]) ==
                  word["source"]["exact"]);
        }
    }
    CHECK(report["omissions"].size() == 2);
    for (const auto& omission : report["omissions"]) {
        CHECK(slice(sources[omission["source"].get<std::size_t>()], omission["place"]) == omission["place"]["exact"]);
    }
}

TEST_CASE("a place leads back to the bytes of the file") {
    const auto report = ferry_report();
    const auto rendered = json::parse(render_json(report));
    const auto& span = report.claims[5].claim.span;
    const auto original = report.article->origin.to_original(span);
    CHECK(original.begin != span.begin);
    CHECK(rendered["claims"][5]["place"]["file_bytes"] == json({original.begin, original.end}));
}

TEST_CASE("the summary counts the verdicts") {
    const auto report = json::parse(render_json(ferry_report()));
    CHECK(report["summary"] == json({{"claims", 10},
                                     {"supported", 3},
                                     {"partly_supported", 1},
                                     {"contradicted", 5},
                                     {"not_found", 1},
                                     {"not_checkable", 0},
                                     {"sources", 3},
                                     {"sentences_searched", 13},
                                     {"omissions", 2}}));
}

TEST_CASE("lines of bulk checking follow their published schemas") {
    ClaimAnswer answer;
    answer.probability = 0.25;
    answer.evidence = {{0, 1}};
    answer.bad_spans = {{2, 5}};
    answer.flags = {FlagKind::antonym};
    answer.source_verdicts = {Verdict::supported, Verdict::partly_supported};
    CHECK(schema_violations("bulk-answer", write_claim_answer("\"a\"", answer, AnswerDetail::brief)) == "");
    CHECK(schema_violations("bulk-answer", write_claim_answer("", answer, AnswerDetail::full)) == "");
    CHECK(schema_violations("bulk-answer", write_line_error("4", {ErrorCode::empty, "no claim", {}}, 3)) == "");
    CHECK(schema_violations("bulk-answer", R"({"id":1,"label":"true","score":1})") != "");
    CHECK(schema_violations("bulk-answer", R"({"id":1,"error":{"code":"odd","message":"","line":1}})") != "");
}

TEST_CASE("the schema of requests and their parser agree") {
    struct Case {
        std::string_view line;
        bool accepted;
    };
    ClaimRequestParser parser;
    for (const auto& [line, accepted] :
         {Case{R"({"id":"a","claim":"b","sources":[{"id":"s","sentences":["c"]},{"text":"d"}]})", true},
          Case{R"({"claim":"b","sources":[],"label":"x"})", true},
          Case{R"({"id":1.5,"claim":"b","sources":[]})", false}, Case{R"({"sources":[]})", false},
          Case{R"({"claim":"b"})", false}, Case{R"({"claim":1,"sources":[]})", false},
          Case{R"({"claim":"b","sources":[{}]})", false}, Case{R"({"claim":"b","sources":[{"sentences":[1]}]})", false},
          Case{R"({"claim":"b","sources":[{"text":"c","sentences":[]}]})", false}}) {
        const std::string text(line);
        CAPTURE(text);
        CHECK(schema_violations("bulk-request", text).empty() == accepted);
        CHECK(parser.parse(text).claim.has_value() == accepted);
    }
}

std::string_view schema_of(const json& value) {
    if (value.contains("format")) return value["format"] == "axray-documents" ? "read-documents" : "check-report";
    if (value.contains("sources")) return "bulk-request";
    if (value.contains("query")) return value.contains("hits") ? "screen-answer" : "screen-request";
    if (value.contains("passages")) return "story-pair";
    if (value.contains("story")) return "story-answer";
    if (value.contains("text") && !value.contains("sha256")) return "document-line";
    const bool bulk = value.contains("label") || (value.contains("error") && value["error"].contains("line"));
    return bulk ? "bulk-answer" : "read-document";
}

TEST_CASE("every example in docs/json.md follows the schema that it is an example of") {
    std::ifstream file(std::string(AXRAY_SOURCE_DIR) + "/docs/json.md");
    const std::string page((std::istreambuf_iterator<char>(file)), {});
    const std::string_view opening = "```json\n";
    std::vector<std::string> checked;
    for (auto at = page.find(opening); at != std::string::npos; at = page.find(opening, at + 1)) {
        const auto begin = at + opening.size();
        const auto example = page.substr(begin, page.find("```", begin) - begin);
        const auto value = json::parse(example);
        const std::string name(schema_of(value));
        CAPTURE(example);
        CHECK(schema_violations(name, example) == "");
        checked.push_back(name);
    }
    CHECK(checked == std::vector<std::string>{"read-documents", "read-document", "read-document", "check-report",
                                              "bulk-request", "bulk-answer", "bulk-answer", "screen-request",
                                              "screen-answer", "document-line", "story-answer", "story-pair"});
}
