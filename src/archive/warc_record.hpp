// One record of a web archive, as a WarcReader gives it (archive bytes -> WarcRecord -> Payload).
//
// The block is what the archive keeps: for a response the HTTP message as it came over the wire. archive/payload.hpp
// makes the page of it. Sources: ISO 28500 (WARC 1.0 and 1.1), the Internet Archive's ARC 1 and 2.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace axray::archive {

enum class RecordKind : std::uint8_t {
    warcinfo,
    response,
    resource,
    request,
    metadata,
    revisit,
    conversion,
    continuation,
    other,
};
[[nodiscard]] std::string_view to_string(RecordKind kind);  // "warcinfo", ...

struct HeaderField {
    std::string name;   // as written
    std::string value;  // valid UTF-8, trimmed, folded lines joined by a blank

    friend bool operator==(const HeaderField&, const HeaderField&) = default;
};

// The value of the first field of that name, letters of either case; empty when there is none.
[[nodiscard]] std::string_view field_value(const std::vector<HeaderField>& fields, std::string_view name);

enum class ProblemKind : std::uint8_t {
    not_records,     // bytes that belong to no record: noise, padding
    damaged_data,    // compressed data that cannot be undone
    too_expansive,   // compressed data that expands out of all proportion
    bad_header,      // a header that breaks the rules, or ends too early
    wrong_length,    // Content-Length is absent, no number, or not where the record ends
    cut_off,         // the archive ends within a record
    missing_end,     // the two line ends after a record are absent
    too_long,        // a block longer than the limit; its beginning is given
    wrong_digest,    // a digest that the record declares for its own bytes is another
    wrong_encoding,  // a transfer or content coding that was declared and is not there, or is broken
};
[[nodiscard]] std::string_view to_string(ProblemKind kind);  // "not_records", ...

// Something in the archive that is not as it should be, and where.
struct Problem {
    ProblemKind kind = ProblemKind::not_records;
    std::uint64_t offset = 0;  // byte of the archive file at which it begins, as exactly as the compression allows
    std::uint64_t lost = 0;    // bytes of the file, from `offset`, of which nothing could be read
    std::string message;       // one clause, what was found and what was expected
};

// Where in the archive a record is, so that its bytes can be found again.
struct RecordPlace {
    std::uint64_t offset = 0;  // byte of the file at which the record begins, or the compressed unit that holds it
    std::uint64_t length = 0;  // bytes of the file up to the end of the record; 0: unknown, the unit holds more records
    std::uint64_t inner = 0;   // bytes of the decompressed unit before the record; 0 for one unit a record, and plain
};

enum class RecordState : std::uint8_t {
    whole,
    repaired,  // its length was wrong and the end was found otherwise
    partial,   // cut off or damaged: the block is what could be had, and its end may be wrong
};
[[nodiscard]] std::string_view to_string(RecordState state);

struct WarcRecord {
    RecordKind kind = RecordKind::other;
    std::string type;          // as written: "response"
    std::string target_uri;    // angle brackets taken off, blanks as %20; empty when there is none
    std::string date;          // as written, such as 2024-05-03T10:00:00Z; that of an ARC in the same form
    std::string record_id;     // "<urn:uuid:...>"; empty in an ARC
    std::string content_type;  // of the block: "application/http; msgtype=response"
    std::vector<HeaderField> fields;

    std::string block;             // at most the block limit of the reader
    std::uint64_t block_size = 0;  // bytes of it in the archive; larger than block.size() when it was over the limit
    RecordState state = RecordState::whole;
    RecordPlace place;
};

// What next() gives: a record, problems, or both. Without a record the problems are those of a part that was lost.
struct ArchiveItem {
    std::optional<WarcRecord> record;
    std::vector<Problem> problems;  // before the record and in it, in the order of the file
};

}  // namespace axray::archive
