// What an explanation says and what was tried out, what cannot be checked, and what is disputed, through the engine.
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

CheckReport check(const std::string& article, const std::vector<std::string>& sources, Explaining explaining) {
    std::vector<Document> documents;
    for (const auto& source : sources) documents.push_back(read(source, "source"));
    CheckOptions options;
    options.explaining = explaining;
    auto report = engine().check(read(article, "article"), documents, options);
    REQUIRE(report);
    return *std::move(report);
}

const Change* find(const Explanation& explanation, ChangeKind kind) {
    for (const auto& change : explanation.changes) {
        if (change.kind == kind) return &change;
    }
    return nullptr;
}

bool has_flag(const CheckedClaim& claim, FlagKind kind) {
    return std::any_of(claim.flags.begin(), claim.flags.end(), [&](const Flag& flag) { return flag.kind == kind; });
}

const char* const kReport =
    "The harbour office closed the northern pier on Monday after a crane fell into the water.\n\n"
    "Four workers were hurt, the office said. Divers will search the water for fuel drums until Friday.\n";

TEST_CASE("a claim with another number would be supported with that of the source") {
    const auto report = check("Nine workers were hurt, the office said.", {kReport}, Explaining::all);
    REQUIRE(report.explanations.size() == 1);
    const auto& explanation = report.explanations[0];
    CHECK(report.claims[0].verdict == Verdict::contradicted);
    const auto* change = find(explanation, ChangeKind::value_of_source);
    REQUIRE(change != nullptr);
    REQUIRE(change->claim.size() == 1);
    CHECK(report.article->slice(change->claim[0]) == "Nine");
    REQUIRE(change->source);
    CHECK(report.sources[0]->slice(change->source->span) == "Four");
    CHECK(change->verdict == Verdict::supported);
    const auto number = std::find_if(explanation.values.begin(), explanation.values.end(),
                                     [](const auto& value) { return value.kind == ComparedKind::number; });
    REQUIRE(number != explanation.values.end());
    CHECK(number->outcome == Comparison::differs);
    CHECK(number->claim_value.substr(0, 1) == "9");
    CHECK(number->source_value.substr(0, 1) == "4");
}

TEST_CASE("a supported claim is not supported without its sentence") {
    const auto report = check("Four workers were hurt, the office said.", {kReport}, Explaining::all);
    REQUIRE(report.explanations.size() == 1);
    CHECK(report.explanations[0].decided_by == DecidedBy::model);
    const auto* change = find(report.explanations[0], ChangeKind::evidence_removed);
    REQUIRE(change != nullptr);
    CHECK(change->verdict != Verdict::supported);
    CHECK(report.sources[0]->slice(change->source->span) == "Four workers were hurt, the office said.");
}

TEST_CASE("a claim that says more would be supported if the sources said that too") {
    const auto report = check(
        "The harbour office closed the northern pier on Monday after a crane fell into the water, in spite of "
        "fierce protests by merchants.",
        {kReport}, Explaining::all);
    REQUIRE(report.explanations.size() == 1);
    if (report.claims[0].verdict == Verdict::supported) return;
    const auto* change = find(report.explanations[0], ChangeKind::words_borne_out);
    REQUIRE(change != nullptr);
    CHECK(change->verdict == Verdict::supported);
    for (const auto span : change->claim) CHECK_FALSE(span.empty());
}

TEST_CASE("only what was asked for is explained, and that nothing was found too") {
    CHECK(check("Four workers were hurt.", {kReport}, Explaining::none).explanations.empty());
    CheckOptions options;
    options.explaining = Explaining::one;
    options.explained_claim = 1;
    const auto article = read("Four workers were hurt.\n\nThe orchestra cancelled its tour of Japan.\n");
    const auto report = engine().check(article, {read(kReport)}, options);
    REQUIRE(report);
    REQUIRE(report->explanations.size() == 1);
    CHECK(report->explanations[0].claim == 1);
    CHECK(report->claims[1].verdict == Verdict::not_found);
    CHECK(report->explanations[0].values.empty());
    options.explained_claim = 99;
    CHECK(engine().check(article, {read(kReport)}, options)->explanations.empty());
}

