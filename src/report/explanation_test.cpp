// What cannot be checked, and why a claim was judged as it was, in every form of the report.
#include <string>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "report/bulk_json.hpp"
#include "report/explanation_words.hpp"
#include "report/html.hpp"
#include "report/json.hpp"
#include "report/report_fixture.hpp"
#include "report/schema_check.hpp"
#include "report/terminal.hpp"
#include "report/terminal_text.hpp"
#include "report/words.hpp"

using namespace axray;
using namespace axray::report;

namespace {

// The first claim is an opinion; the second, a contradicted one where there is one, is explained.
CheckReport explained_report() {
    auto report = ferry_report();
    auto& opinion = report.claims[0];
    opinion.not_checkable =
        NotCheckable{Uncheckable::opinion, {opinion.claim.span.begin, opinion.claim.span.begin + 3}};
    Explanation explanation;
    explanation.claim = 1;
    explanation.decided_by = DecidedBy::model;
    explanation.expected = -0.25;
    explanation.reasons = {{ReasonKind::words_missing, -1.5}, {ReasonKind::names, 0.75}};
    const auto words = report.claims[1].claim.span;
    ComparedValue value;
    value.outcome = Comparison::differs;
    value.claim = {words.begin, words.begin + 3};
    value.claim_value = "40 tonne";
    value.source = SourceSpan{0, {0, 3}};
    value.source_value = "14 tonne";
    explanation.values = {value, {}};
    Change change;
    change.claim = {words};
    change.verdict = Verdict::supported;
    change.probability = 0.72;
    Change removed;
    removed.kind = ChangeKind::evidence_removed;
    removed.source = value.source;
    explanation.changes = {change, removed};
    explanation.not_tried = {"The sources are too long."};
    report.explanations = {explanation};
    return report;
}

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("the JSON of explained claims and of what cannot be checked follows the schema") {
    const auto text = render_json(explained_report());
    CHECK(schema_violations("check-report", text) == "");
    const auto report = nlohmann::json::parse(text);
    CHECK(report["summary"]["not_checkable"] == 1);
    CHECK(report["claims"][0]["not_checkable"]["reason"] == "opinion");
    CHECK_FALSE(report["claims"][0].contains("explanation"));
    CHECK_FALSE(report["claims"][1].contains("not_checkable"));
    const auto& explanation = report["claims"][1]["explanation"];
    CHECK(explanation["reasons"][0]["addition"] == -1.5);
    CHECK(explanation["values"][0]["source_value"] == "14 tonne");
    CHECK(explanation["values"][1]["claim"].is_null());
    CHECK(explanation["changes"][1]["source"]["source"] == 0);
}

TEST_CASE("verdicts do not count what cannot be checked") {
    const auto before = count_verdicts(ferry_report());
    const auto after = count_verdicts(explained_report());
    std::uint32_t sum_before = 0;
    std::uint32_t sum_after = 0;
    for (const auto verdict : kVerdicts) {
        sum_before += before.of(verdict);
        sum_after += after.of(verdict);
    }
    CHECK(after.not_checkable == 1);
    CHECK(sum_after + 1 == sum_before);
}

TEST_CASE("the terminal says why, in lines that fit") {
    for (const std::uint32_t width : {30U, 80U, 200U}) {
        TerminalOptions options;
        options.width = width;
        const auto text = render_terminal(explained_report(), options);
        CHECK(contains(text, "not checkable"));
        CHECK(contains(text, "Decided by"));
        CHECK(contains(text, "-1.50"));
        std::size_t begin = 0;
        for (auto end = text.find('\n'); end != std::string::npos; begin = end + 1, end = text.find('\n', begin)) {
            CHECK(columns_of(std::string_view(text).substr(begin, end - begin)) <= width);
        }
    }
}

TEST_CASE("only the explained claims are shown when only they were asked for") {
    TerminalOptions options;
    options.detail = TerminalDetail::explained;
    options.width = 200;
    const auto text = render_terminal(explained_report(), options);
    CHECK_FALSE(contains(text, "- not checkable: opinion"));
    CHECK(contains(text, "Would be supported (72%) if the sources also said"));
    CHECK_FALSE(contains(text, "leaves out"));
}

TEST_CASE("the page says what cannot be checked, and why") {
    const auto page = render_html(explained_report());
    CHECK(contains(page, "not checkable: opinion"));
    CHECK(contains(page, "Why this verdict"));
    CHECK_FALSE(contains(render_html(ferry_report()), "Why this verdict"));
}

TEST_CASE("a line of bulk checking says that its claim cannot be checked") {
    ClaimAnswer answer;
    answer.not_checkable = Uncheckable::prediction;
    const auto line = write_claim_answer("1", answer, AnswerDetail::brief);
    CHECK(schema_violations("bulk-answer", line) == "");
    CHECK(contains(line, "\"not_checkable\":\"prediction\""));
}
