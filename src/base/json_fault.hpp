// Where and how a text breaks the rules of JSON (bytes -> JsonFault).
//
// Only for messages: the fast parser says that a text is wrong, and this, which runs once and then, says where, so that
// a fault in a long file can be found. Source: RFC 8259.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace axray::base {

struct JsonFault {
    std::size_t byte = 0;  // from 0; the size of the text when it ends too early
    bool ends_early = false;
    bool number_too_large = false;
    std::string found;  // the characters at that place, at most 20, printable
};

// `json` is valid UTF-8. Never recursive, O(bytes). A text without fault gives its size and no mark.
[[nodiscard]] JsonFault find_json_fault(std::string_view json);

}  // namespace axray::base
