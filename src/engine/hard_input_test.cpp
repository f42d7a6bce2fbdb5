// What nobody should send: the engine answers, says what was not judged, and nothing grows without bound.
#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <axray/engine.hpp>

#include "engine/test_engine.hpp"

namespace axray {
namespace {

using tests::engine;
using tests::read;

SourceText source_of(std::vector<std::string> sentences) { return {"s", std::move(sentences), ""}; }

ClaimAnswer answer_to(const std::string& claim, std::vector<SourceText> sources) {
    auto answer = engine().check_claim({claim, std::move(sources)});
    REQUIRE(answer);
    return *answer;
}

std::string words(std::size_t count, std::string_view stem) {
    std::string text;
    for (std::size_t number = 0; number < count; ++number) {
        text += std::string(stem) + static_cast<char>('a' + number % 26) + static_cast<char>('a' + number / 26 % 26) +
                (number % 3 == 0 ? " of " : " ");
    }
    return text;
}

const char* const kGerman =
    "Die Hafenbehörde hat am Montag den nördlichen Kai gesperrt, nachdem ein Kran ins Wasser gestürzt war. Vier "
    "Arbeiter wurden dabei verletzt, teilte die Behörde mit.";
const char* const kEnglish = "The harbour office closed the northern pier on Monday. Four workers were hurt.";

TEST_CASE("a claim in another language is not judged") {
    const std::vector<std::string> claims = {
        kGerman,
        "Vier Arbeiter wurden bei dem Sturz des Krans ins Hafenbecken verletzt.",
        "Четверо рабочих пострадали в порту в понедельник.",
        "四名工人在港口受伤。",
    };
    for (const auto& claim : claims) {
        CAPTURE(claim);
        const auto answer = answer_to(claim, {source_of({kEnglish})});
        CHECK(answer.not_judged == NotJudged::claim_language);
        CHECK(answer.verdict == Verdict::not_found);
        CHECK(answer.evidence.empty());
    }
}

TEST_CASE("English that is short, full of names or quotes another language is judged") {
    const std::vector<std::string> claims = {
        "Four workers.",
        "Johann Wolfgang von Goethe was born in Frankfurt am Main.",
        "Mitsubishi sales rose 46 percent.",
        "café",
        "The newspaper Frankfurter Allgemeine Zeitung quoted him: \"Wir schaffen das.\"",
    };
    for (const auto& claim : claims) {
        CAPTURE(claim);
        CHECK_FALSE(answer_to(claim, {source_of({kEnglish})}).not_judged);
    }
}

TEST_CASE("a source in another language is not searched, and the others are") {
    const auto mixed = answer_to("Four workers were hurt.", {source_of({kGerman}), source_of({kEnglish})});
    CHECK_FALSE(mixed.not_judged);
    CHECK(mixed.sources_not_searched == std::vector<std::uint32_t>{0});
    CHECK(mixed.verdict == Verdict::supported);
    CHECK(mixed.evidence == std::vector<SentenceReference>{{1, 0}});

    const auto foreign = answer_to("Four workers were hurt.", {source_of({kGerman})});
    CHECK(foreign.not_judged == NotJudged::source_language);
    CHECK(foreign.sources_not_searched == std::vector<std::uint32_t>{0});
}

TEST_CASE("without any text in the sources nothing is judged") {
    for (const auto& sources : std::vector<std::vector<SourceText>>{
             {}, {source_of({})}, {source_of({"", ""}), source_of({})}, {{"s", {}, " \n\n "}}}) {
        CHECK(answer_to("Four workers were hurt.", sources).not_judged == NotJudged::no_source_text);
    }
}

TEST_CASE("an article in another language says so, claim by claim and in a note") {
    const auto report = engine().check(read(kGerman, "bericht"), {read(kEnglish, "report")});
    if (!report) {
        CHECK(report.error().to_string().find("German") != std::string::npos);
    } else {
        for (const auto& claim : report->claims) CHECK(claim.not_judged == NotJudged::claim_language);
        REQUIRE(report->notes.size() == 1);
        CHECK(report->notes[0].find("bericht is in German: none of its claims was judged") == 0);
    }
}

TEST_CASE("the report says which source was not searched, and why a claim was not judged") {
    const auto mixed = engine().check(read(kEnglish, "article"), {read(kGerman, "bericht"), read(kEnglish, "copy")});
    REQUIRE(mixed);
    CHECK(mixed->sentences_searched == 2);
    REQUIRE_FALSE(mixed->notes.empty());
    CHECK(mixed->notes[0].find("bericht is in German: it was not searched") == 0);
    for (const auto& claim : mixed->claims) CHECK(claim.verdict == Verdict::supported);
    CHECK(mixed->omissions.empty());

    const auto foreign = engine().check(read(kEnglish, "article"), {read(kGerman, "bericht")});
    REQUIRE(foreign);
    for (const auto& claim : foreign->claims) CHECK(claim.not_judged == NotJudged::source_language);
}

TEST_CASE("sources that disagree are both shown") {
    const std::vector<std::string> said = {"The office spoke on Tuesday.", "Nine workers were hurt in the harbour."};
    const std::vector<std::string> denied = {"The police spoke too.", "Four workers were hurt in the harbour."};
    for (const bool reversed : {false, true}) {
        const auto& first = reversed ? denied : said;
        const auto& second = reversed ? said : denied;
        const auto answer = answer_to("Nine workers were hurt in the harbour.", {source_of(first), source_of(second)});
        CAPTURE(reversed);
        CHECK(answer.flags == std::vector<FlagKind>{FlagKind::sources_disagree});
        CHECK(answer.evidence.size() == 2);
    }

    const auto report = engine().check(read("Nine workers were hurt in the harbour.", "article"),
                                       {read(said[1], "office"), read(denied[1], "police")});
    REQUIRE(report);
    REQUIRE(report->claims.size() == 1);
    REQUIRE(report->claims[0].flags.size() == 1);
    const auto& flag = report->claims[0].flags[0];
    CHECK(flag.kind == FlagKind::sources_disagree);
    CHECK(flag.explanation == "The sources disagree: office bears it out, police contradicts it.");
    REQUIRE(flag.source);
    CHECK(flag.source->source == 1);
    CHECK(report->sources[1]->slice(flag.source->span) == "Four");
    CHECK(report->claims[0].evidence.size() == 2);
}

TEST_CASE("sources that agree or speak of something else do not disagree") {
    const auto answer =
        answer_to("Nine workers were hurt in the harbour.", {source_of({"Nine workers were hurt in the harbour."}),
                                                             source_of({"In the harbour 9 workers were hurt."}),
                                                             source_of({"Four ferries were late on Sunday."})});
    CHECK(answer.verdict == Verdict::supported);
    CHECK(std::count(answer.flags.begin(), answer.flags.end(), FlagKind::sources_disagree) == 0);
}

TEST_CASE("a claim of thousands of words is judged by the weightiest and says so") {
    const std::string claim = words(5000, "quay");
    CHECK(answer_to(claim, {source_of({claim})}).words_not_judged > 1000);
    CHECK(answer_to("Four workers were hurt.", {source_of({kEnglish})}).words_not_judged == 0);
}

TEST_CASE("punctuation alone is no text to search") {
    CHECK(answer_to("Four workers were hurt.", {source_of({"...", "?!"})}).not_judged == NotJudged::no_source_text);
}

TEST_CASE("odd sizes and odd texts get an answer") {
    const std::string long_claim = words(5000, "quay");
    const std::string digits = "It cost " + std::string(10'000, '7') + " dollars.";
    struct Case {
        std::string claim;
        std::vector<std::string> sentences;
    };
    const std::vector<Case> cases = {
        {long_claim, {long_claim}},
        {long_claim, {kEnglish}},
        {"Pier", {kEnglish}},
        {"Four workers were hurt.", std::vector<std::string>(1000, "Four workers were hurt.")},
        {digits, {digits, "It cost " + std::string(9'999, '7') + " dollars."}},
        {"The " + std::string(100'000, 'w') + " fell.", {"The " + std::string(100'000, 'v') + " fell."}},
        {"Four workers were hurt.", {std::string(10'000, '-'), std::string(10'000, '"'), "?!", ""}},
        {"Four workers were hurt.", std::vector<std::string>(20'000, "")},
    };
    for (const Case& one : cases) {
        CAPTURE(one.claim.substr(0, 60));
        const auto answer = answer_to(one.claim, {source_of(one.sentences)});
        CHECK(answer.probability >= 0);
        CHECK(answer.probability <= 1);
        CHECK(answer.evidence.size() <= 6);
        CHECK(answer.ranking.size() <= 20);
    }
    CHECK(answer_to("Four workers were hurt.", {source_of(std::vector<std::string>(1000, "Four workers were hurt."))})
              .verdict == Verdict::supported);
}

}  // namespace
}  // namespace axray
