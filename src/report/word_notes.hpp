// What is known of the words of a text, and the text cut where that changes (CheckReport -> word notes -> segments).
//
// A word of the article may belong to several claims, and a word of a source may be evidence for several: each note
// says for which claim it holds. Used by the page, which marks the words of the claim that a reader has chosen.
#pragma once

#include <cstdint>
#include <vector>

#include <axray/check_report.hpp>

namespace axray::report {

enum class NoteKind : std::uint8_t {
    same,     // has a counterpart on the other side
    differs,  // has another value on the other side
    missing,  // nothing bears it out
    context,  // a word of the sentence that the claim needs to be read
    own,      // stands in the claim itself; in a source, in a passage that is evidence or was left out
};

inline constexpr std::uint32_t kNoWord = 0xFFFFFFFF;

struct WordNote {
    Span span;
    std::uint32_t claim = 0;  // number of the claim, from 1; 0 for passages
    NoteKind kind = NoteKind::same;
    std::uint32_t word = kNoWord;  // position in CheckedClaim::alignment; for passages, in ReportNotes::passages
};

// Notes of one claim on the article's text, and on the text of one source; ordered by begin.
[[nodiscard]] std::vector<WordNote> article_notes(const CheckedClaim& checked, const Document& article);
[[nodiscard]] std::vector<WordNote> source_notes(const CheckedClaim& checked, std::uint32_t source);

// A sentence of a source that is evidence for claims, or that the article leaves out.
struct Passage {
    Span span;
    std::uint32_t sentence = 0;         // its number within its source, from 0
    std::vector<std::uint32_t> claims;  // numbers of the claims that rest on it, from 1, in order
    bool left_out = false;
};

// Notes of all claims of a report; sources and passages have one list for each source.
struct ReportNotes {
    std::vector<WordNote> article;
    std::vector<std::vector<WordNote>> sources;
    std::vector<std::vector<Passage>> passages;
};
[[nodiscard]] ReportNotes notes_of(const CheckReport& report);

// A run of text of which the same is known throughout; `notes` point into what divide() was given.
struct Segment {
    Span span;
    std::vector<const WordNote*> notes;
};

// The text within `span`, cut wherever a note begins or ends. `notes` are ordered by begin and outlive the result.
// O(log notes + notes within the span).
[[nodiscard]] std::vector<Segment> divide(Span span, const std::vector<WordNote>& notes);

// The note of kind own that holds for a segment, the narrowest when there are several; nullptr when there is none.
[[nodiscard]] const WordNote* owner_of(const Segment& segment);

}  // namespace axray::report
