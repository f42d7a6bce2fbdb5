#include "judge/judge.hpp"

#include "judge/runs.hpp"
#include "judge/slots.hpp"
#include "trace/test_claim.hpp"

using namespace axray;
using judge::Feature;

namespace {

const char* const kSource =
    "The harbour authority fined Norvik Marine 40,000 crowns on Tuesday.\n"
    "Divers recovered 14 barrels of solvent from the sea floor.\n"
    "Halden Shipping denied any part in the spill.";

judge::Judgement judge_claim(const trace::TestClaim& test) {
    static const auto judge = judge::Judge::open(AXRAY_MODELS_DIR);
    REQUIRE(judge.has_value());
    judge::Workspace workspace(trace::TestModels::get().lexicon);
    return judge->judge(judge::whole_text(test.claim), test.index, {}, workspace);
}

float feature(const judge::Judgement& judgement, Feature one) {
    return judgement.features[static_cast<std::size_t>(one)];
}

}  // namespace

TEST_CASE("a sentence of the source is supported by itself") {
    for (const char* claim : {"The harbour authority fined Norvik Marine 40,000 crowns on Tuesday.",
                              "Divers recovered 14 barrels of solvent from the sea floor.",
                              "Halden Shipping denied any part in the spill."}) {
        CAPTURE(std::string(claim));
        const auto test = trace::make_test_claim(claim, {kSource});
        const auto judgement = judge_claim(*test);
        CHECK(judgement.verdict == Verdict::supported);
        CHECK(feature(judgement, Feature::best_coverage) == doctest::Approx(1.0));
        CHECK(feature(judgement, Feature::longest_run) == doctest::Approx(1.0));
    }
}

TEST_CASE("a claim of other things is not found") {
    const auto test = trace::make_test_claim("The orchestra cancelled its tour of Japan.", {kSource});
    CHECK(judge_claim(*test).verdict == Verdict::not_found);
}

TEST_CASE("sources that say nothing of the claim leave verdict, probability and features as they are") {
    for (const char* claim : {"Divers recovered 14 barrels of solvent.", "Norvik Marine was fined 50,000 crowns.",
                              "Halden Shipping caused the spill."}) {
        CAPTURE(std::string(claim));
        const auto alone = trace::make_test_claim(claim, {kSource});
        const auto crowded = trace::make_test_claim(
            claim, {"Violins were tuned.\nThe concert began late.", kSource, "Rain is expected in the mountains."});
        const auto one = judge_claim(*alone);
        const auto other = judge_claim(*crowded);
        CHECK(one.verdict == other.verdict);
        CHECK(one.probability == other.probability);
        CHECK(one.features == other.features);
    }
}

TEST_CASE("contradicted always comes with a difference that shows both values") {
    const char* const claims[] = {"The harbour authority fined Norvik Marine 90,000 crowns on Tuesday.",
                                  "Divers recovered 41 barrels of solvent from the sea floor.",
                                  "Halden Shipping did not deny any part in the spill.",
                                  "The harbour authority fined Halden Shipping 40,000 crowns on Friday."};
    std::size_t contradicted = 0;
    for (const char* claim : claims) {
        CAPTURE(std::string(claim));
        const auto judgement = judge_claim(*trace::make_test_claim(claim, {kSource}));
        CHECK(judgement.verdict != Verdict::supported);
        if (judgement.verdict != Verdict::contradicted) continue;
        ++contradicted;
        std::size_t with_both = 0;
        for (const auto& list : judgement.differences) {
            for (const auto& one : list)
                with_both += one.claim.size() > 0 && one.source.end > one.source.begin ? 1U : 0U;
        }
        CHECK(with_both > 0);
    }
    CHECK(contradicted >= 2);  // otherwise nothing was tested
}

TEST_CASE("stretches that stand word for word are measured over the whole stretch") {
    const auto test = trace::make_test_claim("They say divers recovered 14 barrels today", {kSource});
    judge::TracedClaim claim;
    claim.words = test->words;
    claim.tokens = {0, test->claim.tokens.size()};
    CHECK(judge::repeated_runs(claim, test->index) == std::vector<std::uint32_t>{0, 0, 4, 4, 4, 4, 0});
}

TEST_CASE("every feature has a name of its own") {
    for (std::size_t one = 0; one < judge::kFeatureCount; ++one) {
        const auto name = judge::to_string(static_cast<Feature>(one));
        CHECK_FALSE(name.empty());
        for (std::size_t other = 0; other < one; ++other) CHECK(judge::to_string(static_cast<Feature>(other)) != name);
    }
}

TEST_CASE("a missing model is named with its path") {
    const auto judge = judge::Judge::open("/nowhere");
    REQUIRE_FALSE(judge.has_value());
    CHECK(judge.error().to_string().find("/nowhere/word_weights.bin") != std::string::npos);
}
