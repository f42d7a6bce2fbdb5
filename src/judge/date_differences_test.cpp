#include <string>

#include "judge/test_compared.hpp"
#include "language/dates/moments.hpp"

using namespace axray;

namespace {

// A sentence that both sides tell, with a time of each. Days of publication are ISO 8601, with hours where they are
// known; empty where nothing is.
struct Times {
    const char* claim;
    const char* claim_published;
    const char* source;
    const char* source_published;
    const char* differences;
    int dates_missing;  // of the claim's words for the time, those that nothing bears out; -1 when it does not matter
};

language::ReferenceTime published(const char* written) { return {base::day_of(written), base::minute_of(written)}; }

judge::Compared compare(const Times& times, const std::string& beside = {}) {
    const std::string event = "The high court in Ostavar ordered the operator to close the dam ";
    const std::string first = times.claim;
    return judge::compare(event + first + ".", event + times.source + "." + beside, {},
                          {published(times.claim_published), published(times.source_published)});
}

int missing_dates(const judge::Compared& compared) {
    int missing = 0;
    const auto& words = compared.claim.words.words;
    const auto links = trace::best_links(compared.claim.trace, compared.claim.trace.evidence, words.size());
    for (std::size_t word = 0; word < words.size(); ++word) {
        const bool date = language::date_at(*compared.claim.words.text, words[word].token) != nullptr;
        missing += date && links[word].strength < trace::kBorneOut ? 1 : 0;
    }
    return missing;
}

void check(std::span<const Times> rows) {
    for (const Times& row : rows) {
        CAPTURE(std::string(row.claim));
        CAPTURE(std::string(row.claim_published));
        CAPTURE(std::string(row.source));
        CAPTURE(std::string(row.source_published));
        const judge::Compared compared = compare(row);
        CHECK(compared.kinds() == row.differences);
        if (row.dates_missing >= 0) CHECK(missing_dates(compared) == row.dates_missing);
    }
}

}  // namespace

TEST_CASE("one day is the same in all words for it") {
    const Times rows[] = {
        {"on 25 March 2024", "", "on Monday", "2024-03-26", "", 0},
        {"on Monday", "2024-03-26", "on 25 March 2024", "", "", 0},
        {"on Monday, 25 March 2024", "", "on Monday", "2024-03-26", "", 0},
        {"on 25 March 2024", "", "yesterday", "2024-03-26", "", 0},
        {"yesterday", "2024-03-26", "on 25 March 2024", "", "", 0},
        {"yesterday", "2024-03-26", "today", "2024-03-25", "", 0},
        {"on 25 March 2024", "", "on March 25", "2024-03-26", "", 0},
        {"on March 25", "2024-03-26", "on Monday", "2024-03-27", "", 0},
        {"on 25 March", "", "on Monday", "2024-03-27", "", 0},
        {"last week", "2024-04-02", "on 25 March 2024", "", "", 0},
        {"in March 2024", "", "last week", "2024-03-26", "", 0},
        {"on 31 December 2023", "", "on Sunday", "2024-01-02", "", 0},
        {"on 1 January 2024", "", "tomorrow", "2023-12-31", "", 0},
        {"on 30 December", "2024-01-02", "on 30 December 2023", "", "", 0},
        {"in December 2023", "", "last month", "2024-01-02", "", 0},
        {"by 31 March 2024", "", "on Monday", "2024-03-26", "", 0},
        {"since November 2023", "", "on Monday", "2024-03-26", "", 2},
    };
    check(rows);
}

TEST_CASE("another day differs however it is told") {
    const Times rows[] = {
        {"on 26 March 2024", "", "on Monday", "2024-03-26", "date_differs", -1},
        {"on Monday", "2024-03-26", "on 26 March 2024", "", "date_differs", -1},
        {"on 23 March 2024", "", "yesterday", "2024-03-26", "date_differs", -1},
        {"yesterday", "2024-03-26", "yesterday", "2024-03-28", "date_differs", -1},
        {"on Tuesday", "2024-03-27", "on Monday", "2024-03-26", "date_differs", -1},
        {"on 31 December 2024", "", "on Sunday", "2024-01-02", "date_differs", -1},
        {"on 25 March 2023", "", "on 25 March", "2024-03-26", "date_differs", -1},
        {"in 2022", "", "last year", "2024-03-26", "date_differs", -1},
        {"on Monday", "2024-03-26", "on Monday", "2024-05-21", "date_differs", -1},
    };
    check(rows);
}

