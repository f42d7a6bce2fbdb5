// The words with which a story is shown to people (facts, conflicts, origins -> words).
//
// Terminal, page and JSON use the same sentences; JSON has the stable names of to_string beside them. People count
// reports, facts and conflicts from 1. The words are those of docs/stories.md. Source: own.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <axray/story.hpp>

namespace axray::report {

[[nodiscard]] std::string_view words_for(FactFlag flag);          // "single origin"
[[nodiscard]] std::string_view words_for(ConflictKind kind);      // "different numbers"
[[nodiscard]] std::string_view words_for(LeftOutReason reason);   // "less central than what is told"
[[nodiscard]] std::string_view words_for(OriginKind kind);        // "news agency"
[[nodiscard]] std::string_view words_for(PassageKind kind);       // "copied"
[[nodiscard]] std::string_view words_for(CopyKind kind);          // "copy"
[[nodiscard]] std::string_view words_for(FactRelation relation);  // "says more"

// "5 reports, 2 independent origins", "5 reports, 1 origin", "1 report".
[[nodiscard]] std::string support_of(std::uint64_t reports, std::uint64_t origins);
[[nodiscard]] std::string support_of(const Fact& fact);

// How many of all reports count as independent of one another: the groups of Origins.
[[nodiscard]] std::uint64_t independent_reports(const StoryReport& story);

// "5 reports, 3 independent origins, 42 facts, 4 conflicts"
[[nodiscard]] std::string counts_of(const StoryReport& story);

[[nodiscard]] const FactMention& mention_of(const StoryReport& story, const ConflictSide& side);
[[nodiscard]] const FactMention& main_mention_of(const Fact& fact);

// The words of a report.
[[nodiscard]] std::string_view slice(const StoryReport& story, const SourceSpan& place);
[[nodiscard]] std::string_view slice(const StoryReport& story, const ConflictSide& side);

// ISO 8601 day of publication; empty when it is not known.
[[nodiscard]] std::string_view published_of(const StoryReport& story, std::uint32_t report);

// At most `most` code points, the last one an ellipsis where some were cut.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t most);

// The name of a report without folders and ending: "wire" of "reports/wire.txt"; of an address its last part. At most
// `most` code points.
[[nodiscard]] std::string short_name(const Document& report, std::size_t most);

// The speaker of a mention as the report calls him, where that has his name in it, or else by name; empty when nobody
// is named.
[[nodiscard]] std::string speaker_of(const StoryReport& story, const FactMention& mention);

// Who denies a fact, each once: "China", "the embassy"; "report 2" where no speaker is known.
[[nodiscard]] std::vector<std::string> deniers_of(const StoryReport& story, std::uint32_t fact);

// Conflicts that a fact takes part in, as positions in StoryReport::conflicts; not what is merely denied.
[[nodiscard]] std::vector<std::uint32_t> conflicts_on(const StoryReport& story, std::uint32_t fact);

// What must be said of a fact beside its support: "disputed by China; conflict 2; own statement of the embassy".
[[nodiscard]] std::string remarks_on(const StoryReport& story, std::uint32_t fact);

// The same for a sentence of the account, over all its facts, with the words that take sides.
[[nodiscard]] std::string remarks_on(const StoryReport& story, const AccountSentence& sentence);

// A sentence with "report 2" in the place of the ids of reports, which are long paths and addresses.
[[nodiscard]] std::string with_report_numbers(const StoryReport& story, std::string_view sentence);

// "1, 2, 5" of positions; at most `most` of them, then "and 3 more".
[[nodiscard]] std::string report_numbers(const std::vector<std::uint32_t>& reports, std::size_t most);

// What stands above a conflict: "different numbers", "disputed by Chinese diplomats".
[[nodiscard]] std::string heading_of(const StoryReport& story, const Conflict& conflict);

// Whether both sides with their words tell all that the explanation does.
[[nodiscard]] bool sides_say_all(const Conflict& conflict);

// "2024-03-25", "August 2021 to October 2022", "week 12 of 2024".
[[nodiscard]] std::string days_of(const TimelineEntry& entry);

// The reports that date it, each once, first published first.
[[nodiscard]] std::vector<std::uint32_t> reports_dating(const StoryReport& story, const TimelineEntry& entry);

// Facts that one report alone has, one list a report, in the order of the facts.
[[nodiscard]] std::vector<std::vector<std::uint32_t>> facts_of_one_report(const StoryReport& story);

// Groups of several reports that count as one origin, by their first report.
[[nodiscard]] std::vector<std::vector<std::uint32_t>> groups_of_several(const StoryReport& story);

// The reports on one side of a conflict: of the side itself and of those that say the same, ascending.
[[nodiscard]] std::vector<std::uint32_t> reports_of(const StoryReport& story, const ConflictSide& side,
                                                    const std::vector<ConflictSide>& others);

// The words on each side of a conflict that differ. Of quotations those that the other one lacks, of all other kinds
// the words of the side, none where they are most of what it says.
struct DifferingWords {
    std::vector<Span> one;  // in the text of its report, in order
    std::vector<Span> other;
};
[[nodiscard]] DifferingWords differing_words(const StoryReport& story, const Conflict& conflict);

// "[1] The Harbour Gazette": how a report is called, by its publisher, or else its short name.
[[nodiscard]] std::string name_of_report(const StoryReport& story, std::uint32_t report);

// How many of the reports count as independent of one another.
[[nodiscard]] std::uint64_t origins_of(const StoryReport& story, const std::vector<std::uint32_t>& reports);

// The reports whose words a sentence of the account is made of and those that have all it tells, ascending; none that
// stands against these in a conflict.
[[nodiscard]] std::vector<std::uint32_t> reports_behind(const StoryReport& story, const AccountSentence& sentence);

// "Reuters"; of a report as it is called elsewhere.
[[nodiscard]] std::string name_of_origin(const StoryReport& story, const Origin& origin);

// The reports that took something from an origin, without the origin itself.
[[nodiscard]] std::vector<std::uint32_t> takers_of(const StoryReport& story, const Origin& origin);

// Pairs of reports that share prose, the largest shares first. They live as long as the story.
[[nodiscard]] std::vector<const ReportCopy*> weightiest_copies(const StoryReport& story);

// "55% of 2 is taken from 1": who took how much from whom. Reports count from 1.
[[nodiscard]] std::string words_for(const ReportCopy& copy);

}  // namespace axray::report
