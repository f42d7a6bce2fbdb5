#include "judge/word_judge.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <string>

#include "judge/judge.hpp"
#include "trace/test_claim.hpp"

using namespace axray;
using judge::WordRelation;

namespace {

const char* const kSource =
    "The harbour authority fined Norvik Marine 40,000 crowns on Tuesday.\n"
    "Divers recovered 14 barrels of solvent from the sea floor.\n"
    "Halden Shipping denied any part in the spill.";

const judge::Judge& models() {
    static const auto opened = judge::Judge::open(AXRAY_MODELS_DIR);
    REQUIRE(opened.has_value());
    return *opened;
}

judge::Judgement judge_claim(const trace::TestClaim& test) {
    judge::Workspace workspace(trace::TestModels::get().lexicon);
    return models().judge(judge::whole_text(test.claim), test.index, {}, workspace);
}

std::string word_of(const trace::TestClaim& test, const judge::PairedWord& word) {
    const Span span = test.claim.tokens.span[word.token];
    return test.claim_text.substr(span.begin, span.size());
}

// The strongest relation that a word of the claim has with any word of the evidence.
bool has_relation(const trace::TestClaim& test, const judge::WordPairs& pairs, const std::string& word,
                  WordRelation relation) {
    for (std::size_t number = 0; number < pairs.claim.size(); ++number) {
        if (word_of(test, pairs.claim[number]) != word) continue;
        const auto row = pairs.row(number);
        return std::find(row.begin(), row.end(), relation) != row.end();
    }
    return false;
}

judge::WordJudge open_words() {
    auto words = judge::WordJudge::open(AXRAY_MODELS_DIR "/words.bin");
    REQUIRE(words.has_value());
    return std::move(*words);
}

}  // namespace

TEST_CASE("the vector of a known word is added to a sum, an unknown word adds nothing") {
    std::array<float, judge::kWordVectorSize> once{};
    std::array<float, judge::kWordVectorSize> twice{};
    const auto& words = models().word_judge();
    REQUIRE(words.add_vector(language::hash_word("harbour"), 1, once));
    REQUIRE(words.add_vector(language::hash_word("harbour"), 2, twice));
    CHECK(std::any_of(once.begin(), once.end(), [](float value) { return value != 0; }));
    for (std::size_t at = 0; at < once.size(); ++at) CHECK(twice[at] == doctest::Approx(2 * once[at]));
    const auto before = once;
    CHECK_FALSE(words.add_vector(language::hash_word("qzxvnorvik"), 1, once));
    CHECK(once == before);
}

TEST_CASE("pairs of words are told by form, value, meaning and what differs") {
    struct Case {
        const char* claim;
        const char* word;
        WordRelation relation;
    };
    const Case cases[] = {
        {"Divers recovered fourteen barrels of solvent.", "fourteen", WordRelation::same_value},
        {"Divers recovered 15 barrels of solvent.", "15", WordRelation::other_value},
        {"Divers recovered 14 barrels of solvent.", "barrels", WordRelation::same_form},
        {"A diver recovered 14 barrels of solvent.", "diver", WordRelation::same_stem},
        {"Norvik Marine denied any part in the spill.", "Norvik", WordRelation::other_name},
        {"Divers recovered 14 barrels of solvent from the ocean floor.", "ocean", WordRelation::same_meaning},
    };
    for (const Case& one : cases) {
        CAPTURE(std::string(one.claim));
        const auto test = trace::make_test_claim(one.claim, {kSource});
        CHECK(has_relation(*test, judge_claim(*test).pairs, one.word, one.relation));
    }
}

TEST_CASE("pairs have one relation for each word of the claim and each word shown") {
    const auto test = trace::make_test_claim("Norvik Marine was fined 50,000 crowns, and divers came.", {kSource});
    const auto judgement = judge_claim(*test);
    CHECK(judgement.pairs.relations.size() == judgement.pairs.claim.size() * judgement.pairs.evidence.size());
    CHECK(judgement.words.wrong.size() == judgement.pairs.claim.size());
    CHECK(judgement.pairs.claim.size() == 9);  // no punctuation
}

TEST_CASE("a claim without words and a claim without evidence have scores") {
    const judge::WordJudge words = open_words();
    judge::WordJudge::Scratch scratch;
    CHECK(words.judge({}, scratch).wrong.empty());
    judge::WordPairs pairs;
    pairs.claim = {{1234, judge::kContentBit, 0, 0, 0.5F}};
    CHECK(words.judge(pairs, scratch).wrong.size() == 1);
}

TEST_CASE("scores do not depend on what was judged before") {
    const judge::WordJudge words = open_words();
    const auto first = trace::make_test_claim("Divers recovered 14 barrels of solvent.", {kSource});
    const auto second = trace::make_test_claim("Halden Shipping denied any part in the spill on Tuesday.", {kSource});
    const auto pairs = judge_claim(*first).pairs;
    judge::WordJudge::Scratch fresh;
    const auto alone = words.judge(pairs, fresh);
    judge::WordJudge::Scratch used;
    (void)words.judge(judge_claim(*second).pairs, used);
    const auto after = words.judge(pairs, used);
    CHECK(alone.supported == after.supported);
    CHECK(alone.contradicted == after.contradicted);
    CHECK(alone.wrong == after.wrong);
}

TEST_CASE("a changed word is the most doubtful one of its claim") {
    const std::pair<const char*, const char*> cases[] = {
        {"The harbour authority fined Norvik Marine 70,000 crowns on Tuesday.", "70,000"},
        {"The harbour authority fined Norvik Marine 40,000 crowns on Friday.", "Friday"},
        {"Divers recovered 29 barrels of solvent from the sea floor.", "29"},
    };
    for (const auto& one : cases) {
        CAPTURE(std::string(one.first));
        const auto test = trace::make_test_claim(one.first, {kSource});
        const auto judgement = judge_claim(*test);
        const auto most = std::max_element(judgement.words.wrong.begin(), judgement.words.wrong.end());
        const auto number = static_cast<std::size_t>(most - judgement.words.wrong.begin());
        CHECK(word_of(*test, judgement.pairs.claim[number]) == one.second);
    }
}

TEST_CASE("a model of words that is missing or cut short is refused with its name") {
    const auto missing = judge::WordJudge::open("/nowhere/words.bin");
    REQUIRE(!missing.has_value());
    CHECK(missing.error().to_string().find("/nowhere/words.bin") != std::string::npos);
    const auto folder = std::filesystem::temp_directory_path() / "axray_words_test";
    std::filesystem::create_directories(folder);
    const auto path = folder / "words.bin";
    std::filesystem::copy_file(AXRAY_MODELS_DIR "/words.bin", path, std::filesystem::copy_options::overwrite_existing);
    std::filesystem::resize_file(path, std::filesystem::file_size(path) / 2);
    CHECK(!judge::WordJudge::open(path.string()).has_value());
    std::filesystem::remove_all(folder);
}
