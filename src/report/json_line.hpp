// One JSON line that a user sent, and what its members must be (bytes -> element, element -> value or Error).
//
// Every Error says which key or byte is wrong and what was expected there. Source: RFC 8259, by simdjson.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include <axray/result.hpp>

namespace simdjson::dom {
class element;
class object;
}  // namespace simdjson::dom

namespace axray::report {

struct JsonLineLimits {
    std::size_t bytes = std::size_t{64} << 20;
    std::size_t depth = 64;  // arrays and objects within one another
};

// Parses one line after the other into its own buffers. Not for use from two threads at once.
class JsonLineParser {
public:
    JsonLineParser();
    JsonLineParser(JsonLineParser&&) noexcept;
    JsonLineParser& operator=(JsonLineParser&&) noexcept;
    ~JsonLineParser();

    // Valid until the next call. Errors: empty, limit_exceeded, malformed.
    [[nodiscard]] Result<simdjson::dom::element> parse(std::string_view line, const JsonLineLimits& limits);

private:
    struct State;
    std::unique_ptr<State> state_;
};

// "\"claim\" must be a string, found an array"
[[nodiscard]] tl::unexpected<Error> wrong_type(const std::string& place, std::string_view expected,
                                               simdjson::dom::element found);

// A string of the line, valid as long as the element. An escape such as \udc00 without its other half would give bytes
// that are not UTF-8, which is an Error.
[[nodiscard]] Result<std::string_view> read_string(simdjson::dom::element value, const std::string& place);

// The member "id" as JSON text, "\"a\"" or "12"; empty when there is none.
[[nodiscard]] Result<std::string> read_line_id(const simdjson::dom::object& line);

}  // namespace axray::report
