// What the reports of a story say: facts with their mentions, conflicts between them, their order in time
// (StoryReport::facts, conflicts, timeline).
//
// A fact is what claims of several reports say alike, or what one report alone says. Spans count bytes of the text of
// the report that a mention stands in.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <axray/annotations.hpp>
#include <axray/claim.hpp>
#include <axray/span.hpp>

namespace axray {

// Who says it, as the report tells; an empty speaker where words like "allegedly" name nobody.
struct MentionSpeech {
    Span speaker;
    Span cue;
    Stance stance = Stance::asserts;
    std::string name;  // the fullest form of the speaker's name in the report; empty when it has none
};

// One report's statement of a fact.
struct FactMention {
    std::uint32_t report = 0;  // of StoryReport::reports
    Claim claim;               // of that report; its id counts within the report
    std::optional<MentionSpeech> speech;
    Certainty certainty = Certainty::stated;
    Span certainty_cue;                       // empty when stated
    bool quoted = false;                      // most of it stands between quotation marks
    std::vector<QuantityAnnotation> numbers;  // in its words, in order
    std::vector<DateAnnotation> dates;        // the same, reckoned from the report's day
    std::uint32_t origin = 0;  // mentions of one fact with the same number rest on one origin; counts from 0
};

// How another fact stands to one.
enum class FactRelation : std::uint8_t {
    says_more,  // the other follows not from this one, but this one from the other
    says_less,
    near,  // they share most of their words, and neither follows from the other
};

struct RelatedFact {
    std::uint32_t fact = 0;
    FactRelation relation = FactRelation::near;
};

enum class FactFlag : std::uint8_t {
    disputed,       // somebody denies it: a conflict of the kind denial names who
    conflicting,    // mentions of it, or of facts near to it, cannot all be right
    single_report,  // one report alone has it
    single_origin,  // several reports have it, and all took it from one origin
    own_statement,  // every mention is the word of one speaker
    corrected,      // a later report corrects it
};

struct Fact {
    std::vector<FactMention> mentions;   // by report, then in order of the text
    std::uint32_t main_mention = 0;      // of `mentions`: the wording that says it best
    std::vector<std::uint32_t> reports;  // that have it, in order
    std::uint32_t independent_origins = 1;
    std::vector<RelatedFact> related;
    std::vector<FactFlag> flags;
    double centrality = 0;  // 0..1: how much of the story it is, by reports, origins and place in them
};

enum class ConflictKind : std::uint8_t {
    number,
    date,
    place,
    actor,  // who did it, or whom it befell
    role,   // the same names with their parts exchanged
    negation,
    quote_wording,  // one speaker's words, put between quotation marks in different forms
    denial,         // one asserts what the other denies: the fact is disputed, neither report need be wrong
};

struct ConflictSide {
    std::uint32_t fact = 0;     // of StoryReport::facts
    std::uint32_t mention = 0;  // of Fact::mentions
    Span words;                 // that conflict: the number, the name, the quotation, the words that deny
};

// Two statements that cannot both be right, or of which one denies the other.
struct Conflict {
    ConflictKind kind = ConflictKind::number;
    ConflictSide one;
    ConflictSide other;
    std::vector<ConflictSide> with_one;  // other mentions that say the same as `one`
    std::vector<ConflictSide> with_other;
    std::string explanation;  // one sentence for a reader, with both values
    double probability = 0;   // 0..1, that a careful reader would call it a conflict
    std::string denier = {};  // of a denial: who denies, as `other` names him; empty when it names nobody
};

// A report that says when something happened.
struct TimelineMention {
    std::uint32_t mention = 0;  // of Fact::mentions
    std::uint32_t date = 0;     // of FactMention::dates
};

struct TimelineEntry {
    std::uint32_t fact = 0;
    std::string begin;                       // ISO 8601 day, inclusive
    std::string end;                         // ISO 8601 day, exclusive
    std::string value;                       // TIMEX3, for example "2024-03-25", "2021"
    std::vector<TimelineMention> dated_by;   // in order of publication, at least one
    std::vector<std::uint32_t> reported_by;  // of StoryReport::reports: who has the fact, first published first
};

// A later report that takes back or mends what an earlier one said.
struct Correction {
    ConflictSide earlier;
    ConflictSide later;
    std::string explanation;
};

[[nodiscard]] std::string_view to_string(FactRelation relation);
[[nodiscard]] std::string_view to_string(FactFlag flag);
[[nodiscard]] std::string_view to_string(ConflictKind kind);

}  // namespace axray
