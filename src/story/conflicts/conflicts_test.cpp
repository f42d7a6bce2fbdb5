#include "story/conflicts/conflicts.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "story/facts/facts.hpp"
#include "story/test_story.hpp"

using namespace axray;
using namespace axray::story;

namespace {

FactMention mention_of(std::uint32_t report, const Claim& claim) {
    FactMention mention;
    mention.report = report;
    mention.claim = claim;
    return mention;
}

// Every claim is a fact of its own: conflicts do not need claims to be joined.
std::vector<Fact> each_claim_alone(const StoryTexts& texts) {
    std::vector<Fact> facts;
    for (std::uint32_t report = 0; report < texts.size(); ++report) {
        for (const Claim& claim : texts.report(report).claims) {
            Fact fact;
            fact.mentions.push_back(mention_of(report, claim));
            fact.reports = {report};
            facts.push_back(std::move(fact));
        }
    }
    return facts;
}

std::string kinds_of(const std::vector<Conflict>& conflicts) {
    std::vector<std::string> kinds;
    for (const Conflict& one : conflicts) kinds.emplace_back(to_string(one.kind));
    std::sort(kinds.begin(), kinds.end());
    std::string joined;
    for (const auto& kind : kinds) joined += (joined.empty() ? "" : " ") + kind;
    return joined;
}

struct Pair {
    std::string one;
    std::string other;
    std::string kinds;  // expected, empty for none
};

void check_pairs(const std::vector<Pair>& pairs, const std::string& day = "2024-05-15",
                 const std::string& other_day = "2024-05-15") {
    for (const Pair& pair : pairs) {
        CAPTURE(pair.one);
        CAPTURE(pair.other);
        const auto texts = tests::story_of({{pair.one, day}, {pair.other, other_day}});
        const auto facts = each_claim_alone(*texts);
        const auto conflicts = find_conflicts(*texts, facts, tests::models().analyst());
        CHECK(kinds_of(conflicts) == pair.kinds);
        for (const Conflict& one : conflicts) {
            CHECK(one.probability >= 0.5);
            CHECK(one.probability <= 1);
            CHECK(one.explanation.size() > 20);
            CHECK(!one.one.words.empty());
            CHECK(!one.other.words.empty());
        }
    }
}

}  // namespace

TEST_CASE("numbers in one place of two statements about one thing are in conflict") {
    check_pairs({
        {"The fire at the Ostrava mill killed 12 workers.", "The fire at the Ostrava mill killed 14 workers.",
         "number"},
        {"The harbour board fined Norvik $3 million for the spill.",
         "Norvik was fined $5 million by the harbour board for the spill.", "number"},
        {"The bridge at Port Ellery is 340 metres long.", "The bridge at Port Ellery is 410 metres long.", "number"},
        {"Police arrested seven men after the raid on the Norvik plant.",
         "Police arrested nine men after the raid on the Norvik plant.", "number"},
        {"The flood destroyed 40 houses in Port Ellery.", "The flood destroyed 60 houses in Port Ellery.", "number"},
        {"Anna Leppard, 41, was rescued from the river.", "The 43-year-old Anna Leppard swam to the shore.", "number"},
        {"Ilka Torvane (52) leads the harbour board.", "Ilka Torvane, 54, has led the board for a year.", "number"},
    });
}

TEST_CASE("numbers that agree or count other things are in no conflict") {
    check_pairs({
        {"The campaign, spanning over a decade, hit the port.", "The campaign, spanning 14 years, hit the port.", ""},
        {"Police arrested 7 men after the raid on the Norvik plant.",
         "Police arrested seven men after the raid on the Norvik plant.", ""},
        {"The fire at the mill killed at least 12 workers.", "The fire at the mill killed 14 workers.", ""},
        {"The fire at the mill killed about 100 workers.", "The fire at the mill killed 98 workers.", ""},
        {"The fire at the mill killed dozens of workers.", "The fire at the mill killed 36 workers.", ""},
        {"The wall will cost 2.3 million euros.", "The wall will cost more than two million euros.", ""},
        {"The fire killed 12 workers in Ostrava.", "The fire killed 9 firefighters in Ostrava.", ""},
        {"The fire at the Ostrava mill killed 12 workers.", "The fire at the Ostrava mill injured 30 workers.", ""},
        {"The flood destroyed 40 houses in Port Ellery.", "The flood destroyed 60 houses in Lower Marsh.", ""},
        {"Police arrested nine men after the raid.", "Police arrested two of the men after the raid.", ""},
        {"Police arrested nine men after the raid.", "Police arrested three other men after the raid.", ""},
        {"The second fire at the mill killed nobody.", "The third fire at the mill killed nobody.", ""},
        {"Norvik sold 40 ships in 2019.", "Norvik sold 60 ships in 2021.", ""},
        {"Anna Leppard, 41, was rescued.", "Bertil Leppard, 43, was rescued.", ""},
        {"The committee has 12 members.", "The committee has a dozen members.", ""},
    });
}

