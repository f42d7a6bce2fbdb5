#include "story/account/certain_days.hpp"

#include <string>
#include <vector>

#include "story/account/test_account.hpp"

using namespace axray;
using namespace axray::story;

namespace {

struct Dated {
    std::string sentence;
    std::string published;  // of its report
    std::string day;        // "2024-03-25" where its last date is certain; empty where it is not
};

std::string certain_day(const ReportText& report) {
    REQUIRE_FALSE(report.closely.dates.empty());
    const auto& date = report.closely.dates.back();
    if (!is_certain_day(report, date)) return {};
    return base::written_day({date.moment.year, date.moment.month, date.moment.day});
}

}  // namespace

TEST_CASE("a day is certain where the report tells its own and a verb says on which side of it") {
    for (const Dated& one : std::vector<Dated>{
             {"The board closed the pier on Monday.", "2024-03-26", "2024-03-25"},
             {"The pier was closed on Monday, the board said.", "2024-03-26", "2024-03-25"},
             {"The board closed the pier yesterday.", "2024-03-26", "2024-03-25"},
             {"The board will close the pier on Monday.", "2024-03-26", "2024-04-01"},
             {"The board closed the pier on Sunday.", "2024-01-02", "2023-12-31"},
             {"The board closed the pier on 28 December.", "2024-01-02", "2023-12-28"},
             {"The board closed the pier on Monday.", "", ""},
             {"The board closed the pier on 3 October.", "2024-03-26", ""},  // of which year
             {"The board closed the pier three weeks ago.", "2024-03-26", ""},
             {"The board closed the pier the following day.", "2024-03-26", ""},
             {"The board may close the pier on Monday.", "2024-03-26", ""},
             {"The board announced a meeting for Monday.", "2024-03-26", ""},
             {"The board closed the pier yesterday.", "2024-03-26T23:30", ""},  // it was the next day elsewhere
             {"The pier burned on 2 February. The board closed the pier on Monday.", "2024-03-26", ""},
         }) {
        CAPTURE(one.sentence);
        CAPTURE(one.published);
        CHECK(certain_day(tests::models().read(tests::read_document({one.sentence + "\n", one.published}, 0))) ==
              one.day);
    }
}

TEST_CASE("a day of publication that others tell makes nothing certain") {
    auto report =
        tests::models().read(tests::read_document({"The board closed the pier on Monday.\n", "2024-03-26"}, 0));
    CHECK(certain_day(report) == "2024-03-25");
    report.published_inferred = true;
    CHECK(certain_day(report).empty());
}

TEST_CASE("an account writes the day that relative words mean") {
    struct Told {
        std::string sentence;
        std::string told;
    };
    for (const Told& one : std::vector<Told>{
             {"The crane of Port Lane fell into the harbour on Monday.",
              "The crane of Port Lane fell into the harbour on 25 March 2024."},
             {"The crane of Port Lane fell into the harbour yesterday.",
              "The crane of Port Lane fell into the harbour on 25 March 2024."},
             {"The crane of Port Lane fell into the harbour on Monday morning.",
              "The crane of Port Lane fell into the harbour on the morning of 25 March 2024."},
             {"The crane of Port Lane fell into the harbour at 4 p.m. on Monday.",
              "The crane of Port Lane fell into the harbour at 4 p.m. on 25 March 2024."},
         }) {
        CAPTURE(one.sentence);
        const tests::AccountCase story({{one.sentence + "\n", "2024-03-26"}});
        const auto account = story.write();
        REQUIRE(account.details.size() == 1);
        REQUIRE(account.details[0].sentences.size() == 1);
        CHECK(account.details[0].sentences[0].text == one.told);
        CHECK(story.check(one.told).supported);
    }
}
