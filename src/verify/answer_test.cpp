#include "verify/answer.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace axray::verify {
namespace {

// A chat completion whose model says `words`, which are already escaped for JSON.
std::string chat(const std::string& words, const std::string& finish = "stop") {
    return R"({"choices":[{"message":{"role":"assistant","content":")" + words + R"("},"finish_reason":")" + finish +
           R"("}],"usage":{"prompt_tokens":310,"completion_tokens":25}})";
}

const std::map<std::string, Verdict> kLabels = {
    {"entailment", Verdict::supported}, {"neutral", Verdict::not_found}, {"contradiction", Verdict::contradicted}};

TEST_CASE("a chat answer gives verdict, probability and reason") {
    const auto opinion = parse_chat_reply(
        chat(R"({\"verdict\": \"contradicted\", \"probability\": 0.03, \"reason\": \"1998 is not 1989\"})"));
    REQUIRE(opinion);
    CHECK(opinion->verdict == Verdict::contradicted);
    CHECK(opinion->probability == 0.03);
    CHECK(opinion->reason == "1998 is not 1989");
}

TEST_CASE("the JSON of an answer may stand among other words") {
    for (const std::string words : {
             R"(Here you are:\n```json\n{\"verdict\":\"supported\",\"probability\":1}\n```\nAnything else?)",
             R"({not json} {\"verdict\":\"supported\"} and again {\"verdict\":\"supported\",\"probability\":1})",
             R"({\"note\": {\"verdict\":\"supported\",\"probability\":1}, } so)",
             R"(A brace { and a quote \" { then {\"verdict\":\"Supported\",\"probability\":1.0,\"reason\":\"}{\"})",
         }) {
        CAPTURE(words);
        const auto opinion = parse_chat_reply(chat(words));
        REQUIRE(opinion);
        CHECK(opinion->verdict == Verdict::supported);
        CHECK(opinion->probability == 1);
    }
}

TEST_CASE("spellings of a verdict") {
    for (const std::string word : {"partly_supported", "Partly supported", "PARTIALLY-SUPPORTED"}) {
        CAPTURE(word);
        CHECK(parse_chat_reply(chat(R"({\"verdict\":\")" + word + R"(\"})"))->verdict == Verdict::partly_supported);
    }
    CHECK(parse_chat_reply(chat(R"({\"verdict\":\"not_supported\"})"))->verdict == Verdict::not_found);
}

TEST_CASE("what is no answer is an error that says why") {
    struct Case {
        std::string body;
        std::string words;
    };
    const std::vector<Case> cases = {
        {"", "not valid JSON"},
        {"<html>Bad gateway</html>", "not valid JSON"},
        {"\xFF\xFE", "not valid JSON"},
        {"[]", "choices[0].message"},
        {R"({"choices":[]})", "choices[0].message"},
        {R"({"choices":[{"message":"x"}]})", "choices[0].message"},
        {R"({"choices":[{"message":{"content":null}}]})", "empty"},
        {chat(""), "empty"},
        {chat("I cannot say."), "no JSON object"},
        {chat(R"({\"verdict\":)", "length"), "cut short"},
        {chat(R"({\"answer\":\"supported\"})"), "none of the four words"},
        {chat(R"({\"verdict\":\"maybe\"})"), "none of the four words"},
        {chat(R"({\"verdict\":[\"supported\"]})"), "none of the four words"},
        {chat(R"({\"verdict\":\"supported\",\"probability\":85})"), "from 0 to 1"},
        {chat(R"({\"verdict\":\"supported\",\"probability\":-0.1})"), "from 0 to 1"},
        {chat(R"({\"verdict\":\"supported\",\"probability\":\"high\"})"), "from 0 to 1"},
        {chat(R"(Maybe {\"verdict\":\"supported\"} or {\"verdict\":\"contradicted\"})"), "several verdicts"},
    };
    for (const auto& one : cases) {
        CAPTURE(one.body);
        const auto opinion = parse_chat_reply(one.body);
        REQUIRE_FALSE(opinion);
        CAPTURE(opinion.error().message);
        CHECK(opinion.error().message.find(one.words) != std::string::npos);
    }
}

TEST_CASE("a content of several pieces is read as one") {
    const auto opinion =
        parse_chat_reply(R"({"choices":[{"message":{"content":[{"type":"text","text":"{\"verdict\":"},)"
                         R"({"text":"\"not_found\"}"},7]}}]})");
    REQUIRE(opinion);
    CHECK(opinion->verdict == Verdict::not_found);
    CHECK_FALSE(opinion->probability);
}