TEST_CASE("a count that grew between two days is no conflict") {
    const std::vector<Pair> pairs = {
        {"The fire at the Ostrava mill killed 12 workers.", "The fire at the Ostrava mill killed 14 workers.", ""},
        {"Anna Leppard, 41, was rescued.", "Anna Leppard, 42, was rescued.", ""},
    };
    check_pairs(pairs, "2024-05-15", "2024-07-17");
    check_pairs(
        {{"The bridge at Port Ellery is 340 metres long.", "The bridge at Port Ellery is 410 metres long.", "number"}},
        "2024-05-15", "2024-05-17");
}

TEST_CASE("dates, places, actors, roles and negation") {
    check_pairs({
        {"Norvik closed its plant in Ostrava in March 2021.", "Norvik closed its plant in Ostrava in June 2021.",
         "date"},
        {"The council approved the flood wall on 5 March 2024.", "The council approved the flood wall on 8 March 2024.",
         "date"},
        {"The court did not convict Torvane of fraud.", "The court convicted Torvane of fraud.", "negation"},
        {"Norvik sued Castellan over the port contract.", "Castellan sued Norvik over the port contract.", "role"},
        // Dates of other things, or that agree.
        {"Norvik closed its plant in Ostrava in 2021.", "Norvik closed its plant in Ostrava in June 2021.", ""},
        {"Norvik said in March 2021 that the plant was safe.", "Norvik said in June 2021 that the plant was safe.", ""},
        {"The data covers voters from 2014 to 2022.", "The break-in lasted from August 2021 to October 2022.", ""},
        {"The 2018 attack hit an energy company in Texas.", "The 2018 attack hit a polling company in Ohio.", ""},
        {"Norvik opened a plant in 2018.", "Norvik closed a plant in 2021.", ""},
        // No negation of the same thing.
        {"The board has not yet approved the wall.", "The board approved the wall.", ""},
        {"The court did not convict Torvane.", "The court did not convict Leppard.", ""},
        {"Torvane did not attend the meeting in March.", "Torvane attended the dinner in June.", ""},
        // The same roles in other forms.
        {"Norvik sued Castellan over the port contract.", "Castellan was sued by Norvik over the port contract.", ""},
        {"Norvik met Castellan in the port.", "Castellan met Norvik in the port.", ""},
        // One name in two forms, two names of two things.
        {"Port Ellery rejected the plan.", "The council of Port Ellery rejected the plan.", ""},
        {"The storm hit Port Ellery at dawn.", "The storm hit Lower Marsh at dusk.", ""},
        {"Volt Heron broke into the port.", "Violet Heron broke into the bank.", ""},
    });
}

TEST_CASE("one speaker's quotation in different words is a conflict") {
    check_pairs({
        {"Ilka Torvane said: \"The wall will protect the old harbour and the families of our fishermen.\"",
         "\"The wall will shelter the old harbour and the families of our fishermen,\" said Ilka Torvane.",
         "quote_wording"},
        {"Ilka Torvane, head of the board, said: The wall will protect the old harbour and the families of fishermen.",
         "\"The wall will guard the old harbour and the families of fishermen,\" Torvane said.", "quote_wording"},
        {"Torvane said the goal was \"to silence critics of the harbour board, endanger the council, and steal "
         "plans.\"",
         "Torvane said it aimed \"to muzzle critics of the harbour board, threaten the council, and steal plans.\"",
         "quote_wording"},
        // The same words, fewer words, other spellings, other speakers, marked edits, indirect speech.
        {"\"The wall will protect the old harbour and our fishermen,\" said Torvane.",
         "Torvane said: \"The wall will protect the old harbour and our fishermen.\"", ""},
        {"\"The wall will protect the old harbour and the families of our fishermen,\" said Torvane.",
         "\"The wall will protect the old harbour,\" said Torvane.", ""},
        {"\"The wall will protect the old harbour and our fishermen,\" said Torvane.",
         "\"The wall will protect the harbour and our fishermen,\" said Torvane.", ""},
        {"\"We will organise the defence of the old harbour with our fishermen,\" said Torvane.",
         "\"We will organize the defense of the old harbor with our fishermen,\" said Torvane.", ""},
        {"\"The wall will protect the old harbour and the families of our fishermen,\" said Torvane.",
         "\"The wall will shelter the old harbour and the families of our fishermen,\" said Leppard.", "actor"},
        {"\"The wall will protect the old harbour and the families of our fishermen,\" said Torvane.",
         "\"The wall will [shelter] the old harbour and the families of our fishermen,\" said Torvane.", ""},
        {"\"The wall will protect the old harbour and the families of our fishermen,\" said Torvane.",
         "Torvane said the wall would shelter the old harbour and the families of our fishermen.", ""},
        {"\"We're gonna build the wall with 7 men from First Group,\" said Torvane.",
         "\"We're going to build the wall with seven men from FirstGroup,\" said Torvane.", ""},
        {"\"The wall is safe,\" said Torvane.", "\"The wall is sound,\" said Torvane.", ""},  // too short to tell
        {"\"The wall will protect the old harbour and our fishermen,\" said Torvane.",
         "\"The ferry will carry the new mayor and her guests,\" said Torvane.", ""},
    });
}

