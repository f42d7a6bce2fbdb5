#include "story/stream/story_stream.hpp"

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "story/stream/test_stream.hpp"

using namespace axray::story;
using tests::StreamText;

namespace {

using Stories = std::vector<std::uint32_t>;

const std::vector<StreamText> kFerry = {
    {"Ferry runs aground off Lindholm, 40 passengers rescued",
     "Forty passengers were rescued on Tuesday after the ferry Astrid ran aground off the island of Lindholm. The "
     "coast "
     "guard said that the captain had misread the tide. Nobody was hurt, but the hull of the Astrid is damaged.",
     {2021, 5, 4}},
    {"Coast guard saves 40 from stranded ferry Astrid",
     "The coast guard has brought 40 passengers of the ferry Astrid to safety, which ran aground near Lindholm. The "
     "captain of the ferry misread the tide, a spokeswoman of the coast guard said. The hull was damaged.",
     {2021, 5, 5}},
    {"Captain misread the tide: ferry stuck off Lindholm",
     "A ferry with 40 passengers on board is stuck off Lindholm. The Astrid ran aground at low tide on Tuesday; its "
     "captain told the coast guard that he had misread the tide. All passengers were rescued unhurt.",
     {2021, 5, 4}}};

const std::vector<StreamText> kBudget = {
    {"Parliament of Tarn passes budget by one vote",
     "The parliament of Tarn passed the budget for next year by one vote on Monday night. Finance minister Oda Brekke "
     "said that spending on schools will rise by four per cent while the tax on fuel stays as it is.",
     {2021, 5, 4}},
    {"Brekke's budget survives by a single vote",
     "Finance minister Oda Brekke saw her budget pass the parliament of Tarn by one vote. Spending on schools rises by "
     "four per cent; the tax on fuel is left alone. The opposition had called for cuts.",
     {2021, 5, 4}},
    {"One vote saves budget in Tarn",
     "By a majority of one the parliament in Tarn has voted for the budget that finance minister Oda Brekke proposed. "
     "Schools get four per cent more, and the tax on fuel does not change, she said on Monday night.",
     {2021, 5, 5}}};

// The same kind of event at two places, in much the same words.
const std::vector<StreamText> kFirstQuake = {
    {"Strong earthquake shakes Velmora, 12 dead",
     "A strong earthquake of magnitude 6.1 shook the province of Velmora on Wednesday, killing 12 people, officials in "
     "Castra said. The epicentre lay near the town of Ilben, where houses collapsed.",
     {2019, 3, 6}},
    {"Earthquake in Velmora kills 12 near Ilben",
     "At least 12 people died when an earthquake of magnitude 6.1 struck near Ilben in the province of Velmora on "
     "Wednesday. Houses collapsed, officials in Castra said.",
     {2019, 3, 6}},
    {"Velmora quake: rescuers search collapsed houses in Ilben",
     "Rescuers searched collapsed houses in Ilben after the earthquake of magnitude 6.1 that killed 12 people in the "
     "province of Velmora on Wednesday.",
     {2019, 3, 7}}};

const std::vector<StreamText> kSecondQuake = {
    {"Strong earthquake shakes Sund islands, 3 injured",
     "A strong earthquake of magnitude 5.4 shook the Sund islands on Sunday, injuring three people, the governor Mika "
     "Torvald said. The epicentre lay at sea south of Hove harbour; no houses collapsed.",
     {2019, 7, 14}},
    {"Earthquake off Sund islands injures three",
     "Three people were injured when an earthquake of magnitude 5.4 struck the Sund islands on Sunday. The epicentre "
     "lay "
     "at sea south of Hove harbour, governor Mika Torvald said.",
     {2019, 7, 14}},
    {"Sund islands quake damages Hove harbour",
     "The harbour of Hove was damaged by the earthquake of magnitude 5.4 at sea that injured three people on the Sund "
     "islands on Sunday, governor Mika Torvald said.",
     {2019, 7, 15}}};

std::vector<StreamText> in_turn(const std::vector<StreamText>& one, const std::vector<StreamText>& other) {
    std::vector<StreamText> both;
    for (std::size_t at = 0; at < one.size(); ++at) {
        both.push_back(one[at]);
        both.push_back(other[at]);
    }
    return both;
}

// Documents of invented stories: each has words of its own, one in so many, beside those that all share.
std::vector<StreamText> many_documents(std::size_t count, unsigned one_in = 3) {
    std::mt19937 random(7);
    const auto word = [](std::size_t number) {
        std::string made = "q";
        for (; number > 0; number /= 20) made += "bcdfghjklmnprstvwxz"[number % 19];
        return made + "a";
    };
    std::vector<StreamText> texts;
    for (std::size_t at = 0; at < count; ++at) {
        std::string text;
        const auto story = at / 10;
        for (int place = 0; place < 60; ++place)
            text += word(random() % one_in == 0 ? 1000 + story * 12 + random() % 12 : random() % 150) + " ";
        texts.push_back({"", text, {}});
    }
    return texts;
}

}  // namespace

