// A sentence of the account while it is made: words copied out of reports and words put in between (spans -> Draft).
//
// Every copied byte keeps its place; runs of them become the traces. The first letter may be made a capital, white
// space of a report becomes one blank, and nothing else of a copied run is changed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <axray/account.hpp>

namespace axray::story {

struct Draft {
    std::string text;
    std::vector<AccountTrace> traces;
    SourceSpan sentence;                  // of a report, that the words were taken from in the main
    std::uint32_t sentence_number = 0;    // its number in that report
    std::vector<Span> kept;               // bytes of that report that were copied: ordered, disjoint
    std::vector<std::uint64_t> presumes;  // stems of what it speaks of as known: "the man"
    std::vector<std::string> named;       // full names that it puts in the place of shorter ones
    bool dates_changed = false;           // a date was made absolute
    bool is_quotation = false;            // somebody's words from the first to the last
};

// What is written instead of some bytes of a report.
struct Edit {
    Span span;              // bytes of the report; empty where something is put in
    std::string text = {};  // instead of them; nothing when empty
    std::vector<AccountTrace>
        traces;  // of `text`; of words that are no copy ("25 March 2024") the words they stand for
};

class DraftWriter {
public:
    // Copies bytes of a report. A blank is not doubled, and none is left before a stop or comma.
    void copy(std::uint32_t report, std::string_view report_text, Span bytes);
    void insert(std::string_view words);
    void insert(const Edit& edit);
    // Copies `part` as `edits` change it, which are ordered by place.
    void copy_edited(std::uint32_t report, std::string_view report_text, Span part, const std::vector<Edit>& edits);

    // Ends the sentence with a stop where it has none, and begins it with a capital.
    void finish_sentence();
    // Takes away a stop at the end: headlines have none.
    void drop_stop();

    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] std::vector<AccountTrace> take_traces() { return std::move(traces_); }

private:
    void append(char byte);
    void append(char byte, std::uint32_t report, std::uint32_t position);
    void drop_last();
    [[nodiscard]] bool takes(char byte);

    std::string text_;
    std::vector<AccountTrace> traces_;
    std::size_t closed_ = 0;  // traces that no byte is added to
};

}  // namespace axray::story
