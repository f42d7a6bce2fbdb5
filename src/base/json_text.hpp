// Pieces of JSON text, appended to a string (values -> JSON text). Source: RFC 8259.
//
// Everything that the program prints as JSON goes through these functions, so that the same value always gives the same
// bytes: numbers have fixed forms, and a string is escaped only where RFC 8259 asks for it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace axray::base {

// Appends `text` with quotation marks. Control characters are escaped; a byte that is not well-formed UTF-8 becomes
// U+FFFD, so that the output is always valid.
void append_json_string(std::string& json, std::string_view text);

void append_json_number(std::string& json, std::uint64_t value);

// Appends a share or probability with four digits after the point, clamped to 0..1; not-a-number becomes 0.0000.
void append_json_share(std::string& json, double value);

}  // namespace axray::base
