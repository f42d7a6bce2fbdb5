#include "language/dates/comparison.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "language/test_annotation.hpp"

namespace axray::language {
namespace {

Date first_date(const TestAnnotator& annotator, Workspace& workspace, const std::string& text) {
    const Setting setting{.layers = Layers::words, .published = {{2024, 5, 15}, -1}};
    const AnnotatedText annotated = annotator.annotator().annotate_text(text, workspace, setting);
    CAPTURE(text);
    REQUIRE(annotated.dates.size() == 1);
    return annotated.dates.front();
}

struct Case {
    std::string claim;
    std::string source;
    Comparison expected;
};

}  // namespace

TEST_CASE("says what one date says of another") {
    const TestAnnotator annotator;
    Workspace workspace;
    const std::vector<Case> cases = {
        {"It fell in March 2014.", "It fell in March 2014.", Comparison::same},
        {"It fell in March 2014.", "It fell on 5 March 2014.", Comparison::entailed},
        {"It fell on 5 March 2014.", "It fell in 2014.", Comparison::compatible},
        {"It fell on 5 March 2014.", "It fell on 6 March 2014.", Comparison::contradictory},
        {"It fell in the 1990s.", "It fell in 1994.", Comparison::entailed},
        {"It fell in the 20th century.", "It fell in the 1990s.", Comparison::entailed},
        {"It fell last week.", "It fell on 7 May 2024.", Comparison::entailed},
        {"It fell yesterday.", "It fell on 14 May 2024.", Comparison::same},
        {"It fell after 2010.", "It fell in 2014.", Comparison::entailed},
        {"It fell before 2010.", "It fell in 2014.", Comparison::contradictory},
        {"It was closed since 2010.", "It was closed since 2014.", Comparison::compatible},
        {"It lasted two years.", "It lasted 24 months.", Comparison::same},
        {"It lasted two years.", "It lasted three years.", Comparison::contradictory},
        {"It lasted two years.", "It fell in 2014.", Comparison::unrelated},
        {"It runs every Monday.", "It runs every Monday.", Comparison::same},
        {"It runs daily.", "It runs weekly.", Comparison::contradictory},
        {"It fell recently.", "It fell in 2014.", Comparison::unrelated},
        {"It began at 10 p.m. and ended.", "It began at 22:00 and ended.", Comparison::same},
        {"It began at 10 p.m. and ended.", "It began at 9 p.m. and ended.", Comparison::contradictory},
        {"It began at 10 p.m. and ended.", "It began in 2014 and ended.", Comparison::unrelated},
    };
    for (const Case& one : cases) {
        const std::string shown = one.claim + " / " + one.source;
        CAPTURE(shown);
        const Date claim = first_date(annotator, workspace, one.claim);
        const Date source = first_date(annotator, workspace, one.source);
        CHECK(static_cast<int>(compare(claim, source)) == static_cast<int>(one.expected));
        CHECK(static_cast<int>(compare(claim, claim)) == static_cast<int>(Comparison::same));
    }
}

TEST_CASE("compares dates that are not placed in time by what both name") {
    const auto date = [](int year, int month, int day, int weekday) {
        Date made;
        made.year = static_cast<std::int16_t>(year);
        made.month = static_cast<std::int8_t>(month);
        made.day = static_cast<std::int8_t>(day);
        made.weekday = static_cast<std::int8_t>(weekday);
        return made;
    };
    CHECK(compare(date(0, 3, 0, 0), date(0, 3, 5, 0)) == Comparison::entailed);
    CHECK(compare(date(0, 3, 5, 0), date(0, 3, 0, 0)) == Comparison::compatible);
    CHECK(compare(date(0, 3, 0, 0), date(0, 4, 0, 0)) == Comparison::contradictory);
    CHECK(compare(date(0, 3, 0, 0), date(0, 0, 0, 1)) == Comparison::unrelated);
    CHECK(compare(date(0, 0, 0, 1), date(0, 0, 0, 1)) == Comparison::same);
}

}  // namespace axray::language
