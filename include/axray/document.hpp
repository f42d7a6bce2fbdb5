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
    Span span;               // bytes of Document::text, without the separating line feed
    double probability = 1;  // 0..1, that it belongs to the text

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
    caption,   // of a picture; kept in Metadata::captions
    other_furniture,
};

[[nodiscard]] std::string_view to_string(CutReason reason);

struct CutBlock {
    std::string text;  // UTF-8, as it stood, shortened to at most 1,000 bytes
    CutReason reason = CutReason::other_furniture;
    Span original = {};      // bytes of the file
    double probability = 1;  // 0..1, that it is furniture
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

// What a file says about itself: a value, where it was found and how sure it is.
struct MetadataValue {
    std::string value;      // UTF-8 without markup; empty when none was found
    std::string found_in;   // for example "json-ld datePublished", "meta og:title", "h1", "text"; empty with no value
    double confidence = 0;  // 0..1, how often a value found there is right
    Span original;          // bytes of the file; empty when it stands in no one place

    [[nodiscard]] bool empty() const { return value.empty(); }
};

struct Link {
    std::string address;  // absolute where the address of the document is known, else as written
    Span text;            // bytes of Document::text
};

struct ImageCaption {
    std::string text;
    std::string image;  // address of the picture; empty when unknown
    Span original;      // bytes of the file
};

struct Metadata {
    MetadataValue title;                 // the headline, without the name of the site
    std::vector<MetadataValue> authors;  // one a person or body, in the order of the page
    MetadataValue publisher;
    MetadataValue published;  // ISO 8601 date, or date-time with zone where the file gives one
    MetadataValue modified;   // the same
    MetadataValue language;   // BCP 47 tag, lower case
    MetadataValue address;    // canonical address of the document
    MetadataValue section;
    std::vector<MetadataValue> credits;  // declared origins: "(Reuters)", "Source: ...", "(c) AP", as written
    std::vector<Link> links;             // out of the text, in reading order
    std::vector<ImageCaption> captions;
    std::string charset;                    // as used for decoding, for example "UTF-8", "windows-1252"
    std::string charset_repair;             // what was mended, "UTF-8 taken for windows-1252"; empty when nothing was
    std::string media_type;                 // "text/plain", "text/html", "application/pdf", ...
    std::uint32_t replaced_characters = 0;  // malformed sequences of the file that became U+FFFD
};

// Where a run of text stands on a page of a paged file (PDF). Points (1/72 inch) from the upper left corner.
struct PageBox {
    Span text;               // bytes of Document::text
    std::uint32_t page = 0;  // from 1
    float left = 0;
    float top = 0;
    float right = 0;
    float bottom = 0;
};

struct Document {
    std::string id;                   // how the caller names it: a path, an address, an identifier
    std::string sha256;               // of the original bytes, 64 hexadecimal digits
    std::uint64_t original_size = 0;  // bytes
    Metadata metadata;
    std::string text;
    std::vector<Block> blocks;       // in reading order, disjoint
    std::vector<CutBlock> cut;       // in order of the file
    OriginMap origin;                // empty for paged files, whose words stand compressed in the file
    std::vector<PageBox> boxes;      // of paged files, in order of the text
    std::vector<std::string> notes;  // what of the file could not be read, and where; empty when all was

    [[nodiscard]] std::string_view slice(Span span) const& {
        return std::string_view(text).substr(span.begin, span.size());
    }
    std::string_view slice(Span span) const&& = delete;  // the view would outlive its text
};

}  // namespace axray
