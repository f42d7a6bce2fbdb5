// HTTP messages as archives keep them (block of a record -> header and body; chunked body -> body).
//
// Lenient as the header of a record is: line feeds alone, HTTP/2 status lines, no header at all. Source: RFC 9112.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "archive/warc_record.hpp"

namespace axray::archive {

struct HttpHead {
    int status = 0;  // 0 for a request
    std::vector<HeaderField> fields;
    std::size_t size = 0;  // bytes of the header; the body follows
    bool ended = true;     // false: no blank line ends it
};

// None when the block does not begin as an HTTP response or request does.
[[nodiscard]] std::optional<HttpHead> read_http_head(std::string_view block);

struct Unchunked {
    enum class State { whole, cut, broken, not_chunked } state = State::whole;
    std::string bytes;     // what the chunks hold; empty for not_chunked
    std::size_t used = 0;  // bytes of the body that were chunks
};
[[nodiscard]] Unchunked join_chunks(std::string_view body);

}  // namespace axray::archive