TEST_CASE("opinions and questions of an article are no matter of fact, what somebody is quoted with is") {
    const auto report = check(
        "Four workers were hurt.\n\nThe reply of the office was a disgrace. Who will pay for the pier? \"The office "
        "must "
        "resign,\" said Ilka Torvane of the union.\n",
        {kReport}, Explaining::none);
    REQUIRE(report.claims.size() == 4);
    CHECK_FALSE(report.claims[0].not_checkable);
    REQUIRE(report.claims[1].not_checkable);
    CHECK(report.claims[1].not_checkable->reason == Uncheckable::opinion);
    CHECK(report.article->slice(report.claims[1].not_checkable->cue) == "disgrace");
    REQUIRE(report.claims[2].not_checkable);
    CHECK(report.claims[2].not_checkable->reason == Uncheckable::question);
    CHECK_FALSE(report.claims[3].not_checkable);
    for (std::uint32_t number = 0; number < report.claims.size(); ++number)
        CHECK(report.claims[number].claim.id == number);
}

TEST_CASE("a lone claim says whether it can be checked") {
    ClaimRequest request;
    request.sources.push_back({"s", {"The office closed the pier."}, ""});
    request.claim = "The office should resign.";
    CHECK(engine().check_claim(request)->not_checkable == Uncheckable::exhortation);
    request.claim = "The office closed the pier.";
    CHECK_FALSE(engine().check_claim(request)->not_checkable);
    request.claim = "This is absurd. The office closed the pier.";
    CHECK_FALSE(engine().check_claim(request)->not_checkable);
}

TEST_CASE("a denial in a source makes the fact disputed, a denial of something else does not") {
    const auto disputed = check(
        "Halden Shipping dumped solvent into the harbour.",
        {"Prosecutors say that Halden Shipping dumped solvent into the harbour.\n\nHalden Shipping denied that it "
         "dumped solvent into the harbour.\n"},
        Explaining::none);
    CHECK(has_flag(disputed.claims[0], FlagKind::disputed));
    const auto other = check(
        "Halden Shipping dumped solvent into the harbour.",
        {"Prosecutors say that Halden Shipping dumped solvent into the harbour.\n\nThe mayor denied that he would "
         "resign in May.\n"},
        Explaining::none);
    CHECK_FALSE(has_flag(other.claims[0], FlagKind::disputed));
    const auto accused = check("Prosecutors accused Halden Shipping of dumping solvent into the harbour.",
                               {"Prosecutors accused Halden Shipping of dumping solvent into the harbour.\n\nHalden "
                                "Shipping denied the allegations.\n"},
                               Explaining::none);
    CHECK(has_flag(accused.claims[0], FlagKind::disputed));
    const auto denial = check("Halden Shipping denied that it dumped solvent into the harbour.",
                              {"Halden Shipping denied that it dumped solvent into the harbour.\n"}, Explaining::none);
    CHECK_FALSE(has_flag(denial.claims[0], FlagKind::disputed));
}

TEST_CASE("what somebody refuses is not disputed") {
    const auto refused = check("The company offered the union a pay rise of four percent.",
                               {"The company offered the union a pay rise of four percent. The union rejected the "
                                "company's offer of a pay rise of four percent.\n"},
                               Explaining::none);
    CHECK_FALSE(has_flag(refused.claims[0], FlagKind::disputed));
}

TEST_CASE("a claim of very many words is explained in bounded work") {
    std::string article = "The harbour office closed the northern pier";
    for (int i = 0; i < 1500; ++i) article += " and item" + std::to_string(i) + " of the list";
    const auto report = check(article + ".", {kReport}, Explaining::all);
    for (const auto& explanation : report.explanations) CHECK(explanation.changes.size() < 20);
}

}  // namespace
}  // namespace axray
