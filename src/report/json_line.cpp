#include "report/json_line.hpp"

#include <algorithm>

#include <simdjson.h>

#include "base/json_fault.hpp"
#include "base/json_text.hpp"
#include "base/utf8.hpp"

namespace axray::report {
namespace {

namespace dom = simdjson::dom;

std::string as_json_string(std::string_view text) {
    std::string result;
    base::append_json_string(result, text);
    return result;
}

std::string_view kind_of(dom::element value) {
    switch (value.type()) {
        case dom::element_type::ARRAY: return "an array";
        case dom::element_type::OBJECT: return "an object";
        case dom::element_type::INT64:
        case dom::element_type::UINT64:
        case dom::element_type::DOUBLE: return "a number";
        case dom::element_type::STRING: return "a string";
        case dom::element_type::BOOL: return "true or false";
        case dom::element_type::NULL_VALUE: return "null";
    }
    return "something else";
}

// What the parser found wrong, in words that lead to the place.
tl::unexpected<Error> syntax_error(std::string_view line, simdjson::error_code code, const JsonLineLimits& limits) {
    const auto invalid = base::first_invalid_utf8(line);
    if (invalid < line.size()) {
        return fail(ErrorCode::malformed, "byte " + std::to_string(invalid) + " is not valid UTF-8");
    }
    if (code == simdjson::DEPTH_ERROR) {
        return fail(ErrorCode::limit_exceeded,
                    "arrays and objects stand within one another more than " + std::to_string(limits.depth) + " deep");
    }
    const auto fault = base::find_json_fault(line);
    const auto place = "byte " + std::to_string(fault.byte);
    if (fault.ends_early) {
        return fail(ErrorCode::malformed, "the JSON ends too early, at " + place + "; was the line cut off?");
    }
    if (fault.number_too_large || code == simdjson::NUMBER_ERROR) {
        return fail(ErrorCode::malformed, "a number is larger than 64 bits can hold");
    }
    if (fault.byte < line.size()) {
        return fail(ErrorCode::malformed, "not valid JSON at " + place + ", near " + as_json_string(fault.found));
    }
    return fail(ErrorCode::malformed, "not valid JSON: " + std::string(simdjson::error_message(code)));
}

}  // namespace

struct JsonLineParser::State {
    dom::parser parser;
    std::unique_ptr<char[]> buffer;  // the line and simdjson::SIMDJSON_PADDING bytes
    std::size_t capacity = 0;        // bytes of a line that it can hold

    // A copy of the line with the padding that simdjson reads beyond its end.
    std::string_view padded(std::string_view line) {
        if (line.size() > capacity) {
            capacity = std::max(line.size(), 2 * capacity);
            buffer = std::make_unique<char[]>(capacity + simdjson::SIMDJSON_PADDING);
        }
        std::copy(line.begin(), line.end(), buffer.get());
        std::fill_n(buffer.get() + line.size(), simdjson::SIMDJSON_PADDING, ' ');
        return {buffer.get(), line.size()};
    }

    simdjson::error_code make_room(std::size_t bytes, std::size_t depth) {
        if (bytes <= parser.capacity() && parser.max_depth() == depth) return simdjson::SUCCESS;
        return parser.allocate(std::max<std::size_t>(2 * bytes, 1u << 14), depth);
    }
};

JsonLineParser::JsonLineParser() : state_(std::make_unique<State>()) {}
JsonLineParser::JsonLineParser(JsonLineParser&&) noexcept = default;
JsonLineParser& JsonLineParser::operator=(JsonLineParser&&) noexcept = default;
JsonLineParser::~JsonLineParser() = default;

Result<dom::element> JsonLineParser::parse(std::string_view line, const JsonLineLimits& limits) {
    if (line.find_first_not_of(" \t\r\n") == std::string_view::npos) {
        return fail(ErrorCode::empty, "the line is empty; a JSON object was expected");
    }
    if (line.size() > limits.bytes) {
        return fail(ErrorCode::limit_exceeded, "the line has " + std::to_string(line.size()) + " bytes; at most " +
                                                   std::to_string(limits.bytes) + " are read");
    }
    const auto text = state_->padded(line);
    auto code = state_->make_room(text.size(), limits.depth);
    dom::element root;
    if (code == simdjson::SUCCESS) code = state_->parser.parse(text.data(), text.size(), false).get(root);
    if (code != simdjson::SUCCESS) return syntax_error(line, code, limits);
    return root;
}

tl::unexpected<Error> wrong_type(const std::string& place, std::string_view expected, dom::element found) {
    return fail(ErrorCode::malformed,
                place + " must be " + std::string(expected) + ", found " + std::string(kind_of(found)));
}

Result<std::string_view> read_string(dom::element value, const std::string& place) {
    std::string_view text;
    if (value.get(text) != simdjson::SUCCESS) return wrong_type(place, "a string", value);
    if (!simdjson::validate_utf8(text)) {
        return fail(ErrorCode::malformed, place + " has an escape \\ud800 to \\udfff without its other half");
    }
    return text;
}

Result<std::string> read_line_id(const dom::object& line) {
    const std::string place = "\"id\"";
    dom::element value;
    if (line.at_key("id").get(value) != simdjson::SUCCESS) return std::string();
    if (value.is_string()) {
        const auto text = read_string(value, place);
        if (!text) return fail(text.error());
        return as_json_string(*text);
    }
    std::int64_t number = 0;
    if (value.get(number) == simdjson::SUCCESS) return std::to_string(number);
    std::uint64_t large = 0;
    if (value.get(large) == simdjson::SUCCESS) return std::to_string(large);
    return wrong_type(place, "a string or a whole number", value);
}

}  // namespace axray::report
