// Headers of records, read leniently (bytes of an archive -> RecordHeader).
//
// What real archives hold is read: line feeds alone, folded lines, lines without a colon, Latin-1, a missing blank
// line, names in angle brackets, blanks in addresses, lengths that are none. Sources: ISO 28500; the ARC file format of
// the Internet Archive; the same lines serve HTTP (RFC 9112).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "archive/warc_record.hpp"

namespace axray::archive {

inline constexpr std::size_t kHeaderLimit = std::size_t{1} << 18;  // bytes of a header

// True when the bytes begin with the first line of a record: "WARC/1.0", or a line of an ARC that ends in a length.
[[nodiscard]] bool begins_record(std::string_view bytes);
[[nodiscard]] bool begins_warc(std::string_view bytes);  // "WARC/", digits, full stop, digits, end of line
[[nodiscard]] bool begins_arc(std::string_view bytes);

enum class HeaderEnd : std::uint8_t {
    blank_line,  // as it should be
    block,       // the block begins without a blank line before it
    record,      // another record begins where a line of the header should
    none,        // there is no end in the bytes
};

struct FieldLines {
    std::vector<HeaderField> fields;
    std::size_t end = 0;  // behind the blank line, or where the next thing begins
    HeaderEnd how = HeaderEnd::none;
};

// Reads "Name: value" lines from `begin`. O(bytes).
[[nodiscard]] FieldLines read_field_lines(std::string_view bytes, std::size_t begin);

struct RecordHeader {
    enum class Format : std::uint8_t { warc, arc } format = Format::warc;
    WarcRecord record;                    // all but block, state and place
    std::optional<std::uint64_t> length;  // of the block; none when it is absent or no number
    std::string length_text;              // as written
    std::size_t size = 0;                 // bytes of the header
    HeaderEnd how = HeaderEnd::blank_line;
};

// The header at the beginning of bytes for which begins_record is true. With HeaderEnd::none more bytes are needed, or
// it is cut off.
[[nodiscard]] RecordHeader read_record_header(std::string_view bytes);

// True when a header with type, name and date of a record begins there, so that it is hardly an example in a text.
[[nodiscard]] bool is_complete_header(std::string_view bytes);

// Bytes as valid UTF-8: kept when they are that, else taken as Latin-1.
[[nodiscard]] std::string readable(std::string_view bytes);

}  // namespace axray::archive
