#include "story/facts/facts.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "story/origins/origins.hpp"
#include "story/test_story.hpp"

using namespace axray;
using story::tests::TestReport;

namespace {

struct Told {
    std::unique_ptr<const story::StoryTexts> texts;
    std::vector<Fact> facts;

    [[nodiscard]] std::string words(const FactMention& mention) const {
        return std::string(texts->report(mention.report).document->slice(mention.claim.span));
    }
    [[nodiscard]] const Fact* fact_of(const std::string& words_of_it) const {
        for (const auto& fact : facts) {
            for (const auto& mention : fact.mentions) {
                if (words(mention).find(words_of_it) != std::string::npos) return &fact;
            }
        }
        return nullptr;
    }
    [[nodiscard]] bool joined(const std::string& one, const std::string& other) const {
        const auto* fact = fact_of(one);
        return fact != nullptr && std::any_of(fact->mentions.begin(), fact->mentions.end(), [&](const auto& mention) {
                   return words(mention).find(other) != std::string::npos;
               });
    }
};

Told tell(const std::vector<TestReport>& reports, const story::FactLimits& limits = {}) {
    Told told;
    told.texts = story::tests::story_of(reports);
    const auto origins = story::trace_origins(*told.texts);
    told.facts = story::join_facts(*told.texts, origins, story::tests::models().analyst(), limits);
    return told;
}

bool has_flag(const Fact& fact, FactFlag flag) {
    return std::find(fact.flags.begin(), fact.flags.end(), flag) != fact.flags.end();
}

// The words of all mentions, fact by fact, whatever their order.
std::multiset<std::multiset<std::string>> groups(const Told& told) {
    std::multiset<std::multiset<std::string>> all;
    for (const auto& fact : told.facts) {
        std::multiset<std::string> one;
        for (const auto& mention : fact.mentions) one.insert(told.words(mention));
        all.insert(one);
    }
    return all;
}

const std::vector<TestReport> kSpill = {
    {"The harbour authority fined Norvik Marine 40,000 crowns on Tuesday after a solvent spill in Port Lane.\n\n"
     "Divers recovered 14 barrels from the sea floor, the authority said.\n\n"
     "Ilka Torvane, the head of the authority, called the spill the worst in a decade.",
     "2024-03-06"},
    {"Norvik Marine was fined 40,000 crowns by the harbour authority over the spill of solvent in Port Lane.\n\n"
     "The company denied that its ship had lost any barrels.\n\n"
     "Fourteen barrels were recovered from the sea floor by divers.",
     "2024-03-07"},
    {"Fishermen in Port Lane have been told to stay ashore until the end of the month.\n\n"
     "The worst spill in a decade, Ilka Torvane said, could take weeks to clean.",
     "2024-03-08"}};

}  // namespace

TEST_CASE("claims that say the same in other words are one fact") {
    const auto told = tell(kSpill);
    CHECK(told.joined("fined Norvik Marine", "was fined 40,000 crowns"));
    CHECK(told.joined("recovered 14 barrels", "Fourteen barrels were recovered"));
    CHECK_FALSE(told.joined("fined Norvik Marine", "barrels"));
    const auto* fine = told.fact_of("fined Norvik Marine");
    REQUIRE(fine != nullptr);
    CHECK(fine->reports == std::vector<std::uint32_t>{0, 1});
    CHECK_FALSE(has_flag(*fine, FactFlag::single_report));
    const auto* ashore = told.fact_of("stay ashore");
    REQUIRE(ashore != nullptr);
    CHECK(has_flag(*ashore, FactFlag::single_report));
}

TEST_CASE("look-alikes are not joined") {
    const struct {
        const char* what;
        const char* one;
        const char* other;
    } cases[] = {
        {"another actor", "The harbour authority fined Norvik Marine on Tuesday.",
         "The harbour authority fined Halden Shipping on Tuesday."},
        {"another year", "Norvik Marine opened a shipyard in Selby in 2014.",
         "Norvik Marine opened a shipyard in Selby in 2021."},
        {"another place", "An explosion destroyed a warehouse in Port Lane on Monday.",
         "An explosion destroyed a warehouse in Velland on Monday."},
        {"denied", "Norvik Marine admitted that its ship had lost the barrels.",
         "Norvik Marine denied that its ship had lost the barrels."},
        {"another act", "The minister opened the new bridge in Selby on Monday.",
         "The minister closed the old ferry in Selby on Monday."},
    };
    for (const auto& one : cases) {
        CAPTURE(std::string(one.what));
        const auto told = tell({{one.one, "2024-03-06"}, {one.other, "2024-03-06"}});
        CHECK(told.facts.size() == 2);
    }
}

TEST_CASE("what a mention says of speaker, certainty, numbers and dates is kept") {
    const auto told = tell(kSpill);
    const auto* barrels = told.fact_of("recovered 14 barrels");
    REQUIRE(barrels != nullptr);
    const auto& said = barrels->mentions.front();
    REQUIRE(said.speech.has_value());
    CHECK(said.speech->stance == Stance::asserts);
    REQUIRE(said.numbers.size() == 1);
    CHECK(said.numbers.front().low == 14);
    const auto* fine = told.fact_of("fined Norvik Marine");
    REQUIRE(fine != nullptr);
    REQUIRE_FALSE(fine->mentions.front().dates.empty());
    CHECK(fine->mentions.front().dates.front().value == "2024-03-05");
    CHECK(fine->mentions.front().certainty == Certainty::stated);
}