TEST_CASE("an assertion against its denial is a conflict of two statements, not of two values") {
    check_pairs({
        {"The harbour board accused Norvik of dumping oil in the bay.", "Norvik denied dumping oil in the bay.",
         "denial"},
        {"The harbour board accused Norvik of dumping oil in the bay.", "Norvik denied the allegations.", "denial"},
        {"The harbour board accused Norvik of dumping oil in the bay.", "Norvik dismissed the allegations as baseless.",
         "denial"},
        {"British officials accused China of hacking the port.",
         "The Chinese embassy in London denied the accusations.", "denial"},
        {"British officials accused China of hacking the port.", "Beijing has rejected the claims.", "denial"},
        {"British officials accused China of hacking the port.", "China has denied any involvement in the hacking.",
         "denial"},
        {"Torvane took money from Castellan, the report says.", "Torvane denied that she took money from Castellan.",
         "denial"},
        // Nobody denies what is asserted.
        {"The harbour board accused Norvik of dumping oil in the bay.", "Castellan denied the allegations.", ""},
        {"The harbour board accused Norvik of dumping oil in the bay.", "Norvik did not deny the allegations.", ""},
        {"The harbour board accused Norvik of dumping oil in the bay.", "The court denied Norvik bail.", ""},
        {"The harbour board accused Norvik of dumping oil in the bay.", "Norvik rejected a call to close the plant.",
         ""},
        {"Officials offered the woman more treatment.", "The woman refused more treatment.", ""},
        {"Norvik built a plant in Ostrava.", "Norvik denied the allegations.", ""},
        {"Torvane criticised Norvik for its prices.", "Norvik denied the allegations.", ""},
    });
}

TEST_CASE("a denial marks facts as disputed, other conflicts mark them as conflicting") {
    const auto texts = tests::story_of({{"The harbour board accused Norvik of dumping oil in the bay."},
                                        {"Norvik denied the allegations."},
                                        {"Anna Leppard, 41, found the oil."},
                                        {"Anna Leppard, 43, saw the ship."}});
    auto facts = each_claim_alone(*texts);
    REQUIRE(facts.size() == 4);
    mark_conflicts(find_conflicts(*texts, facts, tests::models().analyst()), facts);
    CHECK(facts[0].flags == std::vector{FactFlag::disputed});
    CHECK(facts[1].flags.empty());
    CHECK(facts[2].flags == std::vector{FactFlag::conflicting});
    CHECK(facts[3].flags == std::vector{FactFlag::conflicting});
    Conflict of_no_fact;
    of_no_fact.one.fact = 99;
    of_no_fact.other.fact = 98;
    mark_conflicts({of_no_fact}, facts);
}

TEST_CASE("the same conflict in several reports is one") {
    const std::string twelve = "The fire at the Ostrava mill killed 12 workers.";
    const std::string fourteen = "The fire at the Ostrava mill killed 14 workers.";
    const auto texts = tests::story_of({{twelve}, {fourteen}, {twelve}, {fourteen}, {fourteen}});
    Fact fact;
    for (std::uint32_t report = 0; report < texts->size(); ++report) {
        fact.mentions.push_back(mention_of(report, texts->report(report).claims.front()));
    }
    const auto conflicts = find_conflicts(*texts, {fact}, tests::models().analyst());
    REQUIRE(conflicts.size() == 1);
    CHECK(conflicts[0].with_one.size() + conflicts[0].with_other.size() == 3);
    CHECK(conflicts[0].explanation.find("report-") != std::string::npos);
}

TEST_CASE("hostile input is bounded and gives no conflict") {
    std::string quotes;
    for (int i = 0; i < 400; ++i) quotes += "\"a b c d e f g h i j k l m n\" said said: denied, 7 8 9, (((\n";
    const std::string letters(20'000, 'x');
    for (const std::string& text :
         {quotes, letters, std::string("\"\"\"\"\"\" : : :"), std::string("Denied denied deny.")}) {
        const auto texts = tests::story_of({{text}, {text}, {text + " 12"}});
        CHECK(find_conflicts(*texts, each_claim_alone(*texts), tests::models().analyst()).size() < 3);
    }
    const auto texts = tests::story_of({{"The mill burnt."}});
    CHECK(find_conflicts(*texts, {}, tests::models().analyst()).empty());
    Fact wrong;  // of a report and a sentence that there are not
    wrong.mentions.push_back(mention_of(7, {}));
    wrong.related.push_back({99, FactRelation::near});
    CHECK(find_conflicts(*texts, {wrong}, tests::models().analyst()).empty());
}
