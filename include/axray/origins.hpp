// Where the reports of a story have their words from: shared passages, acknowledgements, origins
// (StoryReport::origins).
//
// An origin is the report, agency or statement that a passage was taken from; reports with one origin count once. Words
// that two reports have in common because both quote somebody are no sign that one took from the other. Every place is
// a span of a report: SourceSpan::source is the position in StoryReport::reports.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <axray/span.hpp>

namespace axray {

enum class PassageKind : std::uint8_t {
    copied,     // prose, word for word but for a few words
    rewritten,  // prose with the same statements in the same order in other words
    quotation,  // somebody's words, which both reports quote
};

// Two runs of words that say the same with much the same words.
struct SharedPassage {
    SourceSpan first;   // in the report of a pair that comes first in StoryReport::reports
    SourceSpan second;  // in the other
    PassageKind kind = PassageKind::copied;
    double likeness = 1;  // 0..1: share of the words of the shorter run that stand in the other in the same order
};

// Who took from whom, as far as time and acknowledgements tell.
enum class CopyDirection : std::uint8_t {
    unknown,
    first_to_second,  // the second took from the first
    second_to_first,
    common_origin,  // both took from somewhere else that one of them names
};

enum class CopyKind : std::uint8_t {
    copy,     // at least half of the shorter report's own prose stands in the other
    partial,  // a fifth to a half of it does
    passage,  // less, but more than chance
};

// Two reports that share prose.
struct ReportCopy {
    std::uint32_t first = 0;  // of StoryReport::reports, first < second
    std::uint32_t second = 0;
    CopyKind kind = CopyKind::copy;
    double share_of_first = 0;  // 0..1: of the first report's own prose (words outside quotations) that is shared
    double share_of_second = 0;
    CopyDirection direction = CopyDirection::unknown;
    std::string reason;  // one sentence on how the direction was told, or why it could not be
};

enum class OriginKind : std::uint8_t {
    report,     // one of the reports of the story
    agency,     // a news agency or wire: "Reuters"
    outlet,     // another medium: "the Guardian"
    statement,  // a press release, statement, indictment, document: "a statement by the Treasury"
};

struct Origin {
    OriginKind kind = OriginKind::report;
    std::string name;                    // "Reuters"; of a report its id
    std::vector<std::uint32_t> reports;  // that took something from it, itself included, in order
};

// What words that name an origin speak of.
enum class AcknowledgementScope : std::uint8_t { whole_report, sentence };

// Words by which a report says where it has something from: "(Reuters)", "according to a statement by the Treasury".
struct Acknowledgement {
    SourceSpan place;  // the words with the name; of a line that was cut with the furniture, empty
    Span name;         // of the same text
    std::string text;  // as written
    AcknowledgementScope scope = AcknowledgementScope::sentence;
    std::uint32_t origin = 0;  // of Origins::origins
};

struct Origins {
    std::vector<Origin> origins;
    std::vector<Acknowledgement> acknowledgements;  // by report, then in order of the text
    std::vector<SharedPassage> passages;            // by pair of reports, then in order of the first's text
    std::vector<ReportCopy> copies;                 // by first, then second
    // One a report: reports with the same number count as one origin in whatever they say, since one is a copy of the
    // other or both are copies of a third.
    std::vector<std::uint32_t> groups;
};

[[nodiscard]] std::string_view to_string(PassageKind kind);
[[nodiscard]] std::string_view to_string(CopyDirection direction);
[[nodiscard]] std::string_view to_string(CopyKind kind);
[[nodiscard]] std::string_view to_string(OriginKind kind);
[[nodiscard]] std::string_view to_string(AcknowledgementScope scope);

}  // namespace axray
