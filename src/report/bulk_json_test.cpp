#include "report/bulk_json.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "base/utf8.hpp"

using namespace axray;
using namespace axray::report;

namespace {

std::string nested(int depth) {
    return R"({"id":1,"claim":"a","sources":[],"meta":)" + std::string(depth, '[') + std::string(depth, ']') + "}";
}

}  // namespace

TEST_CASE("reads a claim with sources of sentences and of running text") {
    ClaimRequestParser parser;
    const auto request = parser.parse(R"({"id":"a\"1","claim":"Norvik fell.","label":"x","sources":[{"id":"s",)"
                                      R"("sentences":["One.","\u00e9 \ud83d\ude00"]},{"id":7,"text":"Two. Three."}]})"
                                      "\n");
    REQUIRE(request.claim);
    CHECK(request.id_json == R"("a\"1")");
    CHECK(request.claim->claim == "Norvik fell.");
    REQUIRE(request.claim->sources.size() == 2);
    CHECK(request.claim->sources[0].id == "s");
    CHECK(request.claim->sources[0].sentences == std::vector<std::string>{"One.", "\xC3\xA9 \xF0\x9F\x98\x80"});
    CHECK(request.claim->sources[1].id == "7");
    CHECK(request.claim->sources[1].text == "Two. Three.");
}

TEST_CASE("an id is kept as a string or a whole number, or is absent") {
    struct Case {
        std::string_view id;
        std::string_view expected;
    };
    ClaimRequestParser parser;
    for (const auto& [id, expected] : {Case{R"("id":"x",)", "\"x\""}, Case{R"("id":-12,)", "-12"},
                                       Case{R"("id":18446744073709551615,)", "18446744073709551615"}, Case{"", ""}}) {
        const auto request = parser.parse("{" + std::string(id) + R"("claim":"a","sources":[{"text":"b"}]})");
        CHECK(request.claim);
        CHECK(request.id_json == expected);
    }
}

TEST_CASE("a line that cannot be used says what is wrong and what was expected") {
    struct Case {
        std::string line;
        ErrorCode code;
        std::string_view message;
        std::string_view id_json;
    };
    const std::vector<Case> cases = {
        {"", ErrorCode::empty, "the line is empty", ""},
        {" \t\r\n", ErrorCode::empty, "a JSON object was expected", ""},
        {R"({"id":"a","claim":"b","sources":[{"sentences":["c)", ErrorCode::malformed, "ends too early, at byte 49",
         ""},
        {R"({"id":"a","claim":"b")", ErrorCode::malformed, "ends too early, at byte 21", ""},
        {R"({"id":"a" "claim":"b"})", ErrorCode::malformed, "not valid JSON at byte 10", ""},
        {R"({"id":"a"} {"id":"b"})", ErrorCode::malformed, "not valid JSON at byte 11", ""},
        {R"({"id":"a","claim":"b","x":1e999})", ErrorCode::malformed, "a number is larger", ""},
        {"\xEF\xBB\xBFx", ErrorCode::malformed, "not valid JSON", ""},
        {R"([1,2])", ErrorCode::malformed, "the line must be a JSON object, found an array", ""},
        {R"({"id":null,"claim":"b","sources":[]})", ErrorCode::malformed,
         "\"id\" must be a string or a whole number, found null", ""},
        {R"({"id":1.5,"claim":"b","sources":[]})", ErrorCode::malformed, "\"id\" must be", ""},
        {R"({"id":3})", ErrorCode::malformed, "\"claim\" (a string) is missing", "3"},
        {R"({"id":3,"claim":"b"})", ErrorCode::malformed, "\"sources\" (an array of objects) is missing", "3"},
        {R"({"id":3,"claim":["b"],"sources":[]})", ErrorCode::malformed, "\"claim\" must be a string, found an array",
         "3"},
        {R"({"id":3,"claim":"b","sources":{}})", ErrorCode::malformed, "\"sources\" must be an array", "3"},
        {R"({"id":3,"claim":"b","sources":["c"]})", ErrorCode::malformed, "\"sources\"[0] must be an object", "3"},
        {R"({"id":3,"claim":"b","sources":[{"text":"c"},{}]})", ErrorCode::malformed,
         "\"sources\"[1] needs \"sentences\"", "3"},
        {R"({"id":3,"claim":"b","sources":[{"text":"c","sentences":[]}]})", ErrorCode::malformed, "has both", "3"},
        {R"({"id":3,"claim":"b","sources":[{"text":4}]})", ErrorCode::malformed,
         "\"sources\"[0].\"text\" must be a string, found a number", "3"},
        {R"({"id":3,"claim":"b","sources":[{"sentences":["c",true]}]})", ErrorCode::malformed,
         "\"sources\"[0].\"sentences\"[1] must be a string, found true or false", "3"},
        {"{\"id\":3,\"claim\":\"b\xFF\",\"sources\":[]}", ErrorCode::malformed, "byte 18 is not valid UTF-8", ""},
        {nested(100), ErrorCode::limit_exceeded, "more than 64 deep", ""},
        {nested(10000), ErrorCode::limit_exceeded, "more than 64 deep", ""},
        {std::string(10000, '['), ErrorCode::malformed, "ends too early", ""},
        {std::string(kMaxRequestBytes + 1, 'a'), ErrorCode::limit_exceeded, "at most", ""},
    };
    ClaimRequestParser parser;
    for (const auto& wrong : cases) {
        CAPTURE(wrong.line.substr(0, 100));
        const auto request = parser.parse(wrong.line);
        REQUIRE_FALSE(request.claim);
        CAPTURE(request.claim.error().message);
        CHECK(request.claim.error().code == wrong.code);
        CHECK(request.claim.error().message.find(wrong.message) != std::string::npos);
        CHECK(request.id_json == wrong.id_json);
    }
    CHECK(parser.parse(nested(50)).claim);
}

