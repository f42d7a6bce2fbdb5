#include "story/facts/fact_groups.hpp"

#include "story/names/country_words.hpp"
#include "story/test_story.hpp"

using namespace axray;
using Groups = std::vector<std::vector<std::uint32_t>>;

namespace {

struct Score {
    std::uint32_t first = 0;
    std::uint32_t second = 0;
    float score = 0;
};

// Claims of one report each, whose agreement is given for every pair.
Groups group(std::uint32_t claims, const std::vector<Score>& scores) {
    auto& models = story::tests::models();
    const auto texts = story::tests::story_of({{"Norvik Marine was fined.", ""}});
    const auto analyst = models.analyst();
    const story::WordMeanings meanings(analyst.judge);
    const story::ClaimComparer comparer(*texts, meanings, analyst);
    std::vector<story::StatedClaim> stated(claims);
    for (std::uint32_t claim = 0; claim < claims; ++claim) {
        stated[claim].report = claim;
        stated[claim].wording = claim;
    }
    std::vector<story::ComparedPair> pairs;
    for (const auto& one : scores) {
        story::ComparedPair pair;
        pair.claims = {one.first, one.second};
        pair.agreement.score = one.score;
        pairs.push_back(pair);
    }
    return story::group_claims(stated, pairs, comparer);
}

}  // namespace

TEST_CASE("claims that agree with each other are one group") {
    CHECK(group(3, {{0, 1, 0.9F}, {0, 2, 0.7F}, {1, 2, 0.6F}}) == Groups{{0, 1, 2}});
}

TEST_CASE("a chain of links welds no groups") {
    CHECK(group(3, {{0, 1, 0.9F}, {1, 2, 0.6F}, {0, 2, 0.0F}}) == Groups{{0, 1}, {2}});
    CHECK(group(4, {{0, 1, 0.9F}, {2, 3, 0.9F}, {1, 2, 0.8F}, {0, 2, 0.1F}, {0, 3, 0.0F}, {1, 3, 0.1F}}) ==
          Groups{{0, 1}, {2, 3}});
}

TEST_CASE("claims without agreement stay alone") {
    CHECK(group(2, {}) == Groups{{0}, {1}});
    CHECK(group(2, {{0, 1, 0.2F}}) == Groups{{0}, {1}});
    CHECK(group(0, {}).empty());
}

TEST_CASE("countries are found by name, adjective and capital") {
    const auto country = [](const char* word) { return story::country_of(language::hash_word(word)); };
    CHECK(country("france").country == country("french").country);
    CHECK(country("france").country == country("paris").country);
    CHECK(country("paris").capital);
    CHECK_FALSE(country("french").capital);
    CHECK(country("newzealand").country == country("wellington").country);
    CHECK(country("france").country != country("germany").country);
    CHECK(country("norvik").country == language::kNone);
}

TEST_CASE("what two reports both tell apart is no one fact") {
    const auto texts = story::tests::story_of({{"Norvik Marine was fined.", ""}});
    auto& models = story::tests::models();
    const auto analyst = models.analyst();
    const story::WordMeanings meanings(analyst.judge);
    const story::ClaimComparer comparer(*texts, meanings, analyst);
    std::vector<story::StatedClaim> stated(4);
    for (std::uint32_t claim = 0; claim < 4; ++claim) {
        stated[claim].report = claim % 2;
        stated[claim].wording = claim;
    }
    const auto pair = [](std::uint32_t first, std::uint32_t second, float score) {
        story::ComparedPair one;
        one.claims = {first, second};
        one.agreement.score = score;
        return one;
    };
    // 0 and 1 are of two reports, 2 and 3 of the same two.
    const std::vector<story::ComparedPair> pairs = {pair(0, 1, 0.9F), pair(2, 3, 0.9F), pair(0, 2, 0.5F),
                                                    pair(0, 3, 0.5F), pair(1, 2, 0.5F), pair(1, 3, 0.5F)};
    CHECK(story::group_claims(stated, pairs, comparer) == Groups{{0, 1}, {2, 3}});
}
