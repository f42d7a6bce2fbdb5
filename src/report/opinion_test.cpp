#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "report/bulk_json.hpp"
#include "report/html.hpp"
#include "report/json.hpp"
#include "report/opinion_words.hpp"
#include "report/report_fixture.hpp"
#include "report/schema_check.hpp"
#include "report/terminal.hpp"

using namespace axray;
using namespace axray::report;

namespace {

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

SecondOpinion opinion_of(Verdict verdict, Agreement agreement) {
    SecondOpinion opinion;
    opinion.endpoint = "house";
    opinion.verdict = verdict;
    opinion.probability = 0.931;
    opinion.agreement = agreement;
    opinion.reason = "It says <b>so</b> & \x1b[31m \"more\".";
    return opinion;
}

// The ferry story with an opinion on each claim: agreement, disagreement, none.
CheckReport report_with_opinions() {
    auto report = ferry_report();
    auto& opinions = report.second_opinions.emplace();
    for (std::size_t i = 0; i < report.claims.size(); ++i) {
        SecondOpinion opinion = opinion_of(Verdict::supported, i % 3 == 0 ? Agreement::agrees : Agreement::disagrees);
        opinion.cached = i % 3 == 0;
        if (i % 3 == 1) opinion.probability.reset();
        if (i % 3 == 2) {
            opinion = SecondOpinion();
            opinion.endpoint = "house";
            opinion.error = "the endpoint did not answer within 30 s";
        }
        opinions.claims.push_back(opinion);
    }
    opinions.summary.endpoint = "house";
    opinions.summary.model = "m-8b";
    opinions.summary.claims = 9;
    opinions.summary.answered = 6;
    opinions.summary.cached = 3;
    opinions.summary.failed = 2;
    opinions.summary.not_asked = 1;
    opinions.summary.agreements = 3;
    opinions.summary.disagreements = 3;
    opinions.summary.requests = 14;
    opinions.summary.input_tokens = 12345;
    opinions.summary.output_tokens = 99;
    opinions.summary.estimated = 1;
    opinions.summary.cost = 0.0012345;
    opinions.summary.currency = "EUR";
    opinions.summary.notes = {"it was not asked any more after 2 failures in a row"};
    return report;
}

}  // namespace

TEST_CASE("an opinion in words says who, what, and how it stands to our verdict") {
    auto opinion = opinion_of(Verdict::partly_supported, Agreement::disagrees);
    auto words = words_for(opinion);
    CHECK(words.head == "second opinion disagrees");
    CHECK(words.rest == "house says partly supported, probability of support 93%");
    opinion.agreement = Agreement::agrees;
    opinion.probability.reset();
    opinion.shown = ShownSentences::nearest;
    opinion.cached = true;
    words = words_for(opinion);
    CHECK(words.head == "second opinion agrees");
    CHECK(words.rest == "house says partly supported, from the nearest sentences (kept from an earlier run)");
    SecondOpinion none;
    none.endpoint = "house";
    none.error = "the reply is too large";
    CHECK(words_for(none).head == "no second opinion");
    CHECK(words_for(none).rest == "house: the reply is too large");
}

TEST_CASE("the summary of a run is one sentence") {
    CHECK(words_for(report_with_opinions().second_opinions->summary) ==
          "Second opinion of house (model m-8b): 9 claims, 6 answered (3 kept from an earlier run), 2 failed, 1 not "
          "asked "
          "about; agrees with 3, disagrees with 3; 14 requests, 12,345 tokens sent, 99 received (estimated for 1 "
          "answer), cost 0.00123 EUR; it was not asked any more after 2 failures in a row.");
}

TEST_CASE("a run that needed no request says so") {
    VerifierSummary summary;
    summary.endpoint = summary.model = "house";
    summary.claims = summary.answered = summary.cached = summary.agreements = 1;
    CHECK(words_for(summary) ==
          "Second opinion of house: 1 claim, 1 answered (1 kept from an earlier run); agrees with "
          "1, disagrees with 0; nothing was sent.");
}

TEST_CASE("a report without a verifier says nothing of second opinions") {
    const auto report = ferry_report();
    CHECK_FALSE(contains(render_json(report), "opinion"));
    CHECK_FALSE(contains(render_json(report), "verifier"));
    CHECK_FALSE(contains(render_terminal(report, {}), "opinion"));
    CHECK_FALSE(contains(render_html(report), "class=\"opinion\""));
}

TEST_CASE("JSON with second opinions follows the schema") {
    const auto json = render_json(report_with_opinions());
    CHECK(schema_violations("check-report", json) == "");
    CHECK(contains(json, "\"agreement\": \"disagrees\""));
    CHECK(contains(json, "\"from\": \"cache\""));
    CHECK(contains(json, "\"cost\": {\"amount\": 0.0012345, \"currency\": \"EUR\"}"));
}

TEST_CASE("terminal and page show agreement, disagreement and why there is none, and the reason as text") {
    const auto report = report_with_opinions();
    TerminalOptions wide;
    wide.width = 2000;
    const auto text = render_terminal(report, wide);
    const auto page = render_html(report);
    for (const std::string words : {"second opinion agrees", "second opinion disagrees", "no second opinion",
                                    "house: the endpoint did not answer within 30 s", "Second opinion of house"}) {
        CAPTURE(words);
        CHECK(contains(text, words));
        CHECK(contains(page, words));
    }
    CHECK(contains(text, "Its reason: \"It says <b>so</b>"));
    CHECK_FALSE(contains(text, "\x1b"));
    CHECK(contains(page, "It says &lt;b&gt;so&lt;/b&gt; &amp;"));
    CHECK_FALSE(contains(page, "<b>so</b>"));
}

TEST_CASE("a supported claim that the second opinion disputes is shown in full") {
    TerminalOptions options;
    options.width = 2000;
    options.detail = TerminalDetail::differences;
    const auto report = report_with_opinions();
    REQUIRE(report.claims[1].verdict == Verdict::supported);
    REQUIRE(report.claims[1].flags.empty());
    CHECK(contains(render_terminal(report, options), "second opinion disagrees: house says supported. Its reason"));
}

TEST_CASE("a line of bulk checking carries the second opinion in its own words") {
    ClaimAnswer answer;
    answer.second_opinion = opinion_of(Verdict::partly_supported, Agreement::disagrees);
    answer.second_opinion->reason = "a \"b\"";
    const auto line = write_claim_answer("1", answer, AnswerDetail::brief);
    CHECK(contains(line, R"("second_opinion":{"endpoint":"house","label":"partially_supported","score":0.9310,)"
                         R"("reason":"a \"b\"","agreement":"disagrees","shown":"evidence","from":"endpoint"}})"));
    CHECK(schema_violations("bulk-answer", line) == "");
    answer.second_opinion = SecondOpinion();
    answer.second_opinion->error = "not asked: no sentence";
    const auto none = write_claim_answer("1", answer, AnswerDetail::brief);
    CHECK(contains(none, R"("second_opinion":{"endpoint":"","error":"not asked: no sentence"}})"));
    CHECK(schema_violations("bulk-answer", none) == "");
}
