#include "story/timeline/publication_days.hpp"

#include <doctest/doctest.h>

#include "story/test_story.hpp"

using namespace axray;
using namespace axray::story;

namespace {

std::string shown(const PublicationDay& one) {
    if (!one.time.known()) return one.reason.empty() ? "-" : "- doubted";
    const auto part = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return std::to_string(one.time.day.year) + '-' + part(one.time.day.month) + '-' + part(one.time.day.day) +
           (one.inferred ? " inferred" : "");
}

std::string days_of(const std::vector<tests::TestReport>& reports, base::Day today) {
    std::vector<std::shared_ptr<const Document>> documents;
    for (std::size_t i = 0; i < reports.size(); ++i) documents.push_back(tests::read_document(reports[i], i));
    auto& models = tests::models();
    std::string days;
    for (const auto& one : publication_days(documents, models.annotator, models.annotating, today)) {
        CHECK((one.reason.empty() || one.reason.back() == '.'));
        CHECK((!one.inferred || !one.reason.empty()));
        days += (days.empty() ? "" : "; ") + shown(one);
    }
    return days;
}

}  // namespace

TEST_CASE("a report without a day gets the one that its words and the other reports determine") {
    struct Row {
        std::string undated;
        std::vector<std::string> others;  // days of dated reports; 27 March 2024 is a Wednesday
        std::string expected;
    };
    const Row rows[] = {
        {"Yesterday, Monday, the council closed the bridge at Port Ellery.", {"2024-03-27"}, "2024-03-26 inferred"},
        {"The council closed the bridge on Monday, yesterday.", {"2024-03-27"}, "2024-03-26 inferred"},
        {"Today (Thursday) the council closed the bridge.", {"2024-03-27"}, "2024-03-28 inferred"},
        {"Tomorrow, Saturday, the council will close the bridge.", {"2024-03-27"}, "2024-03-29 inferred"},
        {"Last night, Tuesday, the council closed the bridge.", {"2024-03-26", "2024-03-27"}, "2024-03-27 inferred"},
        {"Today, March 26, the council closed the bridge.", {"2024-03-27"}, "2024-03-26 inferred"},
        {"PORT ELLERY, March 26 (Agency) - The council closed the bridge.", {"2024-03-27"}, "2024-03-26 inferred"},
        // Nothing that determines it.
        {"On Monday the council closed the bridge.", {"2024-03-27"}, "-"},
        {"Yesterday the council closed the bridge.", {"2024-03-27"}, "-"},
        {"Yesterday, Monday, the council closed the bridge.", {}, "-"},
        {"Yesterday, Monday, the council closed the bridge.", {"2024-03-26", "2024-04-02"}, "-"},
        {"Yesterday, Monday, it closed. Yesterday, Friday, it opened.", {"2024-03-27"}, "-"},
        {"Every Monday, as yesterday, the council closes the bridge.", {"2024-03-27"}, "-"},
        {"Today, June 2, the council closed the bridge.", {"2024-03-27"}, "-"},
        {"Hm.", {"2024-03-27"}, "-"},
        {"\xFF\xFE yesterday, , Monday (((", {"2024-03-27"}, "-"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.undated);
        std::vector<tests::TestReport> reports{{row.undated}};
        std::string expected = row.expected;
        for (const std::string& day : row.others) {
            reports.push_back({"The bridge at Port Ellery was closed by the council.", day});
            expected += "; " + day;
        }
        CHECK(days_of(reports, {2026, 1, 1}) == expected);
    }
}

TEST_CASE("days that cannot be right are not believed") {
    const std::string text = "The council closed the bridge at Port Ellery.";
    struct Row {
        std::vector<std::string> published;
        std::string expected;
    };
    const Row rows[] = {
        {{"2024-03-27", "2031-01-01"}, "2024-03-27; - doubted"},
        {{"2026-01-02", "2026-01-01"}, "2026-01-02; 2026-01-01"},  // it may be tomorrow elsewhere
        {{"0001-01-01", "2024-03-27"}, "-; 2024-03-27"},           // the calendar of dates begins later
        {{"1800-01-01", "2024-03-27"}, "- doubted; 2024-03-27"},
        {{"2001-01-01", "2024-03-27", "2024-03-28"}, "- doubted; 2024-03-27; 2024-03-28"},
        {{"2001-01-01", "2024-03-27"}, "2001-01-01; 2024-03-27"},  // which of two is wrong cannot be told
        {{"2023-01-01", "2024-03-27", "2024-03-28"}, "2023-01-01; 2024-03-27; 2024-03-28"},
        {{"yesterday", "2024-03-27"}, "-; 2024-03-27"},
    };
    for (const Row& row : rows) {
        std::vector<tests::TestReport> reports;
        for (const auto& day : row.published) reports.push_back({text, day});
        CHECK(days_of(reports, {2026, 1, 1}) == row.expected);
    }
    CHECK(days_of({{text, "2031-01-01"}}, {}) == "2031-01-01");
    CHECK(days_of({{"Yesterday, Monday, it closed.", "2031-01-01"}, {text, "2024-03-27"}}, {2026, 1, 1}) ==
          "2024-03-26 inferred; 2024-03-27");
}
