// Writes one JSON document piece by piece, indented for people (values -> JSON text).
//
//     JsonWriter json;
//     json.begin_object();
//     json.key("place").begin_object(JsonLayout::one_line).key("begin").number(4).key("end").number(9).end();
//     json.end();
//
// Keys stand in the order in which they are written. The caller keeps the pairing of begin and end.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace axray::report {

enum class JsonLayout : std::uint8_t { lines, one_line };  // each member on a line of its own, or all on one

class JsonWriter {
public:
    JsonWriter& begin_object(JsonLayout layout = JsonLayout::lines) { return begin('{', '}', layout); }
    JsonWriter& begin_array(JsonLayout layout = JsonLayout::lines) { return begin('[', ']', layout); }
    JsonWriter& end();

    JsonWriter& key(std::string_view name);
    JsonWriter& string(std::string_view text);
    JsonWriter& number(std::uint64_t value);
    JsonWriter& share(double value);    // 0..1 with four digits
    JsonWriter& decimal(double value);  // the shortest form that reads back as the same; null for what is no number
    JsonWriter& boolean(bool value);
    JsonWriter& null();

    // The finished text with a line feed at its end.
    [[nodiscard]] std::string take() &&;

private:
    struct Level {
        char close = '}';
        JsonLayout layout = JsonLayout::lines;
        bool empty = true;
    };

    JsonWriter& begin(char open, char close, JsonLayout layout);
    void separate();  // comma and line before the next member, nothing after a key
    void start_line();

    std::string json_;
    std::vector<Level> levels_;
    bool after_key_ = false;
};

}  // namespace axray::report