TEST_CASE("without a day of publication a weekday excludes other weekdays, and other words nothing") {
    const Times rows[] = {
        {"on 25 March 2024", "", "on Monday", "", "", -1},
        {"on 26 March 2024", "", "on Monday", "", "date_differs", -1},
        {"on Monday", "", "on 26 March 2024", "", "date_differs", -1},
        {"on Monday", "", "on 25 March 2024", "", "", 0},
        {"on Monday", "", "on Monday", "", "", 0},
        {"on Monday", "", "on Tuesday", "", "date_differs", -1},
        {"on 26 March 2024", "", "yesterday", "", "", -1},
        {"yesterday", "", "on 26 March 2024", "", "", -1},
        {"yesterday", "", "yesterday", "", "", -1},
        {"on 26 March 2024", "", "late on Monday night", "", "", -1},
        {"in March", "", "on Monday", "", "", -1},
    };
    check(rows);
}

TEST_CASE("what can be the same day in some reading does not differ") {
    const Times rows[] = {
        {"on 26 March 2024", "", "today", "2024-03-25T23:10", "", -1},  // where it was written it was the 26th
        {"on 24 March 2024", "", "today", "2024-03-25T02:10", "", -1},
        {"on 18 March 2024", "", "last week", "2024-03-26", "", -1},
        {"on 17 March 2024", "", "last week", "2024-03-26", "", -1},  // where weeks begin on Sunday
        {"on 1 April 2024", "", "on Monday", "2024-03-26", "", -1},   // which Monday only a verb would tell
        {"on 22 March 2024", "", "three days ago", "2024-03-26", "", -1},
        {"since 26 March 2024", "", "on Monday", "2024-03-26", "", -1},
        {"in 2022", "", "on Monday", "2024-03-26", "", -1},
        {"on 26 March 2024", "", "by Monday", "2024-03-26", "", -1},
    };
    check(rows);
}

TEST_CASE("a date that stands alone in another sentence bears nothing out") {
    const Times told{"on 26 March 2024", "", "on Monday", "2024-03-26", "", -1};
    CHECK(compare(told, "\nPublished 26 March 2024.").kinds() == "date_differs");
    CHECK(compare(told, "\nThe court ordered the dam to be closed on 26 March 2024.").kinds().empty());
}

TEST_CASE("a weekday may belong to another date of its text") {
    const Times told{"on 13 March 2023", "", "on Monday", "2024-03-26", "", -1};
    CHECK(compare(told).kinds() == "date_differs");
    CHECK(compare(told, "\nThe gate had broken on 10 March 2023.").kinds().empty());
    const Times year{"on 25 March 2019", "", "on 25 March", "2024-03-26", "", -1};
    CHECK(compare(year).kinds() == "date_differs");
    CHECK(compare(year, "\nThe flood of 2019 was the worst.").kinds().empty());
}

TEST_CASE("the day of which nothing says which it is is no day") {
    const Times told{"on 26 March 2024", "", "in the course of the day", "2024-03-26", "", 3};
    check(std::span(&told, 1));
}

TEST_CASE("the day on which somebody said it is not the day on which it was done") {
    const auto differences = [](const char* claim, const char* source) {
        return judge::compare(claim, source, {}, {{}, published("2024-03-27")}).kinds();
    };
    CHECK(differences("The court closed the dam on 25 March 2024.", "The court closed the dam, it said on Tuesday.") ==
          "attribution_dropped");
    CHECK(differences("The court closed the dam on 25 March 2024.", "The court closed the dam on Tuesday.") ==
          "date_differs");
    CHECK(differences("The court closed the dam on 26 March 2024, it said.",
                      "The court closed the dam on Monday, it said on Tuesday.") == "date_differs");
    CHECK(differences("The court closed the dam on 26 March 2024.",
                      "The court closed the dam on Monday. It said no more.") == "date_differs");
    CHECK(differences("The court closed the dam on 25 March 2024, it said.",
                      "The court closed the dam on Monday, it said on Tuesday.")
              .empty());
}