TEST_CASE("the word of one speaker in several reports is marked as such") {
    const auto told = tell({{"\"We will close the harbour for three weeks,\" mayor Edda Lorn said on Monday.", ""},
                            {"Mayor Edda Lorn said that the harbour will be closed for three weeks.", ""}});
    const auto* closed = told.fact_of("close the harbour");
    REQUIRE(closed != nullptr);
    CHECK(closed->mentions.size() == 2);
    CHECK(has_flag(*closed, FactFlag::own_statement));
    CHECK(closed->mentions.front().quoted);
}

TEST_CASE("a clause that another report says alone is a mention of its own") {
    const auto told =
        tell({{"The ministry sanctioned Norvik Marine, described as a front for the smugglers of Velland, "
               "and froze four of its ships in Port Lane.",
               ""},
              {"Norvik Marine has long been described as a front for the smugglers of Velland.", ""}});
    const auto* front = told.fact_of("has long been described");
    REQUIRE(front != nullptr);
    CHECK(front->mentions.size() == 2);
    CHECK(told.fact_of("sanctioned Norvik Marine") != nullptr);
}

TEST_CASE("a participle that leads a sentence and is said by another report is a mention of its own") {
    const auto told =
        tell({{"Dubbed \"Blue Harbour\" by the coast guard, the operation ended on Friday with nine arrests.", ""},
              {"The operation was dubbed \"Blue Harbour\" by the coast guard.", ""}});
    const auto* dubbed = told.fact_of("was dubbed");
    REQUIRE(dubbed != nullptr);
    CHECK(dubbed->mentions.size() == 2);
    const auto* ended = told.fact_of("nine arrests");
    REQUIRE(ended != nullptr);
    CHECK(ended->mentions.size() == 1);
}

TEST_CASE("facts that share much are related, and which says more is told") {
    const auto told =
        tell({{"The harbour authority fined Norvik Marine.", ""},
              {"The harbour authority fined Norvik Marine 40,000 crowns for losing 14 barrels of solvent in "
               "Port Lane and ordered the firm to clean the beaches of the island before the summer.",
               ""}});
    for (const auto& fact : told.facts) {
        if (fact.mentions.size() > 1) continue;
        CHECK(std::all_of(fact.related.begin(), fact.related.end(),
                          [&](const RelatedFact& one) { return one.fact < told.facts.size(); }));
    }
}

TEST_CASE("copies of one report are one origin") {
    const std::string text =
        "The harbour authority fined Norvik Marine 40,000 crowns on Tuesday after a solvent spill in Port Lane that "
        "killed thousands of fish and closed two beaches for a week. Divers recovered 14 barrels from the sea floor, "
        "the authority said. The company said that it would pay the fine and help to clean the coast of the island. "
        "Fishermen were told to stay ashore until the end of the month.";
    const auto told = tell({{text, "2024-03-06"}, {text, "2024-03-07"}});
    REQUIRE_FALSE(told.facts.empty());
    for (const auto& fact : told.facts) {
        CHECK(fact.reports.size() == 2);
        CHECK(fact.independent_origins == 1);
        CHECK(has_flag(fact, FactFlag::single_origin));
    }
}

TEST_CASE("lines that speak to the reader and fragments are no facts") {
    const auto told =
        tell({{"The harbour authority fined Norvik Marine on Tuesday.\n\n"
               "Subscribe to our newsletter and get the news of your harbour every morning.\n\n"
               "Port Lane, harbour, fish",
               ""}});
    CHECK(told.facts.size() == 1);
}

TEST_CASE("the order of reports changes no fact, and a second run nothing") {
    const auto told = tell(kSpill);
    CHECK(groups(told) == groups(tell(kSpill)));
    CHECK(groups(told) == groups(tell({kSpill[2], kSpill[0], kSpill[1]})));
    CHECK(groups(told) == groups(tell({kSpill[1], kSpill[2], kSpill[0]})));
}

TEST_CASE("limits and empty reports") {
    CHECK(tell({{"Harbour", ""}, {"?", ""}}).facts.empty());
    const auto some = tell(kSpill, {3});
    CHECK(some.facts.size() <= 3);
    CHECK_FALSE(some.facts.empty());
    CHECK(std::is_sorted(some.facts.begin(), some.facts.end(),
                         [](const Fact& left, const Fact& right) { return left.centrality > right.centrality; }));
}

TEST_CASE("denials of all accusations are one fact when one country denies them") {
    const auto told = tell({{"Prosecutors in Oslo said Norwegian agents had tapped the cable.\n\n"
                             "Norwegian diplomats in Stockholm denied the accusations and called them absurd.",
                             ""},
                            {"The Norwegian embassy in Copenhagen rejected the allegations on Friday.\n\n"
                             "Swedish ministers denied the accusations as well.",
                             ""}});
    CHECK(told.joined("diplomats in Stockholm", "embassy in Copenhagen"));
    CHECK_FALSE(told.joined("diplomats in Stockholm", "Swedish ministers"));
}

TEST_CASE("two lists of a group's names are one fact when they share a name") {
    const auto told =
        tell({{"Blue Heron, also known as Grey Tern and Iron Gull, has broken into the banks of Port Lane.", ""},
              {"The men belong to Blue Heron, the robbers' gang also known as \"Grey Tern\".", ""}});
    CHECK(told.joined("Grey Tern and Iron Gull", "gang also known as"));
}

TEST_CASE("an act that a noun tells with its time is one fact with the clause that tells it") {
    const auto told =
        tell({{"The charges name several victims along the coast, with instances such as the 2020 burning "
               "of the customs archive in Velland and the 2018 robbery of a ferry company in Selby.",
               ""},
              {"The gang burned the customs archive in Velland in 2020, the court heard.", ""}});
    CHECK(told.joined("2020 burning", "gang burned the customs"));
}
