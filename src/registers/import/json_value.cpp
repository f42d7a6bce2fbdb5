#include "registers/import/json_value.hpp"

#include <algorithm>
#include <utility>

#include <simdjson.h>

#include "base/json_fault.hpp"
#include "base/utf8.hpp"

namespace axray::registers {
namespace {

namespace dom = simdjson::dom;

constexpr std::string_view kBlank = " \t\r\n";

// Never deeper than JsonReader::kDepth, which the parser has checked.
JsonValue value_of(dom::element element) {
    JsonValue value;
    std::string_view text;
    switch (element.type()) {
        case dom::element_type::OBJECT:
            value.kind = JsonValue::Kind::object;
            for (const auto field : dom::object(element)) {
                value.parts.push_back(value_of(field.value));
                value.parts.back().key = field.key;
            }
            break;
        case dom::element_type::ARRAY:
            value.kind = JsonValue::Kind::array;
            for (const auto part : dom::array(element)) value.parts.push_back(value_of(part));
            break;
        case dom::element_type::STRING:
            value.kind = JsonValue::Kind::text;
            if (element.get(text) == simdjson::SUCCESS && simdjson::validate_utf8(text)) value.printed = text;
            break;
        case dom::element_type::BOOL: value.kind = JsonValue::Kind::flag; break;
        case dom::element_type::NULL_VALUE: break;
        default: value.kind = JsonValue::Kind::number; break;
    }
    if (value.kind == JsonValue::Kind::number || value.kind == JsonValue::Kind::flag) {
        value.printed = simdjson::minify(element);
    }
    return value;
}

tl::unexpected<Error> syntax_error(std::string_view json, simdjson::error_code code) {
    if (code == simdjson::DEPTH_ERROR) {
        return fail(ErrorCode::limit_exceeded,
                    "values stand within one another more than " + std::to_string(JsonReader::kDepth) + " deep");
    }
    const auto invalid = base::first_invalid_utf8(json);
    if (invalid < json.size()) {
        return fail(ErrorCode::malformed, "byte " + std::to_string(invalid) + " is not valid UTF-8");
    }
    const auto fault = base::find_json_fault(json);
    const auto place = "byte " + std::to_string(fault.byte);
    if (fault.ends_early) return fail(ErrorCode::malformed, "the JSON ends too early, at " + place);
    if (fault.byte < json.size()) {
        return fail(ErrorCode::malformed, "not valid JSON at " + place + ", near '" + fault.found + "'");
    }
    return fail(ErrorCode::malformed, "not valid JSON: " + std::string(simdjson::error_message(code)));
}

}  // namespace

const JsonValue& JsonValue::member(std::string_view name) const {
    static const JsonValue kNothing;
    if (kind != Kind::object) return kNothing;
    const auto named = [&](const JsonValue& part) { return part.key == name; };
    const auto found = std::find_if(parts.begin(), parts.end(), named);
    return found == parts.end() ? kNothing : *found;
}

std::string_view JsonValue::text(std::string_view name) const { return member(name).printed; }

std::vector<std::string_view> JsonValue::texts(std::string_view name) const {
    const auto& value = member(name);
    std::vector<std::string_view> texts;
    if (!value.printed.empty()) texts.emplace_back(value.printed);
    if (value.kind != Kind::array) return texts;
    for (const auto& part : value.parts) {
        if (!part.printed.empty()) texts.emplace_back(part.printed);
    }
    return texts;
}

bool JsonValue::is_true(std::string_view name) const {
    const auto& value = member(name);
    return value.kind == Kind::flag && value.printed == "true";
}

bool names_member(std::string_view json, std::string_view name, char beginning) {
    const auto quoted = "\"" + std::string(name) + "\"";
    for (auto at = json.find(quoted); at != std::string_view::npos; at = json.find(quoted, at + 1)) {
        auto next = json.find_first_not_of(kBlank, at + quoted.size());
        if (next == std::string_view::npos || json[next] != ':') continue;
        next = json.find_first_not_of(kBlank, next + 1);
        if (next != std::string_view::npos && json[next] == beginning) return true;
    }
    return false;
}

struct JsonReader::State {
    dom::parser parser;
    std::string padded;
};

JsonReader::JsonReader() : state_(std::make_unique<State>()) {}
JsonReader::JsonReader(JsonReader&&) noexcept = default;
JsonReader& JsonReader::operator=(JsonReader&&) noexcept = default;
JsonReader::~JsonReader() = default;

Result<JsonValue> JsonReader::read(std::string_view json) {
    if (json.size() > kLargest) {
        return fail(ErrorCode::limit_exceeded, "a value has " + std::to_string(json.size()) + " bytes; at most " +
                                                   std::to_string(kLargest) + " are read");
    }
    auto& [parser, padded] = *state_;
    padded.assign(json).append(simdjson::SIMDJSON_PADDING, ' ');
    auto code = simdjson::SUCCESS;
    if (json.size() > parser.capacity() || parser.max_depth() != kDepth) {
        code = parser.allocate(std::max<std::size_t>(2 * json.size(), 1U << 14U), kDepth);
    }
    dom::element root;
    if (code == simdjson::SUCCESS) code = parser.parse(padded.data(), json.size(), false).get(root);
    if (code != simdjson::SUCCESS) return syntax_error(json, code);
    return value_of(root);
}

}  // namespace axray::registers
