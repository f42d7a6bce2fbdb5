// SHA-256 of bytes: the name under which a result can show which file it was made from (bytes -> 64 digits).
//
// Source: FIPS 180-4, through libnettle. It is as fast as the library that most programs use for this and adds a fifth
// of its start-up time, which counts for a command that should answer within a tenth of a second.
#pragma once

#include <string>
#include <string_view>

namespace axray::base {

// 64 lower-case hexadecimal digits. O(bytes).
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

}  // namespace axray::base
