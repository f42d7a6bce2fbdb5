// A value of JSON as lists need it (bytes of JSON -> JsonValue).
//
// Readers ask for members by name and get texts; what is missing or of another type is empty, never a fault, since
// publishers add and leave out members as they like. Source: RFC 8259, through simdjson.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <axray/result.hpp>

namespace axray::registers {

struct JsonValue {
    enum class Kind : std::uint8_t { nothing, flag, number, text, array, object };

    Kind kind = Kind::nothing;
    std::string key;      // its name, in an object
    std::string printed;  // a text without its escapes; a number, true or false as written
    std::vector<JsonValue> parts;

    // The member with that name; one of kind nothing when there is none.
    [[nodiscard]] const JsonValue& member(std::string_view name) const;
    // What a member prints; empty for arrays, objects and null.
    [[nodiscard]] std::string_view text(std::string_view name) const;
    // The texts of an array; of a text alone that one.
    [[nodiscard]] std::vector<std::string_view> texts(std::string_view name) const;
    [[nodiscard]] bool is_true(std::string_view name) const;
};

// Whether `json`, which may be cut anywhere, has a member of that name somewhere whose value begins with `beginning`,
// such as a quote or a bracket.
[[nodiscard]] bool names_member(std::string_view json, std::string_view name, char beginning);

// Reads values one after the other with the same memory. Not for several threads at once.
class JsonReader {
public:
    static constexpr std::size_t kLargest = std::size_t{64} << 20U;  // bytes
    static constexpr std::size_t kDepth = 64;

    JsonReader();
    JsonReader(JsonReader&&) noexcept;
    JsonReader& operator=(JsonReader&&) noexcept;
    ~JsonReader();

    // Errors: malformed, with the byte of `json` where it is; limit_exceeded. O(bytes).
    [[nodiscard]] Result<JsonValue> read(std::string_view json);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace axray::registers
