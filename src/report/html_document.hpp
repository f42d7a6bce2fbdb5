// The text of a document as part of a page (Document + word notes -> HTML).
//
// Blocks become headings, paragraphs, list items and quotations; runs of words of which the same is known are handed to
// a derived class, which knows what the notes mean. Source: own.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <axray/document.hpp>

#include "report/html_writer.hpp"
#include "report/word_notes.hpp"

namespace axray::report {

// How the text of a document is shown.
struct TextForm {
    Literal headline;  // element of its title
    Literal heading;   // element of its other headings
};

// Writes the blocks of a document; what stands around the segments of an owner is the business of a derived class.
class DocumentWriter {
public:
    // `notes` are ordered by begin; they and the document must outlive the writer.
    DocumentWriter(HtmlWriter& html, const Document& document, const std::vector<WordNote>& notes, TextForm form)
        : html_(html), document_(document), notes_(notes), form_(form) {}
    virtual ~DocumentWriter() = default;
    DocumentWriter(const DocumentWriter&) = delete;
    DocumentWriter& operator=(const DocumentWriter&) = delete;

    // The text before byte `end`, which lies on a code point border.
    void write_blocks(std::uint32_t end = kNoWord);

    // Passages that were set aside as page furniture, folded away.
    void write_cut();

    // The title, where the text itself has none.
    void write_missing_title();

protected:
    virtual void begin_owner(const WordNote& owner) = 0;
    virtual void end_owner(const WordNote& owner, bool last) = 0;
    virtual void write_segment(std::string_view text, const Segment& segment) = 0;

    HtmlWriter& html() { return html_; }

private:
    void open_block(BlockKind kind);
    void write_block(BlockKind kind, Span span);

    HtmlWriter& html_;
    const Document& document_;
    const std::vector<WordNote>& notes_;
    TextForm form_;
};

// Its id, a link where it is an address, and the day of publication where it is known.
void write_document_name(HtmlWriter& html, const Document& document, std::string_view published);

// A language tag that may stand in the page; empty where the document's is none.
[[nodiscard]] std::string language_of(const Document& document);

}  // namespace axray::report
