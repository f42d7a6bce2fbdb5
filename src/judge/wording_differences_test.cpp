#include <string>

#include "judge/test_compared.hpp"

using namespace axray;
using judge::check;
using judge::Row;

TEST_CASE("roles are swapped where the same is done by the other one") {
    const Row rows[] = {
        {"Norvik Marine sued Halden Shipping.", "Halden Shipping sued Norvik Marine.", "role_swapped"},
        {"Norvik Marine was sued by Halden Shipping.", "Halden Shipping sued Norvik Marine.", ""},
        {"Norvik Marine sued Halden Shipping.", "Halden Shipping was sued by Norvik Marine.", ""},
        {"Norvik Marine was sued by Halden Shipping.", "Norvik Marine sued Halden Shipping.", "role_swapped"},
        {"Norvik Marine was sued by Halden Shipping.", "Halden Shipping was sued by Norvik Marine.", "role_swapped"},
        {"Norvik lost to Halden in the final.", "Halden lost to Norvik in the final.", "role_swapped"},
        {"The dog bit the postman.", "The postman bit the dog.", "role_swapped"},
        {"Anna Berg met Erik Holm in Oslo.", "Erik Holm met Anna Berg in Oslo.", ""},
        {"Norvik Marine sued Halden Shipping.", "Norvik Marine sued Halden Shipping after Halden Shipping sued it.",
         ""},
    };
    check(rows);
}

TEST_CASE("speakers differ where both are named and the words are the same") {
    const Row rows[] = {
        {"Anna Berg said the harbour would be closed for two years.",
         "Erik Holm said the harbour would be closed for two years.", "attribution_differs"},
        {"Berg said the harbour would be closed for two years.",
         "Anna Berg said the harbour would be closed for two years.", ""},
        {"The mayor said the harbour would be closed for two years.",
         "Erik Holm said the harbour would be closed for two years.", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.claim));
        const auto compared = judge::compare(row.claim, row.source);
        const bool found = compared.kinds().find("attribution_differs") != std::string::npos;
        CHECK(found == !std::string(row.kinds).empty());
    }
}

TEST_CASE("certainty is compared at the words beside the cue") {
    const Row rows[] = {
        {"The wreck will be the cause of the leak.", "The wreck could be the cause of the leak.", "certainty_raised"},
        {"The new ferry has larger engines.", "The new ferry may have larger engines.", "certainty_raised"},
        {"The stolen cargo was sold in Oslo.", "The stolen cargo was allegedly sold in Oslo.", "certainty_raised"},
        {"Prices of timber will fall in spring.", "Prices of timber are likely to fall in spring.", "certainty_raised"},
        {"The wreck could be the cause of the leak.", "The wreck is the cause of the leak.", "certainty_lowered"},
        {"The wreck could be the cause of the leak.", "The wreck could be the cause of the leak.", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.claim));
        const std::string kinds = judge::compare(row.claim, row.source).kinds();
        const std::string wanted = row.kinds;
        CHECK(
            (wanted.empty() ? kinds.find("certainty") == std::string::npos : kinds.find(wanted) != std::string::npos));
    }
}

TEST_CASE("a denial is found at nouns, and two denials agree") {
    const Row rows[] = {
        {"Norvik is a member of the league.", "Norvik is not a member of the league.", "negated"},
        {"The council did not approve the tunnel.", "The council failed to approve the tunnel.", ""},
        {"The ship refused to leave the harbour.", "The ship did not leave the harbour.", ""},
        {"The Orvel is not a Danish ship.", "The Orvel is a Dutch ship.", ""},
    };
    check(rows);
}
