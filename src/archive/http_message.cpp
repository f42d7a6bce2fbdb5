#include "archive/http_message.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <utility>

#include "archive/record_header.hpp"

namespace axray::archive {
namespace {

constexpr std::size_t kLongestFirstLine = 1u << 16;
constexpr std::size_t kLongestSizeLine = 1u << 10;  // bytes of a chunk's size with its extensions

std::string_view first_line(std::string_view bytes) {
    std::string_view line = bytes.substr(0, std::min(bytes.find('\n'), kLongestFirstLine));
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    return line;
}

// "HTTP/1.1 200 OK", "HTTP/2 200"; 0 when it is no status line.
int status_of(std::string_view line) {
    if (!line.starts_with("HTTP/")) return 0;
    const std::size_t blank = line.find(' ');
    if (blank == std::string_view::npos) return 0;
    const std::size_t begin = line.find_first_not_of(' ', blank);
    if (begin == std::string_view::npos) return 0;
    int status = 0;
    const auto digits = line.substr(begin, 3);
    const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), status);
    return fault == std::errc() && end == digits.data() + digits.size() && status >= 100 ? status : 0;
}

// "GET / HTTP/1.1"
bool is_request(std::string_view line) {
    const std::size_t method = line.find(' ');
    if (method == 0 || method == std::string_view::npos) return false;
    const auto capital = [](char c) { return (c >= 'A' && c <= 'Z') || c == '-' || c == '_'; };
    return std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(method), capital) &&
           line.find(" HTTP/") != std::string_view::npos;
}

// The size of a chunk and where its data begins; none when the line is none.
struct ChunkSize {
    std::uint64_t size = 0;
    std::size_t data = 0;
    bool whole = true;  // false: the line goes on behind the bytes
};
std::optional<ChunkSize> chunk_size(std::string_view bytes) {
    ChunkSize chunk;
    std::size_t begin = 0;
    while (begin < bytes.size() && bytes[begin] == ' ') ++begin;
    const auto [end, fault] = std::from_chars(bytes.data() + begin, bytes.data() + bytes.size(), chunk.size, 16);
    const auto digits_end = static_cast<std::size_t>(end - bytes.data());
    if (fault != std::errc()) return std::nullopt;
    const std::size_t after = std::min(bytes.find_first_not_of(" \t", digits_end), bytes.size());
    const std::size_t feed = bytes.substr(0, after + kLongestSizeLine).find('\n', after);
    if (after < bytes.size() && bytes[after] != ';' && bytes[after] != '\r' && bytes[after] != '\n') {
        return std::nullopt;
    }
    chunk.whole = feed != std::string_view::npos;
    chunk.data = chunk.whole ? feed + 1 : bytes.size();
    return chunk;
}

}  // namespace

std::optional<HttpHead> read_http_head(std::string_view block) {
    const std::string_view line = first_line(block);
    HttpHead head;
    head.status = status_of(line);
    if (head.status == 0 && !is_request(line) && !line.starts_with("HTTP/")) return std::nullopt;
    const std::size_t begin = std::min(block.find('\n'), block.size());
    FieldLines lines = read_field_lines(block.substr(0, kHeaderLimit), std::min(begin + 1, block.size()));
    head.fields = std::move(lines.fields);
    head.ended = lines.how == HeaderEnd::blank_line;
    head.size = lines.how == HeaderEnd::none ? std::min(block.size(), kHeaderLimit) : lines.end;
    return head;
}

Unchunked join_chunks(std::string_view body) {
    Unchunked joined;
    for (;;) {
        const std::string_view rest = body.substr(joined.used);
        if (rest.empty()) {
            joined.state = joined.used == 0 ? Unchunked::State::not_chunked : Unchunked::State::cut;
            return joined;
        }
        const auto chunk = chunk_size(rest);
        if (!chunk) {
            joined.state = joined.used == 0 ? Unchunked::State::not_chunked : Unchunked::State::broken;
            return joined;
        }
        if (!chunk->whole || chunk->size > rest.size() - chunk->data) {
            joined.state = joined.used == 0 && !chunk->whole ? Unchunked::State::not_chunked : Unchunked::State::cut;
            joined.bytes += rest.substr(chunk->data);
            joined.used = body.size();
            return joined;
        }
        const auto size = static_cast<std::size_t>(chunk->size);
        joined.bytes += rest.substr(chunk->data, size);
        joined.used += chunk->data + size;
        if (size == 0) return joined;  // trailer fields may follow
        if (body.substr(joined.used, 1) == "\r") ++joined.used;
        if (body.substr(joined.used, 1) == "\n") ++joined.used;
    }
}

}  // namespace axray::archive