TEST_CASE("reports of one event are one story, reports of another event another") {
    CHECK(tests::sorted(in_turn(kFerry, kBudget)) == Stories{0, 1, 0, 1, 0, 1});
}

TEST_CASE("events of the same kind at different places are kept apart") {
    CHECK(tests::sorted(in_turn(kFirstQuake, kSecondQuake)) == Stories{0, 1, 0, 1, 0, 1});
}

TEST_CASE("copies of one text are one story") {
    auto texts = in_turn(kFerry, kBudget);
    texts.push_back({"", kFerry[1].text, {}});
    texts.push_back({"Another headline", kBudget[2].text, {2021, 5, 6}});
    const auto stories = tests::sorted(texts);
    CHECK(stories[6] == stories[0]);
    CHECK(stories[7] == stories[1]);
}

TEST_CASE("the same text fifty times is one story") {
    const std::vector<StreamText> texts(50, kFerry[0]);
    CHECK(tests::sorted(texts) == Stories(50, 0));
}

TEST_CASE("the order of arrival does not decide what belongs together") {
    auto texts = in_turn(kFirstQuake, kBudget);
    const auto forwards = tests::sorted(texts);
    std::reverse(texts.begin(), texts.end());
    auto backwards = tests::sorted(texts);
    std::reverse(backwards.begin(), backwards.end());
    for (std::size_t one = 0; one < texts.size(); ++one) {
        for (std::size_t other = 0; other < texts.size(); ++other)
            CHECK((forwards[one] == forwards[other]) == (backwards[one] == backwards[other]));
    }
}

TEST_CASE("a document without words is a story of its own") {
    const auto stories = tests::sorted({{"", "", {}}, kFerry[0], {"", "", {}}, {"The", "of the and.", {}}, kFerry[1]});
    CHECK(std::set<std::uint32_t>(stories.begin(), stories.end()).size() == 4);
    CHECK(stories[1] == stories[4]);
}

TEST_CASE("headlines alone are enough where they say the same") {
    const auto stories = tests::sorted({{"Ferry Astrid runs aground off Lindholm"},
                                        {"Budget of Tarn passed by a single vote"},
                                        {"Ferry Astrid aground near Lindholm, passengers rescued"},
                                        {"Tarn budget: a single vote saves Brekke"}});
    CHECK(stories[0] == stories[2]);
    CHECK(stories[0] != stories[1]);
}

TEST_CASE("a document is given to its story when it comes") {
    tests::TestStream stream;
    CHECK(stream.add(kFerry[0]) == 0);
    CHECK(stream.add(kBudget[0]) == 1);
    CHECK(stream.add(kFerry[1]) == 0);
    CHECK(stream.add(kBudget[1]) == 1);
}

// Ten documents of each story come one after the other, so that the order tells much.
TEST_CASE("a document among those of another story is not joined to them") {
    auto texts = many_documents(600, 2);
    const std::vector<std::size_t> moved = {5, 205, 405};
    for (const auto at : moved) std::swap(texts[at], texts[at + 101]);
    const auto stories = tests::sorted(texts);
    for (const auto at : moved) {
        CHECK(stories[at] != stories[at + 1]);
        CHECK(stories[at + 1] == stories[at + 2]);
        CHECK(stories[at + 1] != stories[at + 102]);
    }
}

TEST_CASE("the same stream gives the same stories, however often they are asked for") {
    const auto texts = many_documents(150);
    tests::TestStream asked;
    for (const auto& text : texts) {
        asked.add(text);
        if (asked.stream().stories().size() == 100) CHECK(asked.stream().stories() == asked.stream().stories());
    }
    CHECK(tests::sorted(texts) == tests::sorted(texts));
}

// Re-balancings fall at other places of the longer stream; what grew with the square would cost four times as much.
TEST_CASE("twice the documents cost little more than twice as much") {
    const auto cost_of = [](std::size_t count) {
        tests::TestStream stream;
        for (const auto& text : many_documents(count)) stream.add(text);
        (void)stream.stream().stories();
        return stream.stream().cost();
    };
    const auto one = cost_of(2048);
    const auto two = cost_of(4096);
    CHECK(static_cast<double>(two.postings) < 2.8 * static_cast<double>(one.postings));
    CHECK(static_cast<double>(two.steps) < 2.8 * static_cast<double>(one.steps));
}
