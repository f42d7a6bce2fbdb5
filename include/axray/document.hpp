// A document: one article, report, press release or page as it was read (bytes -> Document).
//
// `text` holds what a reader would call the text, in reading order, as valid UTF-8; blocks are separated by one line
// feed, so that a block never runs into the next. `origin` leads from every byte of `text` back to the bytes of the
// file. What was set aside as page furniture is kept in `cut` with its reason, and is never part of `text`.
// Immutable after it was made; spans and string views into `text` are valid as long as the Document lives.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <axray/span.hpp>

namespace axray {

enum class BlockKind : std::uint8_t { title, heading, paragraph, list_item, quotation, table_row, caption };

[[nodiscard]] std::string_view to_string(BlockKind kind);

struct Block {
    BlockKind kind = BlockKind::paragraph;
    Span span;  // bytes of Document::text, without the separating line feed

    friend bool operator==(const Block&, const Block&) = default;
};

// Why a block was set aside.
enum class CutReason : std::uint8_t {
    navigation,    // menus, breadcrumbs, related links, headers and footers of the page
    sharing,       // share and reaction buttons and their counters
    comments,      // comment forms and "Leave a Reply"
    subscription,  // subscription and donation appeals, cookie notices
    advertisement,
    byline,    // author and date lines
    repeated,  // the same words stood in the document before
    hidden,    // script, style, markup that no reader sees
    other_furniture,
};

[[nodiscard]] std::string_view to_string(CutReason reason);

struct CutBlock {
    std::string text;  // UTF-8, as it stood, shortened to at most 1,000 bytes
    CutReason reason = CutReason::other_furniture;
    Span original;  // bytes of the file
};

// One run of text that maps to one run of the file. Where both lengths are equal, byte i of one is byte i of the other;
// otherwise the run is indivisible (a character reference, a decoded character).
struct OriginRun {
    std::uint32_t text_begin = 0;
    std::uint32_t text_length = 0;
    std::uint32_t original_begin = 0;
    std::uint32_t original_length = 0;

    friend bool operator==(const OriginRun&, const OriginRun&) = default;
};

// The way back from Document::text to the bytes of the file. Runs are ordered by text_begin and do not overlap;
// text between runs (a joining blank, a separating line feed) was inserted by the reader.
struct OriginMap {
    std::vector<OriginRun> runs;

    // The smallest range of the file that holds all of `span`; empty when nothing of it stood in the file. O(log runs).
    [[nodiscard]] Span to_original(Span span) const;
};

struct Metadata {
    std::string title;                      // without markup; empty when none was found
    std::string language;                   // declared BCP 47 tag, lower case; empty when not declared
    std::string charset;                    // as used for decoding, for example "UTF-8", "windows-1252"
    std::string media_type;                 // "text/plain" or "text/html"
    std::string published;                  // ISO 8601 date or date-time as declared; empty when not declared
    std::uint32_t replaced_characters = 0;  // malformed sequences of the file that became U+FFFD
};

struct Document {
    std::string id;                   // how the caller names it: a path, an address, an identifier
    std::string sha256;               // of the original bytes, 64 hexadecimal digits
    std::uint64_t original_size = 0;  // bytes
    Metadata metadata;
    std::string text;
    std::vector<Block> blocks;  // in reading order, disjoint
    std::vector<CutBlock> cut;  // in order of the file
    OriginMap origin;

    [[nodiscard]] std::string_view slice(Span span) const& {
        return std::string_view(text).substr(span.begin, span.size());
    }
    std::string_view slice(Span span) const&& = delete;  // the view would outlive its text
};

}  // namespace axray