TEST_CASE("half of a surrogate pair is refused wherever it stands") {
    ClaimRequestParser parser;
    for (const std::string_view half : {R"(\ud800)", R"(\udc00)", R"(\ud800\ud800)", R"(\udc00\ud800)"}) {
        const std::string text(half);
        CAPTURE(text);
        CHECK_FALSE(parser.parse(R"({"claim":")" + text + R"(","sources":[]})").claim);
        CHECK_FALSE(parser.parse(R"({"claim":"a","sources":[{"text":")" + text + R"("}]})").claim);
        CHECK_FALSE(parser.parse(R"({"claim":"a","sources":[{"sentences":[")" + text + R"("]}]})").claim);
        CHECK_FALSE(parser.parse(R"({"id":")" + text + R"(","claim":"a","sources":[]})").claim);
    }
}

TEST_CASE("every shortened form of a line is an error and never a crash") {
    const std::string line =
        R"({"id":"x","claim":"a \u00e9","sources":[{"id":"s","sentences":["b","c"]},{"text":"d"}]})";
    ClaimRequestParser parser;
    for (std::size_t size = 0; size < line.size(); ++size) {
        CAPTURE(size);
        const auto request = parser.parse(line.substr(0, size));
        REQUIRE_FALSE(request.claim);
        CHECK(base::first_invalid_utf8(request.claim.error().message) == request.claim.error().message.size());
    }
    CHECK(parser.parse(line).claim);
}

TEST_CASE("an answer is one line with the keys in their order") {
    ClaimAnswer answer;
    answer.verdict = Verdict::partly_supported;
    answer.probability = 0.6667;
    answer.evidence = {{0, 3}, {2, 1}};
    answer.ranking = {{0, 3}, {2, 1}, {0, 0}};
    answer.bad_spans = {{4, 9}};
    answer.flags = {FlagKind::number_differs, FlagKind::quote_altered};
    answer.source_verdicts = {Verdict::supported, Verdict::not_found, Verdict::contradicted};
    const std::string brief =
        R"({"id":"a","label":"partially_supported","score":0.6667,"evidence":[[0,3],[2,1]],"bad_spans":[[4,9]],)"
        R"("flags":["number_differs","quote_altered"])";
    CHECK(write_claim_answer("\"a\"", answer, AnswerDetail::brief) == brief + "}\n");
    CHECK(write_claim_answer("\"a\"", answer, AnswerDetail::full) ==
          brief + R"(,"ranking":[[0,3],[2,1],[0,0]],"source_labels":["supported","not_supported","contradicted"]})" +
              "\n");
}

TEST_CASE("an answer without an id says null, and empty lists stay lists") {
    CHECK(write_claim_answer("", {}, AnswerDetail::brief) ==
          R"({"id":null,"label":"not_supported","score":0.0000,"evidence":[],"bad_spans":[],"flags":[]})"
          "\n");
}

TEST_CASE("a line error carries code, message and line") {
    CHECK(write_line_error("7", Error{ErrorCode::malformed, "the \"claim\" is missing", {"a.jsonl"}}, 12) ==
          R"({"id":7,"error":{"code":"malformed","message":"a.jsonl: the \"claim\" is missing","line":12}})"
          "\n");
}
