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

}  // namespace
}  // namespace axray::story
