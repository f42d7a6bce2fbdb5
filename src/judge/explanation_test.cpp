#include "judge/explanation.hpp"

#include <cmath>
#include <string>
#include <vector>

#include "judge/judge.hpp"
#include "trace/test_claim.hpp"

using namespace axray;
using judge::Feature;

namespace {

const char* const kSource =
    "The harbour authority fined Norvik Marine 40,000 crowns on Tuesday.\n"
    "Divers recovered 14 barrels of solvent from the sea floor.";

const judge::Judge& opened_judge() {
    static const auto judge = judge::Judge::open(AXRAY_MODELS_DIR);
    REQUIRE(judge.has_value());
    return *judge;
}

judge::Judgement judge_claim(const trace::TestClaim& test) {
    judge::Workspace workspace(trace::TestModels::get().lexicon);
    return opened_judge().judge(judge::whole_text(test.claim), test.index, {}, workspace);
}

const judge::ComparedTokens* find(const std::vector<judge::ComparedTokens>& all, ComparedKind kind) {
    for (const auto& one : all) {
        if (one.kind == kind) return &one;
    }
    return nullptr;
}

}  // namespace

TEST_CASE("the reasons and the average claim add up to the probability of the model") {
    for (const char* claim : {"Divers recovered 14 barrels of solvent.", "Divers sold the ship to a museum.",
                              "Norvik Marine was fined 90,000 crowns on Tuesday."}) {
        CAPTURE(std::string(claim));
        const auto judgement = judge_claim(*trace::make_test_claim(claim, {kSource}));
        const auto reasons = judge::reasons_of(opened_judge().supported_trees(), judgement.features);
        double margin = reasons.expected;
        double last = 1e9;
        for (const auto& reason : reasons.all) {
            margin += reason.addition;
            CHECK(std::abs(reason.addition) <= last);
            last = std::abs(reason.addition);
        }
        const double expected = opened_judge().supported_trees().probability(judgement.features);
        CHECK(1 / (1 + std::exp(-margin)) == doctest::Approx(expected).epsilon(0.03));  // small reasons are left out
    }
}

TEST_CASE("every feature has a reason that a reader knows") {
    CHECK(judge::reason_of(Feature::missing_words) == ReasonKind::words_missing);
    CHECK(judge::reason_of(Feature::number_differs) == ReasonKind::values);
    CHECK(judge::reason_of(Feature::best_precision) == ReasonKind::relevance);
}

TEST_CASE("values of the claim stand beside those of the evidence") {
    const auto test =
        trace::make_test_claim("The harbour authority fined Norvik Marine 90,000 crowns on Tuesday.", {kSource});
    const auto judgement = judge_claim(*test);
    REQUIRE(judgement.claims.size() == 1);
    const auto all = judge::compare_values(judgement.claims[0], judgement.differences[0], test->index);
    const auto* number = find(all, ComparedKind::number);
    REQUIRE(number != nullptr);
    CHECK(number->outcome == Comparison::differs);
    CHECK(number->source.end > number->source.begin);
    const auto* date = find(all, ComparedKind::date);
    REQUIRE(date != nullptr);
    CHECK(date->outcome == Comparison::same);
    const auto* name = find(all, ComparedKind::name);
    REQUIRE(name != nullptr);
    CHECK(name->outcome == Comparison::same);
}

TEST_CASE("words without evidence are joined to phrases") {
    const auto test = trace::make_test_claim(
        "Divers recovered 14 barrels of solvent from the sea floor with expensive robots.", {kSource});
    const auto judgement = judge_claim(*test);
    REQUIRE(judgement.claims.size() == 1);
    const auto phrases = judge::open_phrases(judgement.claims[0]);
    REQUIRE(phrases.size() == 1);
    const auto& tokens = test->claim.tokens;
    CHECK(phrases[0].size() == 2);
    CHECK(tokens.span[phrases[0].end - 1].end > tokens.span[phrases[0].begin].begin);
}
