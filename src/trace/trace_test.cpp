#include "trace/trace.hpp"

#include <set>

#include "trace/test_claim.hpp"

using namespace axray;
using namespace axray::trace;

namespace {

const char* const kHarbour =
    "The harbour authority closed the northern basin on Tuesday.\n"
    "Divers recovered 14 barrels from the sea floor.\n"
    "A tanker had spilled solvent into the basin a week earlier.\n"
    "The fishing season opens in May.";

Tracer tracer() {
    auto relevance =
        base::BoostedTrees::open(AXRAY_MODELS_DIR "/relevance.bin", kRelevanceKind, kRelevanceFeatureCount);
    REQUIRE(relevance.has_value());
    return Tracer(std::move(*relevance));
}

std::vector<std::uint32_t> evidence_sentences(const Trace& trace) {
    std::vector<std::uint32_t> sentences;
    for (const std::uint32_t candidate : trace.evidence) sentences.push_back(trace.candidates[candidate].sentence);
    return sentences;
}

}  // namespace

TEST_CASE("the index finds every content word by its stem and no other") {
    const auto test = make_test_claim("Divers recovered barrels.", {kHarbour, "Recovering barrels takes time."});
    CHECK(test->index.sentences().size() == 5);
    std::set<std::string> found;
    for (const ClaimWord& word : test->words.words) {
        for (const std::uint32_t position : test->index.find_stem(test->claim.tokens.stem[word.token])) {
            found.emplace(test->source_word(position));
        }
    }
    CHECK(found == std::set<std::string>{"Divers", "recovered", "barrels", "Recovering"});
    CHECK(test->index.find_stem(language::hash_word("nowhere")).empty());
}

TEST_CASE("candidates come by rarity: the sentence with the telling words is first") {
    const auto test = make_test_claim("The basin held barrels of solvent, divers say.", {kHarbour});
    const auto candidates = find_candidates(test->words, test->index, 3);
    REQUIRE(candidates.size() == 3);
    CHECK((candidates[0].sentence == 1 || candidates[0].sentence == 2));
    CHECK(candidates[0].score >= candidates[1].score);
}

TEST_CASE("a claim that shares no word with the sources has no candidates") {
    const auto test = make_test_claim("Orchestras rehearse symphonies.", {kHarbour});
    CHECK(find_candidates(test->words, test->index, 10).empty());
    CHECK(tracer().trace(test->words, test->index, {}, test->relations).evidence.empty());
}

TEST_CASE("words align by form, stem, synonym and relation, in this order of trust") {
    struct Row {
        const char* claim;
        const char* source;
        AlignmentKind kind;
        const char* aligned;
    };
    const Row rows[] = {
        {"barrels", "Fourteen barrels", AlignmentKind::same, "barrels"},
        {"recovering", "They recovered it", AlignmentKind::same_stem, "recovered"},
        {"won", "They win it", AlignmentKind::same_stem, "win"},
        {"purchase", "They buy it", AlignmentKind::same_meaning, "buy"},
        {"decision", "They decide it", AlignmentKind::same_meaning, "decide"},
        {"vehicle", "The car stopped", AlignmentKind::related, "car"},
        {"orchestra", "The car stopped", AlignmentKind::missing, ""},
        {"Britain", "It left the United Kingdom", AlignmentKind::alias, "United"},
        {"China", "Chinese ships left", AlignmentKind::same_meaning, "Chinese"},
        {"China", "It left Taiwan", AlignmentKind::missing, ""},
        {"APT31", "It blamed APT 31", AlignmentKind::alias, "APT"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.claim);
        const auto test = make_test_claim(row.claim, {row.source});
        REQUIRE(test->words.words.size() == 1);
        const auto alignment = align(test->words, test->index, 0, AlignmentDepth::lexical, test->relations);
        CHECK(alignment.links[0].kind == row.kind);
        if (alignment.links[0].position != language::kNone) {
            CHECK(test->source_word(alignment.links[0].position) == row.aligned);
        }
    }
}

TEST_CASE("of equal words the one that keeps the order is taken") {
    const auto test = make_test_claim("red ships and blue ships", {"The red ships met the blue ships at noon."});
    const auto alignment = align(test->words, test->index, 0, AlignmentDepth::surface, test->relations);
    REQUIRE(alignment.links.size() == 4);
    CHECK(alignment.links[1].position + 4 == alignment.links[3].position);
    CHECK(alignment.coverage == doctest::Approx(1.0));
}

TEST_CASE("evidence is the set of sentences that bear the claim out together") {
    const auto test =
        make_test_claim("A tanker spilled solvent into the basin and divers recovered 14 barrels.", {kHarbour});
    const Trace trace = tracer().trace(test->words, test->index, {}, test->relations);
    auto evidence = evidence_sentences(trace);
    std::sort(evidence.begin(), evidence.end());
    CHECK(evidence == std::vector<std::uint32_t>{1, 2});
}

TEST_CASE("sources that say nothing of the claim change neither evidence nor features") {
    const std::string claim = "Divers recovered 14 barrels from the sea floor.";
    const auto alone = make_test_claim(claim, {kHarbour});
    const auto crowded = make_test_claim(claim, {"Orchestras rehearse symphonies.\nViolins are tuned.", kHarbour});
    const Trace one = tracer().trace(alone->words, alone->index, {}, alone->relations);
    const Trace other = tracer().trace(crowded->words, crowded->index, {}, crowded->relations);
    REQUIRE(one.evidence.size() == other.evidence.size());
    for (std::size_t number = 0; number < one.evidence.size(); ++number) {
        CHECK(one.candidates[one.evidence[number]].sentence + 2 == other.candidates[other.evidence[number]].sentence);
        CHECK(one.candidates[one.evidence[number]].coverage == other.candidates[other.evidence[number]].coverage);
    }
}

TEST_CASE("a very long claim is traced by its heaviest words") {
    std::string claim;
    for (int number = 0; number < 5000; ++number) claim += "word" + std::to_string(number) + "x ";
    const auto test = make_test_claim(claim, {kHarbour});
    CHECK(test->words.words.size() == kMaxClaimWords);
}
