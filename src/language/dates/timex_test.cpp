#include "language/dates/timex.hpp"

#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "language/test_annotation.hpp"

namespace axray::language {
namespace {

using Cases = std::vector<std::pair<std::string, std::string>>;

// Wednesday; the values of a text, apart by blanks.
std::string values_of(const TestAnnotator& annotator, Workspace& workspace, const std::string& text,
                      ReferenceTime published) {
    const Setting setting{.layers = Layers::words, .published = published};
    std::string values;
    for (const Date& date : annotator.annotator().annotate_text(text, workspace, setting).dates) {
        if (!values.empty()) values += ' ';
        values += timex_value(date);
        if (date.opens_range) values += " to";
    }
    return values;
}

void check_all(const Cases& cases, ReferenceTime published) {
    const TestAnnotator annotator;
    Workspace workspace;
    for (const auto& [text, expected] : cases) {
        const auto& shown = text;
        CAPTURE(shown);
        CHECK(values_of(annotator, workspace, text, published) == expected);
    }
}

constexpr ReferenceTime kWednesday{{2024, 5, 15}, 14 * 60 + 30};

}  // namespace

TEST_CASE("times told by their distance from the day of publication") {
    check_all(
        {
            {"The dam broke yesterday.", "2024-05-14"},
            {"The dam broke last week.", "2024-W19"},
            {"The dam broke this month.", "2024-05"},
            {"The dam broke last year.", "2023"},
            {"The dam broke two years ago.", "2022"},
            {"The dam broke three weeks ago.", "2024-W17"},
            {"The dam broke on Monday.", "2024-05-13"},
            {"The dam will open on Monday.", "2024-05-20"},
            {"The villagers can return on Sunday.", "2024-05-19"},
            {"He said that nobody can have seen it on Sunday.", "2024-05-12"},
            {"The dam broke last Friday.", "2024-05-10"},
            {"The dam will open next Friday.", "2024-05-24"},
            {"The dam broke in March.", "2024-03"},
            {"The dam broke in November.", "2023-11"},
            {"The dam will open in March.", "2025-03"},
            {"The dam broke last night.", "2024-05-14TNI"},
            {"The dam broke in the third quarter.", "2023-Q3"},
            {"The dam broke the day before yesterday.", "2024-05-13"},
            {"The dam broke in June last year.", "2023-06"},
            {"The dam broke on June 12 last year.", "2023-06-12"},
            {"The dam broke on 3 March this year.", "2024-03-03"},
            {"The dam broke early last week.", "2024-W19"},
            {"The dam broke on the first Monday of May.", "2024-05-06"},
            {"The dam broke last Christmas.", "2023-12-25"},
            {"The dam broke at 10 p.m. on Monday.", "2024-05-13T22:00"},
            {"The dam will open within three days.", "P3D"},
        },
        kWednesday);
}

TEST_CASE("the story gives the time that the next one is reckoned from") {
    check_all(
        {
            {"He died on 5 March 2010. The following day his son left.", "2010-03-05 2010-03-06"},
            {"He died in 2010. Two years earlier his son had left.", "2010 2008"},
            {"He died in 2010. He had left the previous year.", "2010 2009"},
        },
        kWednesday);
}

TEST_CASE("lengths, sets and times without a place in the calendar") {
    check_all(
        {
            {"It lasted three days.", "P3D"},
            {"It lasted two and a half hours.", "PT2.5H"},
            {"It lasted a year and two months.", "P1Y2M"},
            {"It was a 14-day trip.", "P14D"},
            {"It lasted for decades.", "PXDE"},
            {"It rains every Monday.", "XXXX-WXX-1"},
            {"It rains every other week.", "P2W"},
            {"They meet twice a week.", "P1W"},
            {"The paper comes out weekly.", "P1W"},
            {"A quarterly dividend was paid.", ""},
            {"It is raining now.", "PRESENT_REF"},
            {"It rained recently.", "PAST_REF"},
            {"Nobody knows the future.", "FUTURE_REF"},
            {"A 12-year-old boy fell.", ""},
        },
        kWednesday);
}

TEST_CASE("stretches have a beginning and an end") {
    check_all(
        {
            {"It ran from 13 to 15 July 2020.", "2020-07-13 to 2020-07-15"},
            {"It ran from 2014 to 2018.", "2014 to 2018"},
            {"It is open from 3:30 to 4:30 pm.", "2024-05-15T15:30 to 2024-05-15T16:30"},
            {"It ran 10 August - 12 September 2013.", "2013-08-10 to 2013-09-12"},
        },
        kWednesday);
}

TEST_CASE("without a day of publication dates keep what is open in them") {
    check_all(
        {
            {"It broke on Monday.", "XXXX-WXX-1"},
            {"It broke in March.", "XXXX-03"},
            {"It broke on 5 March.", "XXXX-03-05"},
            {"It broke in March 2014.", "2014-03"},
            {"It broke at 10 p.m. and flooded the town.", "XXXX-XX-XXT22:00"},
            {"It broke in summer.", "XXXX-SU"},
        },
        {});
}

TEST_CASE("what is no time is none") {
    check_all(
        {
            {"He may leave.", ""},
            {"They march 25 miles.", ""},
            {"Mrs May met April Jones.", ""},
            {"Version 2.0.14 is out.", ""},
            {"They won 3-2.", ""},
            {"Spain won 10-12.", ""},
            {"Prices fall when rates rise.", ""},
            {"He was second in the race.", ""},
            {"It costs $2014.", ""},
            {"It was 31 February 2024.", ""},
            {"It was 2024-13-45.", ""},
            {"It was 2024-02-30.", ""},
            {"It was 32/01/2024.", ""},
            {"It was the year 0.", ""},
            {"It was the year 99999.", ""},
            {"The number 10000000000000000000000 is long.", ""},
            {"It was last last last last.", ""},
        },
        kWednesday);
}

TEST_CASE("counts that no calendar holds give no moment") {
    const TestAnnotator annotator;
    Workspace workspace;
    for (const char* text : {"It broke 999999999 years ago.", "It broke 999999999 seconds ago.",
                             "It broke 999999 centuries before 1990.", "It will break in 900000000 weeks."}) {
        CAPTURE(text);
        const Setting setting{.layers = Layers::words, .published = kWednesday};
        for (const Date& date : annotator.annotator().annotate_text(text, workspace, setting).dates) {
            CHECK((!date.moment.known() || (date.moment.year >= 1 && date.moment.year <= 9999)));
        }
    }
}

TEST_CASE("long text is read in one pass") {
    const TestAnnotator annotator;
    Workspace workspace;
    const Setting setting{.layers = Layers::words, .published = kWednesday};
    for (const std::string part :
         {"last ", "the first day of ", "two days before ", "the end of ", "10-", "12:", "March "}) {
        std::string text;
        while (text.size() < 300000) text += part;
        const AnnotatedText annotated = annotator.annotator().annotate_text(text, workspace, setting);
        CHECK(annotated.dates.size() < text.size() / 4);
    }
}

}  // namespace axray::language
