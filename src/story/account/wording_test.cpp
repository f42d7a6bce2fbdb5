// Which sentences of a report the account takes as they stand, and what it is told to be about.
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "story/account/test_account.hpp"

namespace axray::story {
namespace {

using tests::TestReport;

Account account_of(const std::vector<TestReport>& reports) { return tests::AccountCase(reports).write(); }

std::string details_of(const Account& account) {
    std::string text;
    for (const auto& paragraph : account.details) {
        for (const auto& sentence : paragraph.sentences) text += sentence.text + "\n";
    }
    return text;
}

struct WordingCase {
    std::string name;
    std::string text;  // of one report
    std::string told;  // the last sentence of it that is told, or one that must not be
    bool is_told = true;
};

TEST_CASE("a sentence is taken when a reader of the account knows what its pronouns mean") {
    for (const auto& one : std::vector<WordingCase>{
             {"two people in the opening",
              "Ilka Torvane told Tomas Lind in 2021 that he had saved the pier of Port Lane.",
              "Ilka Torvane told Tomas Lind in 2021 that he had saved the pier of Port Lane."},
             {"two people later",
              "The pier of Port Lane fell in 2021. Ilka Torvane told Tomas Lind in 2022 that he had saved the crane.",
              "Ilka Torvane told Tomas Lind in 2022 that he had saved the crane."},
             {"nobody before the pronoun",
              "Ilka Torvane met Tomas Lind in Port Lane in 2021. He sold the harbour mill in May 2022.", "harbour mill",
              false},
             {"a place before there", "The board of Port Lane bought a mill beside the river and built a school there.",
              "The board of Port Lane bought a mill beside the river and built a school there."},
             {"no place before there", "The pier of Port Lane fell in 2021. The board built a school there in 2022.",
              "built a school", false},
             {"those with a description",
              "The board of Port Lane fined the owner in 2021. The harbour of Port Lane is closed for those owning a "
              "boat of 14 metres.",
              "those owning a boat"},
             {"a label before the words",
              "The pier of Port Lane fell in 2021. Photos: The harbour of Port Lane burns "
              "in 2022.",
              "burns in 2022", false},
         }) {
        CAPTURE(one.name);
        const auto details = details_of(account_of({{one.text + "\n", "2024-03-26"}}));
        CAPTURE(details);
        CHECK((details.find(one.told) != std::string::npos) == one.is_told);
    }
}

TEST_CASE("a weekday that holds the sentence together stays where all reports are of one week") {
    const std::string text = "The announcement Monday by the board of Port Lane was met with a mixed reception.\n";
    const auto told = [&](const std::string& other_day) {
        return details_of(account_of({{text, "2024-03-26"}, {"The pier of Port Lane fell in 2021.\n", other_day}}));
    };
    CHECK(told("2024-03-28").find("announcement Monday") != std::string::npos);
    CHECK(told("2024-04-28").find("Monday") == std::string::npos);
    CHECK(told("").find("Monday") == std::string::npos);
}

TEST_CASE("a month gets no year that no report writes") {
    const auto details = details_of(account_of({{"The board of Port Lane voted on the pier in May.\n", "2024-09-26"}}));
    CHECK(details == "The board of Port Lane voted on the pier in May.\n");
}

TEST_CASE("headline and summary tell what the reports put first, in its latest state") {
    const std::vector<TestReport> reports = {
        {"Fisherman of Port Lane is missing\n\nA fisherman of Port Lane has been missing since the storm, the coast "
         "guard said. The boat was built in 1990 and was painted blue. The harbour of Port Lane has 40 boats.\n",
         "2024-03-20"},
        {"Missing fisherman of Port Lane found dead\n\nThe missing fisherman of Port Lane was found dead on the beach "
         "of Holm, the coast guard said. The harbour of Port Lane has 40 boats.\n",
         "2024-03-24"},
        {"Fisherman found dead on beach\n\nA fisherman of Port Lane was found dead on the beach of Holm, police said. "
         "The boat was built in 1990 and was painted blue.\n",
         "2024-03-24"}};
    tests::AccountCase story(reports);
    for (auto& fact : story.facts()) fact.centrality = 0.5;
    const auto account = story.write();
    CAPTURE(account.headline.text);
    CHECK(account.headline.text.find("dead") != std::string::npos);
    CHECK(account.summary.text.find("dead") != std::string::npos);
    REQUIRE_FALSE(account.at_a_glance.empty());
}

TEST_CASE("a summary begins with the event, not with what came before it") {
    tests::AccountCase story(
        {{"Before the harbour board closed the north pier of Port Lane, reports had told of cracks in the pier.\n",
          "2024-03-26"},
         {"The harbour board closed the north pier of Port Lane after reports of cracks in the pier.\n",
          "2024-03-26"}});
    for (auto& fact : story.facts()) fact.centrality = 0.5;
    CHECK(story.write().summary.text ==
          "The harbour board closed the north pier of Port Lane after reports of cracks in the pier.");
}

TEST_CASE("a correction is no summary, though it came last") {
    const tests::AccountCase story(
        {{"The harbour board closed the north pier of Port Lane.\n", "2024-03-20"},
         {"We wrongly reported that the harbour board of Port Lane closed the south pier. The "
          "paper wrongly said that the board closed the south pier of Port Lane.\n",
          "2024-03-26"}});
    std::vector<Correction> corrections(1);
    corrections[0].later.fact = static_cast<std::uint32_t>(story.facts().size()) - 1;
    const auto account =
        write_account(story.texts(), {story.facts(), {}, {}, Origins(), &corrections}, tests::models().analyst());
    CHECK(account.summary.text == "The harbour board closed the north pier of Port Lane.");
}

TEST_CASE("what is beside the story is not told") {
    const std::string pier = "The north pier of Port Lane fell into the harbour in 2021, the harbour board said. ";
    for (const auto& line : std::vector<std::string>{
             "Mayor Ilka Torvane walks to the harbour of Port Lane on Monday, March 25, 2024.",
             "In this 2023 file photo, the north pier of Port Lane stands in the harbour.",
             "Ilka Torvane is a staff writer for the harbour pages.",
             "Tomas Lind contributed to this report on Port Lane.",
             "The Gazette's Ilka Torvane discusses the pier of Port Lane.",
             "Piers of the north show the way The north pier was built by the harbour board in 1970.",
             "(The north pier of Port Lane was built in 1970.)",
             "It'll be the last pier of Port Lane,' wrote another reader of the harbour pages.",
             "Watch: The north pier of Port Lane falls into the harbour.",
         }) {
        CAPTURE(line);
        CHECK(details_of(account_of({{pier + line + "\n", "2024-03-26"}})) ==
              "The north pier of Port Lane fell into the harbour in 2021, the harbour board said.\n");
    }
}

TEST_CASE("whoever is quoted has a name") {
    const auto told = [](const std::string& speaker) {
        return details_of(account_of({{"The north pier of Port Lane fell into the harbour in 2021. " + speaker +
                                           " said: \"The pier was safe. The board looked at the north pier every "
                                           "year.\"\n",
                                       "2024-03-26"}}));
    };
    CHECK(told("Mayor Ilka Torvane").find("said: \"The board looked") != std::string::npos);
    CHECK(told("The posts").find("said: \"The board looked") == std::string::npos);
}

TEST_CASE("a title that ran into the text is cut off") {
    const std::vector<TestReport> reports = {
        {"Pier closed after fire in Port Lane\n\nPier closed after fire in Port Lane The harbour "
         "board closed the pier in 2021.\n",
         "2024-03-26"}};
    const tests::AccountCase story(reports);
    CAPTURE(story.texts().report(0).document->metadata.title.value);
    CHECK(details_of(story.write()).find("Lane The harbour") == std::string::npos);
}

TEST_CASE("how things stood before later reports is told no more") {
    const std::string early = "Divers are searching the harbour of Port Lane for a fisherman, the coast guard said.\n";
    const std::string late = "A fisherman was found dead in the harbour of Port Lane, the coast guard said.\n";
    const auto both = account_of({{early, "2024-03-20"}, {late, "2024-03-24"}});
    CHECK(details_of(both).find("searching") == std::string::npos);
    REQUIRE(both.left_out.size() == 1);
    CHECK(both.left_out[0].reason == LeftOutReason::overtaken);
    CHECK(details_of(account_of({{early, "2024-03-24"}, {late, "2024-03-24"}})).find("searching") != std::string::npos);
    CHECK(details_of(account_of({{early, ""}, {late, ""}})).find("searching") != std::string::npos);
}

TEST_CASE("of a fact that later reports have with another number the last one is told") {
    tests::AccountCase story({{"The fire on the ferry killed three people, police said.\n", "2024-03-18"},
                              {"Three people died in the fire on the ferry, police said.\n", "2024-03-18"},
                              {"The fire on the ferry killed seven people, police said.\n", "2024-03-20"}});
    auto& facts = story.facts();
    REQUIRE(facts.size() == 3);
    const double deaths[] = {3, 3, 7};
    for (std::uint32_t fact = 0; fact < 3; ++fact) {
        QuantityAnnotation number;
        number.low = number.high = deaths[fact];
        facts[fact].mentions[0].numbers = {number};
    }
    for (std::uint32_t fact : {1U, 2U}) facts[0].mentions.push_back(facts[fact].mentions[0]);
    facts[0].reports = {0, 1, 2};
    facts.resize(1);
    CHECK(details_of(story.write()) == "The fire on the ferry killed seven people, police said.\n");
}

TEST_CASE("what follows from a sentence that is told is not told again") {
    const auto details = details_of(account_of(
        {{"The harbour board fined the owner of the north pier 40,000 euros in 2021, a court in Port Lane said.\n",
          "2024-03-26"},
         {"The owner of the north pier was fined by the harbour board, a court said.\n", "2024-03-26"}}));
    CHECK(details.find("40,000 euros") != std::string::npos);
    CHECK(details.find("was fined") == std::string::npos);
}

}  // namespace
}  // namespace axray::story
