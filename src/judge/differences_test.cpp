#include "judge/differences.hpp"

#include <algorithm>

#include "judge/judge.hpp"
#include "judge/test_compared.hpp"

using namespace axray;
using judge::compare;
using judge::Compared;
using judge::Difference;

namespace {

struct Row {
    const char* claim;
    const char* source;
    FlagKind kind;
    const char* claim_words;
    const char* source_words;
};

}  // namespace

TEST_CASE("what a register knows of two names goes before their words") {
    const trace::KnownNames known = {
        {"Violet Wyvern", 7}, {"Cobaltium", 7}, {"Vast Wyvern", 8}, {"GRP40", 8}, {"GRP31", 7}};
    const std::string claim = "The breach of the ministry was the work of Violet Wyvern.";
    CHECK(compare(claim, "The breach of the ministry was the work of Cobaltium.", known).differences.empty());
    const auto swapped = compare(claim, "The breach of the ministry was the work of Vast Wyvern.", known);
    REQUIRE(swapped.differences.size() == 1);
    CHECK(swapped.differences[0].kind == FlagKind::name_differs);
    CHECK(swapped.differences[0].certain);
    CHECK(swapped.claim_words(swapped.differences[0]) == "Violet Wyvern");
    CHECK(swapped.source_words(swapped.differences[0]) == "Vast Wyvern");
    CHECK(compare(claim, "The breach of the ministry was the work of Vast Wyvern.").differences.empty());
    const auto numbered =
        compare("GRP31 broke into the ministry in May.", "GRP40 broke into the ministry in May.", known);
    REQUIRE(numbered.differences.size() == 1);
    CHECK(numbered.differences[0].kind == FlagKind::name_differs);
}

TEST_CASE("differences show the kind and the words of both sides") {
    const Row rows[] = {
        {"The police charged 14 people after the raid.", "The police charged seven people after the raid.",
         FlagKind::number_differs, "14", "seven"},
        {"Prices of bread climbed 12% last year.", "Prices of bread climbed 8% last year.", FlagKind::number_differs,
         "12%", "8 %"},
        {"The bridge over the Orvel opened on 3 May 2019.", "The bridge over the Orvel opened on 4 May 2019.",
         FlagKind::date_differs, "3 May 2019", "4 May 2019"},
        {"The museum was founded in 1921 by a shipowner.", "The museum was founded in 1912 by a shipowner.",
         FlagKind::date_differs, "1921", "1912"},
        {"The regulator fined Norvik Marine over the spill.", "The regulator fined Halden Shipping over the spill.",
         FlagKind::name_differs, "Norvik Marine", "Halden Shipping"},
        {"The council approved the new tunnel.", "The council has not approved the new tunnel.", FlagKind::negated,
         "approved", "approved"},
        {"Exports of timber increased sharply in spring.", "Exports of timber decreased sharply in spring.",
         FlagKind::antonym, "increased", "decreased"},
        {"The attackers stole customer passwords.", "The attackers may have stolen customer passwords.",
         FlagKind::certainty_raised, "", "may"},
        {"The stolen files could be used for blackmail.", "The stolen files will be used for blackmail.",
         FlagKind::certainty_lowered, "could", "will"},
        {"The fire was started by a faulty heater.", "Investigators said the fire was started by a faulty heater.",
         FlagKind::attribution_dropped, "", "Investigators said"},
        {"\"We will rebuild the whole harbour within months,\" the mayor said.",
         "\"We will rebuild the whole harbour within years,\" the mayor said.", FlagKind::quote_altered,
         "We will rebuild the whole harbour within months,", "rebuild the whole harbour"},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.claim));
        const Compared compared = compare(row.claim, row.source);
        const auto found = std::find_if(compared.differences.begin(), compared.differences.end(),
                                        [&row](const Difference& one) { return one.kind == row.kind; });
        REQUIRE(found != compared.differences.end());
        CHECK(compared.claim_words(*found) == row.claim_words);
        CHECK(compared.source_words(*found).find(row.source_words) != std::string::npos);
    }
}

TEST_CASE("what agrees, is compatible or speaks of another thing is no difference") {
    const std::pair<const char*, const char*> rows[] = {
        {"The police charged seven people after the raid.", "The police charged 7 people after the raid."},
        {"About 100 homes were flooded.", "The river flooded 98 homes."},
        {"More than 10 ships waited outside the port.", "Outside the port 14 ships waited."},
        {"Millions of records were copied.", "2.3 million records were copied."},
        {"The bridge opened in May 2019.", "The bridge opened on 4 May 2019."},
        {"The bridge opened on May 4, 2019.", "The bridge opened on 2019-05-04."},
        {"APT 31 attacked the ministry.", "APT31 attacked the ministry."},
        {"The harbour authority closed the basin.", "The harbour authority closed the basin on Tuesday."},
        {"The council has not approved the tunnel.", "The council has not yet approved the tunnel."},
        {"Two ships sank in 2019 and one in 2021.", "Two ships sank in 2019 and one ship sank in 2021."},
        {"Investigators said the fire was started by a heater.",
         "The fire was started by a heater, investigators said."},
        {"The copied files held addresses of voters from 2014 to 2022.",
         "The addresses of voters were copied between August 2021 and October 2022."},
        {"The mayor called it \"a grave mistake\".", "It was \"a grave mistake\", the mayor said."},
    };
    for (const auto& [claim, source] : rows) {
        const std::string shown(claim);
        CAPTURE(shown);
        const Compared compared = compare(claim, source);
        for (const Difference& one : compared.differences) {
            const std::string found = std::string(to_string(one.kind)) + ": " + compared.claim_words(one) + " | " +
                                      compared.source_words(one);
            CHECK(found == "no difference");
        }
    }
}

TEST_CASE("quantities are compatible where one statement follows from the other or does not exclude it") {
    using language::Comparator;
    using language::Quantity;
    const auto quantity = [](double low, double high, Comparator comparator) {
        Quantity made;
        made.low = low;
        made.high = high;
        made.comparator = comparator;
        return made;
    };
    const auto exact = [&quantity](double value) { return quantity(value, value, Comparator::exactly); };
    CHECK(judge::compatible(exact(7), exact(7)));
    CHECK_FALSE(judge::compatible(exact(7), exact(8)));
    CHECK(judge::compatible(quantity(10, 10, Comparator::more_than), exact(14)));
    CHECK_FALSE(judge::compatible(quantity(10, 10, Comparator::more_than), exact(9)));
    CHECK(judge::compatible(quantity(100, 100, Comparator::about), exact(95)));
    CHECK_FALSE(judge::compatible(quantity(100, 100, Comparator::about), exact(80)));
    CHECK(judge::compatible(quantity(80, 90, Comparator::between), exact(85)));
    CHECK_FALSE(judge::compatible(quantity(80, 90, Comparator::between), exact(95)));
    CHECK(judge::compatible(exact(14), quantity(10, 10, Comparator::at_least)));
    CHECK_FALSE(judge::compatible(exact(9), quantity(10, 10, Comparator::at_least)));
    CHECK(judge::compatible(exact(9), quantity(10, 10, Comparator::at_most)));
}