TEST_CASE("a reason is one short line") {
    const auto opinion =
        parse_chat_reply(chat(R"({\"verdict\":\"supported\",\"reason\":\" a\\n\\tb\\u0000\\u001b[31m c )" +
                              std::string(5000, 'x') + R"(\"})"));
    REQUIRE(opinion);
    CHECK(opinion->reason.substr(0, 12) == "a b [31m c x");
    CHECK(opinion->reason.size() <= 606);
}

TEST_CASE("the label with the highest score decides") {
    const auto opinion = parse_label_reply(R"([[{"label":"neutral","score":0.2},{"label":"entailment","score":0.7},
                                               {"label":"contradiction","score":0.1}]])",
                                           kLabels);
    REQUIRE(opinion);
    CHECK(opinion->verdict == Verdict::supported);
    CHECK(opinion->probability == doctest::Approx(0.7));
    const auto other =
        parse_label_reply(R"([{"label":"contradiction","score":0.9},{"label":"entailment","score":0.1}])", kLabels);
    REQUIRE(other);
    CHECK(other->verdict == Verdict::contradicted);
    CHECK_FALSE(other->probability);  // a label is missing, so the share of support is not known
}

TEST_CASE("labels that cannot be used are an error that says why") {
    struct Case {
        std::string body;
        std::string words;
    };
    const std::vector<Case> cases = {
        {"{", "not valid JSON"},
        {"{}", "no list of labels"},
        {"[]", "no list of labels"},
        {"[[],[]]", "expected a list"},
        {"[[1]]", "expected a list"},
        {R"([{"label":"LABEL_0","score":0.5}])", "does not say what its label \"LABEL_0\" means"},
        {R"([{"label":"entailment","score":1.5}])", "from 0 to 1"},
        {R"([{"label":"entailment","score":"1"}])", "from 0 to 1"},
    };
    for (const auto& one : cases) {
        CAPTURE(one.body);
        const auto opinion = parse_label_reply(one.body, kLabels);
        REQUIRE_FALSE(opinion);
        CAPTURE(opinion.error().message);
        CHECK(opinion.error().message.find(one.words) != std::string::npos);
    }
}

TEST_CASE("deep and wide replies take bounded time") {
    const std::string deep = std::string(500'000, '[');
    CHECK_FALSE(parse_chat_reply(deep).has_value());
    CHECK_FALSE(parse_label_reply(deep + std::string(500'000, ']'), kLabels).has_value());
    CHECK_FALSE(parse_chat_reply(chat(std::string(900'000, '{'))).has_value());
}

TEST_CASE("tokens are those that the reply tells") {
    const auto usage = parse_usage(chat("x"));
    REQUIRE(usage);
    CHECK(usage->input_tokens == 310);
    CHECK(usage->output_tokens == 25);
    CHECK_FALSE(parse_usage("{}").has_value());
    CHECK_FALSE(parse_usage(R"({"usage":{"prompt_tokens":-1}})").has_value());
    CHECK_FALSE(parse_usage(R"({"usage":{"prompt_tokens":99999999999999999}})").has_value());
}

TEST_CASE("what an endpoint says of an error") {
    CHECK(parse_error_message(R"({"error":{"message":"no such\nmodel","code":1}})") == "no such model");
    CHECK(parse_error_message(R"({"error":"overloaded"})") == "overloaded");
    CHECK(parse_error_message(R"({"message":"busy"})") == "busy");
    for (const auto* body : {"", "[]", "{}", R"({"error":7})", "<html>"}) CHECK(parse_error_message(body).empty());
}

TEST_CASE("an opinion comes back from its text as it was") {
    const Opinion whole{Verdict::partly_supported, 0.1, "\"quoted\" and \xC3\xA9"};
    const Opinion bare{Verdict::not_found, std::nullopt, ""};
    for (const auto& opinion : {whole, bare}) {
        const auto again = read_opinion(write_opinion(opinion));
        REQUIRE(again);
        CHECK(*again == opinion);
    }
    const std::string text = write_opinion(whole);
    for (std::size_t size = 0; size + 2 < text.size(); ++size)
        CHECK_FALSE(read_opinion(text.substr(0, size)).has_value());
    CHECK_FALSE(read_opinion(R"({"format":2,"verdict":"supported","probability":1,"reason":""})").has_value());
    CHECK_FALSE(read_opinion(R"({"format":1,"verdict":"supported","probability":7,"reason":""})").has_value());
}

}  // namespace
}  // namespace axray::verify
