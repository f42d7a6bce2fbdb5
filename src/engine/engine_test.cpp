#include <string>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

#include <axray/engine.hpp>

#include "engine/flags.hpp"
#include "engine/test_engine.hpp"

namespace axray {
namespace {

using tests::engine;
using tests::read;

ClaimRequest request_of(const std::string& claim, std::vector<std::string> sentences) {
    ClaimRequest request;
    request.claim = claim;
    request.sources.push_back({"s", std::move(sentences), ""});
    return request;
}

const char* const kReport =
    "The harbour office closed the northern pier on Monday after a crane fell into the water.\n\n"
    "Four workers were hurt, the office said. Divers will search the water for fuel drums until Friday.\n";

TEST_CASE("names the folder when there are no models") {
    const auto opened = Engine::open({"/nowhere/models"});
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == ErrorCode::model_mismatch);
    CHECK(opened.error().to_string().find("/nowhere/models") != std::string::npos);
}

TEST_CASE("finds each claim of an article in the source that says it") {
    const auto article =
        read("The harbour office closed the northern pier on Monday.\n\nFour workers were hurt.\n", "article");
    const auto report = engine().check(article, {read(kReport, "report")});
    REQUIRE(report);
    REQUIRE(report->claims.size() == 2);
    CHECK(report->sentences_searched == 3);
    CHECK(report->claims[0].verdict == Verdict::supported);
    CHECK(report->claims[1].verdict == Verdict::supported);
    REQUIRE_FALSE(report->claims[1].evidence.empty());
    CHECK(report->claims[1].evidence[0].sentence == 1);
    const auto place = report->claims[1].evidence[0].place;
    CHECK(report->sources[place.source]->slice(place.span) == "Four workers were hurt, the office said.");
    for (const auto& word : report->claims[1].alignment) CHECK(word.kind == AlignmentKind::same);
}

TEST_CASE("gives the texts of the sentences that an answer rests on, of both kinds of sources") {
    ClaimRequest request;
    request.claim = "Four workers were hurt.";
    request.sources.push_back({"a", {"The pier closed.", "Four workers were hurt, the office said."}, ""});
    request.sources.push_back({"b", {}, "The pier closed on Monday. Four workers were hurt in the harbour."});
    CHECK(engine().check_claim(request)->evidence_texts.empty());
    ClaimOptions options;
    options.texts = EvidenceTexts::given;
    const auto answer = engine().check_claim(request, options);
    REQUIRE(answer);
    REQUIRE(answer->evidence_texts.size() == answer->evidence.size());
    for (std::size_t i = 0; i < answer->evidence.size(); ++i) {
        const bool given = answer->evidence[i].source == 0;
        CHECK(answer->evidence_texts[i] ==
              (given ? "Four workers were hurt, the office said." : "Four workers were hurt in the harbour."));
    }
    request.claim = "The national orchestra of the harbour played in Lisbon.";
    const auto nothing = engine().check_claim(request, options);
    REQUIRE(nothing);
    REQUIRE(nothing->verdict == Verdict::not_found);
    CHECK(nothing->evidence_texts.size() == nothing->ranking.size());
    CHECK_FALSE(nothing->evidence_texts.empty());
}

TEST_CASE("a claim that was not found has the nearest sentences, every other has evidence") {
    const auto report = engine().check(read("The national orchestra of the harbour played in Lisbon.\n\nFour workers "
                                            "were hurt.\n"),
                                       {read(kReport)});
    REQUIRE(report);
    REQUIRE(report->claims.size() == 2);
    CHECK(report->claims[0].evidence.empty());
    CHECK_FALSE(report->claims[0].nearest.empty());
    CHECK_FALSE(report->claims[1].evidence.empty());
    CHECK(report->claims[1].nearest.empty());
}

TEST_CASE("says which numbers differ") {
    const auto report = engine().check(read("Nine workers were hurt, the office said."), {read(kReport)});
    REQUIRE(report);
    REQUIRE(report->claims.size() == 1);
    const auto& claim = report->claims[0];
    CHECK(claim.verdict == Verdict::contradicted);
    REQUIRE(claim.flags.size() >= 1);
    CHECK(claim.flags[0].kind == FlagKind::number_differs);
    CHECK(report->article->slice(claim.flags[0].claim) == "Nine");
    REQUIRE(claim.flags[0].source);
    CHECK(report->sources[0]->slice(claim.flags[0].source->span) == "Four");
    CHECK(claim.flags[0].explanation == "The numbers differ: the article says \"Nine\", the source \"Four\".");
}

TEST_CASE("a source that passes something on without naming a speaker is not said to name one") {
    CHECK(engine::explain(FlagKind::attribution_dropped, {}, {"the office said"}) ==
          "The source says who says so, the article states it as a fact.");
    CHECK(engine::explain(FlagKind::attribution_dropped, {}, {"allegedly"}) ==
          "The source passes it on without vouching for it, the article states it as a fact.");
}

TEST_CASE("lists what the article leaves out") {
    const auto report = engine().check(
        read("The harbour office closed the northern pier on Monday. Four workers were hurt."), {read(kReport)});
    REQUIRE(report);
    REQUIRE(report->omissions.size() == 1);
    CHECK(report->omissions[0].sentence == 2);
}

TEST_CASE("what the article says otherwise is not left out, in whichever source it stands") {
    const auto article = read("About 40 tonnes of solvent ran into the harbour basin, the office said.\n");
    const auto first = read(
        "About 14 tonnes of solvent ran into the harbour basin from a tank on Monday night, the "
        "office said.\n\nDivers will search the water for fuel drums until Friday.\n");
    const auto second = read("In the night of Monday, 14 tonnes of solvent flowed from a tank into the basin.\n");
    const auto report = engine().check(article, {first, second});
    REQUIRE(report);
    CHECK(report->claims[0].verdict == Verdict::contradicted);
    REQUIRE(report->omissions.size() == 1);
    CHECK(report->sources[0]->slice(report->omissions[0].place.span).substr(0, 6) == "Divers");
}

TEST_CASE("tells of sources that are the article, that have no text, that are in another language") {
    const auto article = read(kReport, "article");
    auto empty = read(kReport, "empty");
    empty.text.clear();
    empty.blocks.clear();
    empty.sha256.clear();
    auto foreign = read("The office closed the pier.", "foreign");
    foreign.metadata.language.value = "fr";
    const auto report = engine().check(article, {read(kReport, "copy"), empty, foreign});
    REQUIRE(report);
    REQUIRE(report->notes.size() == 3);
    CHECK(report->notes[0].rfind("copy is the same text", 0) == 0);
    CHECK(report->notes[1] == "empty has no text.");
    CHECK(report->notes[2].rfind("foreign declares the language \"fr\"", 0) == 0);
    CHECK(report->omissions.empty());
}

TEST_CASE("refuses what cannot be checked") {
    const auto article = read(kReport);
    CHECK(engine().check(article, {}).error().code == ErrorCode::empty);
    CHECK(engine().check(read("Background\n\nWho knows?"), {article}).error().code == ErrorCode::empty);
    CHECK(engine().check_claim(request_of("", {"Four."})).error().code == ErrorCode::empty);
    CHECK(engine().check_claim(request_of("...", {"Four."})).error().code == ErrorCode::empty);
    CHECK(engine().check_claim(request_of("Four \xFF", {"Four."})).error().code == ErrorCode::malformed);
    const auto answer = engine().check_claim(request_of("Four workers.", {"Four.", "a \xC3"}));
    REQUIRE_FALSE(answer);
    CHECK(answer.error().code == ErrorCode::malformed);
}

TEST_CASE("a claim without sources is not found") {
    ClaimRequest request;
    request.claim = "Four workers were hurt.";
    const auto answer = engine().check_claim(request);
    REQUIRE(answer);
    CHECK(answer->verdict == Verdict::not_found);
    CHECK(answer->evidence.empty());
}

TEST_CASE("keeps the numbers of given sentences, empty ones too") {
    const auto answer = engine().check_claim(
        request_of("Four workers were hurt.", {"", "The pier closed.", "", "Four workers were hurt."}));
    REQUIRE(answer);
    CHECK(answer->verdict == Verdict::supported);
    REQUIRE_FALSE(answer->evidence.empty());
    CHECK(answer->evidence[0] == SentenceReference{0, 3});
    CHECK(answer->bad_spans.empty());
}

TEST_CASE("judges each source alone when asked") {
    auto request = request_of("Four workers were hurt.", {"Four workers were hurt."});
    request.sources.push_back({"other", {"The orchestra played in Lisbon."}, ""});
    CHECK(engine().check_claim(request)->source_verdicts.empty());
    ClaimOptions options;
    options.parts = AnswerParts::all;
    const auto answer = engine().check_claim(request, options);
    REQUIRE(answer);
    CHECK(answer->source_verdicts == std::vector<Verdict>{Verdict::supported, Verdict::not_found});
}

TEST_CASE("gives the same answers from many threads, with sources met before and not") {
    std::vector<ClaimRequest> requests;
    for (int i = 0; i < 60; ++i) {
        requests.push_back(
            request_of(std::to_string(i % 7) + " workers were hurt on day " + std::to_string(i) + ".",
                       {"On day " + std::to_string(i / 3) + " 4 workers were hurt.", "The pier closed."}));
    }
    const auto probability = [](const ClaimRequest& request) { return engine().check_claim(request)->probability; };
    std::vector<double> expected;
    for (const auto& request : requests) expected.push_back(probability(request));
    std::vector<std::vector<double>> found(4);
    {
        std::vector<std::jthread> threads;
        for (std::size_t thread = 0; thread < found.size(); ++thread) {
            threads.emplace_back([&, thread] {
                for (std::size_t i = 0; i < requests.size(); ++i) {
                    found[thread].push_back(probability(requests[(i + thread * 17) % requests.size()]));
                }
            });
        }
    }
    for (std::size_t thread = 0; thread < found.size(); ++thread) {
        for (std::size_t i = 0; i < requests.size(); ++i) {
            CHECK(found[thread][i] == expected[(i + thread * 17) % requests.size()]);
        }
    }
}

}  // namespace
}  // namespace axray
