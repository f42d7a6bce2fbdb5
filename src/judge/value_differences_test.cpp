#include <string>

#include "judge/test_compared.hpp"

using namespace axray;
using judge::check;
using judge::Row;

TEST_CASE("a range bears out what lies within it and nothing outside") {
    const Row rows[] = {
        {"Between 80% and 90% of the voters backed the plan.", "85% of the voters backed the plan.", ""},
        {"Between 80% and 90% of the voters backed the plan.", "86 percent of the voters backed the plan.", ""},
        {"Between 80% and 90% of the voters backed the plan.", "89.4% of the voters backed the plan.", ""},
        {"Between 80% and 90% of the voters backed the plan.", "71% of the voters backed the plan.", "number_differs"},
        {"Between 80% and 90% of the voters backed the plan.", "95% of the voters backed the plan.", "number_differs"},
        {"The ferry carried more than 300 passengers.", "The ferry carried 312 passengers.", ""},
        {"The ferry carried more than 300 passengers.", "The ferry carried 280 passengers.", "number_differs"},
        {"The ferry carried fewer than 300 passengers.", "The ferry carried 280 passengers.", ""},
        {"The ferry carried at least 300 passengers.", "The ferry carried 300 passengers.", ""},
        {"The ferry carried up to 300 passengers.", "The ferry carried 340 passengers.", "number_differs"},
    };
    check(rows);
}

TEST_CASE("a number may be rounded, and only rounded") {
    const Row rows[] = {
        {"The port handled about 1.5 million containers.", "The port handled 1,483,211 containers.", ""},
        {"The port handled 1.5 million containers.", "The port handled 1,483,211 containers.", ""},
        {"The port handled about 1.5 million containers.", "The port handled 1,183,211 containers.", "number_differs"},
        {"The port handled about 100 ships.", "The port handled 98 ships.", ""},
        {"The port handled about 100 ships.", "The port handled 80 ships.", "number_differs"},
        {"The port handled 14 ships.", "The port handled 15 ships.", "number_differs"},
        {"Some 2,000 people marched to the harbour.", "1,950 people marched to the harbour.", ""},
    };
    check(rows);
}

TEST_CASE("parts make a sum, and shares are shares in words and in hundredths") {
    const Row rows[] = {
        {"Three people were arrested at the harbour.", "Two Chinese and one Briton were arrested at the harbour.", ""},
        {"The crew lost seven sailors in the storm.", "The crew lost four sailors and three cooks in the storm.", ""},
        {"More than half of the voters backed the plan.", "53% of the voters backed the plan.", ""},
        {"More than half of the voters backed the plan.", "47% of the voters backed the plan.", "number_differs"},
        {"A quarter of the voters backed the plan.", "25 percent of the voters backed the plan.", ""},
        {"Nearly a third of the voters backed the plan.", "32% of the voters backed the plan.", ""},
    };
    check(rows);
}

TEST_CASE("a name that the source keeps apart is another name, wherever else it stands") {
    const judge::Compared compared =
        judge::compare("Anna Berg opened the new harbour in spring.",
                       "Erik Holm opened the new harbour in spring.\nAnna Berg watched the ceremony from a boat.");
    REQUIRE(compared.differences.size() == 1);
    CHECK(compared.differences[0].kind == FlagKind::name_differs);
    CHECK(compared.differences[0].certain);
    CHECK(compared.source_words(compared.differences[0]) == "Erik Holm");
}

TEST_CASE("what only goes with a noun is not the name of who acts") {
    CHECK(judge::compare("Anna Berg has admitted the mistake.", "Norvik Marine's boss has admitted the mistake.")
              .kinds()
              .empty());
}
