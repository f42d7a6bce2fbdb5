// Reports that nobody should send: a story comes of them, or a clear word, and nothing grows without bound.
#include <algorithm>
#include <chrono>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include <axray/engine.hpp>

#include "engine/sound_story.hpp"
#include "engine/test_engine.hpp"

namespace axray {
namespace {

using tests::engine;

const char* const kHarbour =
    "The harbour office closed the northern pier on Monday after a crane fell into the water. Four workers were hurt, "
    "the office said. \"We closed the pier because nobody could say whether it would stand,\" said Ilka Torvane, who "
    "leads the office. The pier will stay closed until May 12.";
const char* const kHarbourAgain =
    "Four people were injured when a crane crashed into the harbour basin. The northern pier was shut on Monday. It "
    "will be closed until 12 May, according to the harbour office. A union said that the crane had been repaired twice "
    "this year.";
const char* const kElection =
    "Voters in Orle chose a new council on Sunday. The fishers' party won 14 of the 31 seats, six more than four years "
    "ago. Turnout was 61 percent. The mayor, Marit Hollen, keeps her office.";
const char* const kGerman =
    "Die Hafenbeh\u00f6rde hat am Montag den n\u00f6rdlichen Kai gesperrt, nachdem ein Kran ins Wasser gest\u00fcrzt "
    "war. Vier Arbeiter wurden dabei verletzt, teilte die Beh\u00f6rde mit. Der Kai bleibt bis zum 12. Mai gesperrt.";

using Reports = std::vector<std::shared_ptr<const Document>>;

std::shared_ptr<const Document> report_of(const std::string& text, const std::string& id,
                                          const std::string& day = "2024-05-06") {
    auto document = tests::read(text, id);
    document.metadata.published.value = day;
    return std::make_shared<const Document>(std::move(document));
}

// A document whose text is taken as it is, for what a reader would not let through.
std::shared_ptr<const Document> bare(const std::string& text, const std::string& id) {
    Document document;
    document.id = id;
    document.text = text;
    Block block;
    block.span = {0, static_cast<std::uint32_t>(text.size())};
    if (!text.empty()) document.blocks.push_back(block);
    return std::make_shared<const Document>(std::move(document));
}

StoryReport story_of(const Reports& reports, const StoryOptions& options = {}) {
    auto story = engine().story(reports, options);
    REQUIRE(story);
    engine::require_sound(*story, [](bool holds, const char* what) { REQUIRE_MESSAGE(holds, what); });
    return *std::move(story);
}

bool speaks_of(const std::vector<std::string>& notes, const std::string& words) {
    return std::any_of(notes.begin(), notes.end(),
                       [&](const std::string& note) { return note.find(words) != std::string::npos; });
}

bool has_flag(const Fact& fact, FactFlag flag) {
    return std::find(fact.flags.begin(), fact.flags.end(), flag) != fact.flags.end();
}

// Everything that a reader of the account sees.
std::string account_text(const Account& account) {
    std::string text = account.headline.text + "\n" + account.summary.text + "\n";
    for (const AccountSentence& sentence : account.at_a_glance) text += sentence.text + "\n";
    for (const AccountParagraph& paragraph : account.details) {
        for (const AccountSentence& sentence : paragraph.sentences) text += sentence.text + "\n";
    }
    return text;
}

TEST_CASE("a story of one report has its facts, one origin each and no conflict") {
    const auto story = story_of({report_of(kHarbour, "one")});
    CHECK(story.reports.size() == 1);
    CHECK(story.left_out.empty());
    CHECK(story.facts.size() >= 3);
    CHECK(story.conflicts.empty());
    for (const Fact& fact : story.facts) {
        CHECK(fact.independent_origins == 1);
        CHECK(has_flag(fact, FactFlag::single_report));
        CHECK_FALSE(has_flag(fact, FactFlag::single_origin));
    }
}

TEST_CASE("the same report fifty times is fifty reports with one origin") {
    Reports reports;
    for (int number = 0; number < 50; ++number)
        reports.push_back(report_of(kHarbour, "copy-" + std::to_string(number)));
    const auto story = story_of(reports);
    CHECK(story.reports.size() == 50);
    CHECK(story.conflicts.empty());
    CHECK(std::count(story.origins.groups.begin(), story.origins.groups.end(), story.origins.groups.front()) == 50);
    const auto alone = story_of({report_of(kHarbour, "copy-0")});
    CHECK(story.facts.size() == alone.facts.size());
    for (const Fact& fact : story.facts) {
        CHECK(fact.independent_origins == 1);
        CHECK(fact.reports.size() == 50);
        CHECK(has_flag(fact, FactFlag::single_origin));
        CHECK_FALSE(has_flag(fact, FactFlag::single_report));
    }
    CHECK(account_text(story.account) == account_text(alone.account));
}

TEST_CASE("more reports than the limit are left out and named") {
    Reports reports;
    for (int number = 0; number < 8; ++number) reports.push_back(report_of(kHarbour, "copy-" + std::to_string(number)));
    reports.push_back(report_of(kHarbourAgain, "other"));
    StoryOptions options;
    options.report_limit = 5;
    const auto story = story_of(reports, options);
    CHECK(story.reports.size() == 5);
    CHECK(story.left_out.size() == 4);
    // What says something new is kept before the eighth copy.
    CHECK(std::any_of(story.reports.begin(), story.reports.end(), [](const auto& one) { return one->id == "other"; }));
}

TEST_CASE("reports in other languages and without words are left out, with the reason") {
    const auto story =
        story_of({report_of(kHarbour, "english"), report_of(kGerman, "german"), bare("", "empty"),
                  bare(" \n\t ", "blank"), bare("--- *** --- !!!", "signs"), report_of(kHarbourAgain, "again")});
    CHECK(story.reports.size() == 2);
    REQUIRE(story.left_out.size() == 4);
    CHECK(story.left_out[0].id == "german");
    CHECK(story.left_out[0].reason.find("German") != std::string::npos);
    for (std::size_t number = 1; number < story.left_out.size(); ++number) {
        CHECK_FALSE(story.left_out[number].reason.empty());
    }
}

TEST_CASE("a report without a statement is no origin of its own") {
    const auto story = story_of({report_of(kHarbour, "harbour"), bare("{\"a\":1}", "table"), bare("Oslo", "name")});
    CHECK(story.reports.size() == 1);
    REQUIRE(story.left_out.size() == 2);
    CHECK(story.left_out[0].reason.find("no statement") != std::string::npos);
}

TEST_CASE("reports that are all left out, or none at all, give a story without facts") {
    for (const Reports& reports : std::vector<Reports>{{}, {bare("", "empty")}, {report_of(kGerman, "german")}}) {
        const auto story = story_of(reports);
        CHECK(story.reports.empty());
        CHECK(story.facts.empty());
        CHECK(story.account.headline.text.empty());
        CHECK(story.left_out.size() == reports.size());
    }
}

TEST_CASE("reports of two events in one story share no fact and do not conflict") {
    const auto story = story_of({report_of(kHarbour, "harbour"), report_of(kElection, "election")});
    CHECK(story.conflicts.empty());
    for (const Fact& fact : story.facts) CHECK(fact.reports.size() == 1);
}

TEST_CASE("a day of publication that lies in the future is not believed") {
    StoryOptions options;
    options.today = "2024-05-08";
    const auto story =
        story_of({report_of(kHarbour, "now"), report_of(kHarbourAgain, "future", "2099-01-01")}, options);
    CHECK(story.published[0] == "2024-05-06");
    CHECK(story.published[1] != "2099-01-01");
    CHECK(speaks_of(story.notes, "future"));
    for (const TimelineEntry& entry : story.timeline) CHECK(entry.begin < "2098");
}

TEST_CASE("reports without a day, or with words that are none, are told of and nothing is reckoned from them") {
    for (const char* day : {"", "yesterday", "2024-13-45", "99999-01-01", "2024-02-30"}) {
        CAPTURE(day);
        const auto story = story_of({report_of(kHarbour, "one", day), report_of(kElection, "other", day)});
        for (const std::string& published : story.published) CHECK(published.empty());
    }
}

TEST_CASE("a report of megabytes is read in part, which is said, and takes bounded time") {
    std::string text;
    for (int number = 0; text.size() < (8U << 20); ++number) {
        text += "Pier " + std::to_string(number) + " was closed by the harbour office in " +
                std::to_string(1200 + number % 800) + ", and " + std::to_string(number % 97) +
                " workers of the yard were sent home.\n\n";
    }
    const auto begin = std::chrono::steady_clock::now();
    const auto story = story_of({report_of(kHarbour, "short"), report_of(text, "long")});
    const auto took = std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now() - begin);
    CHECK(took.count() < 120);
    CHECK(story.reports.size() == 2);
    CHECK(speaks_of(story.notes, "long is very long"));
    CHECK(story.reports[1]->text.size() < (1U << 20));
}

TEST_CASE("one sentence without end, one word without end and one line of quotation marks") {
    std::string endless = "The office said that";
    for (int number = 0; number < 4000; ++number) endless += " pier " + std::to_string(number) + " was closed and";
    const auto story = story_of({report_of(kHarbour, "short"), bare(endless, "endless"),
                                 bare(std::string(100000, 'a') + " closed the pier.", "word"),
                                 bare("The pier. " + std::string(20000, '"') + " said the office.", "marks")});
    CHECK(story.reports.size() >= 1);
}

TEST_CASE("two reports with one id stay two reports") {
    const auto story = story_of({report_of(kHarbour, "same"), report_of(kHarbourAgain, "same")});
    CHECK(story.reports.size() == 2);
}

TEST_CASE("the same reports give the same story, run after run") {
    const Reports reports = {report_of(kHarbour, "one"), report_of(kHarbourAgain, "two")};
    const auto first = story_of(reports);
    const auto second = story_of(reports);
    CHECK(account_text(first.account) == account_text(second.account));
    CHECK(first.facts.size() == second.facts.size());
    CHECK(first.conflicts.size() == second.conflicts.size());
}

}  // namespace
}  // namespace axray
