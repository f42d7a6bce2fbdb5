// What `story` gives: many reports of one event, what they share, where they differ, and where it comes from.
//
// The report owns everything it speaks of. `SourceSpan::source` in it is a position in StoryReport::reports.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <axray/account.hpp>
#include <axray/document.hpp>
#include <axray/facts.hpp>
#include <axray/origins.hpp>
#include <axray/parties.hpp>

namespace axray {

struct StoryOptions {
    std::string today;  // ISO 8601 day of the run, empty: unknown; no report is believed to be later than the day after
    std::uint32_t fact_limit = 4000;   // claims taken into account at most, those of each report in turn
    std::uint32_t detail_limit = 24;   // sentences in the details of the account at most
    std::uint32_t report_limit = 200;  // reports of one story that are compared: those that differ before their copies
};

// A report that took no part, and why.
struct LeftOutReport {
    std::string id;
    std::string reason;  // one sentence
};

// One bearer of a name over all reports.
struct StoryName {
    std::string name;  // the fullest form
    NameType type = NameType::unknown;
    std::vector<SourceSpan> mentions;    // by report, then in order of the text
    std::vector<std::uint32_t> parties;  // of StoryReport::parties->parties that are this one
};

// A party of one report as the registers know it; spans of `party` count in the text of `report`.
struct StoryParty {
    std::uint32_t report = 0;
    PartyReport party;
};

struct StoryParties {
    std::vector<StoryParty> parties;  // by report
    std::vector<ListVersion> lists;   // that were searched
    std::string on;                   // ISO 8601 day of the lists that was asked for; empty: the newest
};

struct StoryReport {
    std::string version;  // of the program that made it
    StoryOptions options;
    std::string id;  // the story's number in its stream, "1", "2"; it does not change when more reports come
    std::vector<std::shared_ptr<const Document>> reports;  // that took part, in order of arrival
    std::vector<std::string> published;                    // one a report: ISO 8601 day; empty when it is not known
    Origins origins;
    std::vector<Fact> facts;  // most central first
    std::vector<Conflict> conflicts;
    std::vector<TimelineEntry> timeline;  // in order of event time
    std::vector<Correction> corrections;
    Account account;
    std::vector<StoryName> names;         // most mentioned first
    std::optional<StoryParties> parties;  // only where registers were given
    std::vector<LeftOutReport> left_out;
    std::vector<std::string> notes;  // what a reader should know of the run
};

}  // namespace axray
