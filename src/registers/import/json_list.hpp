// A list that is an array of objects in a file of JSON (ListFile -> JsonValue and ListRow, one object at a time).
//
// The places of the objects are found by a scan that looks at nothing but strings and brackets, so that each is read by
// itself: one with a fault in it is left out, the others are not lost, and each knows its bytes and line. What breaks
// the outline of the file (it ends too early, a comma is missing between two objects) makes the file malformed, since
// then nothing tells what else is missing. Source: RFC 8259; the scan is our own.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <axray/result.hpp>

#include "registers/import/json_value.hpp"
#include "registers/import/list_in_making.hpp"
#include "registers/import/list_text.hpp"

namespace axray::registers {

// A value inside a text of JSON.
struct JsonPiece {
    std::string_view key;   // as written between its quotes; empty in an array
    std::size_t begin = 0;  // bytes of the text
    std::size_t end = 0;
};

// Members of the object, or elements of the array, that stands at `begin` of `text`, and where it ends. The values
// themselves are not looked at but for their strings and brackets. Error malformed, with the byte. O(bytes).
struct JsonPieces {
    std::vector<JsonPiece> pieces;
    std::size_t end = 0;  // behind the closing bracket
};
[[nodiscard]] Result<JsonPieces> json_pieces(std::string_view text, std::size_t begin);

using TakeObject = std::function<void(const JsonValue& object, const ListRow& place)>;

class JsonList {
public:
    // The array is the member `array` of the file's object; with an empty name the file itself. `text` must live as
    // long as the list. Errors: malformed, with the byte of the text.
    [[nodiscard]] static Result<JsonList> open(ListText& text, std::string_view array);

    // The other members of the file's object.
    [[nodiscard]] const JsonValue& head() const { return head_; }

    // Counts the rows and hands over each object. What is no object, or cannot be read, is a fault of `list`.
    void each(ListInMaking& list, const TakeObject& take);

private:
    explicit JsonList(ListText& text) : text_(&text) {}
    ListText* text_;
    JsonValue head_;
    std::vector<JsonPiece> objects_;
};

// The same for a file with one object in each line; empty lines are passed over.
void each_json_line(ListText& text, ListInMaking& list, const TakeObject& take);

// A text of a file as part of a reference: on one line, without control characters, 200 bytes at most.
[[nodiscard]] std::string reference_part(std::string_view text);

// The first character of JSON that `text` holds; NUL when there is none.
[[nodiscard]] char first_of_json(std::string_view text);

}  // namespace axray::registers
