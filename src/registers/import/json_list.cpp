#include "registers/import/json_list.hpp"

#include <algorithm>
#include <utility>

#include "base/utf8.hpp"

namespace axray::registers {
namespace {

constexpr std::string_view kBlank = " \t\r\n";
constexpr std::size_t kNone = std::string_view::npos;

std::size_t behind_blanks(std::string_view text, std::size_t at) {
    return std::min(text.find_first_not_of(kBlank, at), text.size());
}

tl::unexpected<Error> fault_at(std::string_view text, std::size_t at, std::string_view expected) {
    if (at >= text.size()) {
        return fail(ErrorCode::malformed, "the JSON ends too early, at byte " + std::to_string(text.size()) + ": " +
                                              std::string(expected) + " was expected");
    }
    return fail(ErrorCode::malformed,
                "not valid JSON at byte " + std::to_string(at) + ": " + std::string(expected) + " was expected");
}

// Behind the closing quote of the string that opens at `at`; kNone when it is never closed.
std::size_t behind_string(std::string_view text, std::size_t at) {
    ++at;
    for (;;) {
        at = text.find_first_of("\"\\", at);
        if (at == kNone) return kNone;
        if (text[at] == '"') return at + 1;
        at += 2;  // what is escaped
    }
}

// Behind the value that begins at `at`; kNone when the text ends within it. Brackets are counted, not paired: a value
// whose brackets do not pair is found wrong when it is read.
std::size_t behind_value(std::string_view text, std::size_t at) {
    std::size_t open = 0;
    while (at < text.size()) {
        const char letter = text[at];
        if (letter == '"') {
            at = behind_string(text, at);
            if (at == kNone) return kNone;
            if (open == 0) return at;
            continue;
        }
        if (letter == '{' || letter == '[') {
            ++open;
        } else if (letter == '}' || letter == ']') {
            if (open == 0) return at;  // it closes what the value stands in
            if (--open == 0) return at + 1;
        } else if (open == 0 && (letter == ',' || kBlank.find(letter) != kNone)) {
            return at;
        }
        at = open > 0 ? std::min(text.find_first_of("\"{}[]", at + 1), text.size()) : at + 1;
    }
    return open == 0 ? at : kNone;
}

}  // namespace

char first_of_json(std::string_view text) {
    const auto at = behind_blanks(text, 0);
    return at < text.size() ? text[at] : '\0';
}

std::string reference_part(std::string_view text) {
    constexpr std::size_t kLongest = 200;  // bytes
    auto part = one_line(text);
    part.resize(base::beginning_within(part, kLongest).size());
    const auto is_control = [](char letter) { return static_cast<unsigned char>(letter) < 0x20 || letter == 0x7F; };
    std::replace_if(part.begin(), part.end(), is_control, '_');
    return part;
}

Result<JsonPieces> json_pieces(std::string_view text, std::size_t begin) {
    std::size_t at = behind_blanks(text, begin);
    if (at >= text.size() || (text[at] != '{' && text[at] != '[')) return fault_at(text, at, "{ or [");
    const bool object = text[at] == '{';
    const char closing = object ? '}' : ']';
    JsonPieces found;
    at = behind_blanks(text, at + 1);
    if (at < text.size() && text[at] == closing) {
        found.end = at + 1;
        return found;
    }
    for (;;) {
        JsonPiece piece;
        if (object) {
            if (at >= text.size() || text[at] != '"') return fault_at(text, at, "the name of a member");
            const auto end = behind_string(text, at);
            if (end == kNone) return fault_at(text, text.size(), "a closing quote");
            piece.key = text.substr(at + 1, end - at - 2);
            at = behind_blanks(text, end);
            if (at >= text.size() || text[at] != ':') return fault_at(text, at, "a colon");
            at = behind_blanks(text, at + 1);
        }
        piece.begin = at;
        piece.end = behind_value(text, at);
        if (piece.end == kNone) return fault_at(text, text.size(), "a closing bracket or quote");
        if (piece.end == piece.begin) return fault_at(text, at, "a value");
        found.pieces.push_back(piece);
        at = behind_blanks(text, piece.end);
        if (at < text.size() && text[at] == closing) break;
        if (at >= text.size() || text[at] != ',') return fault_at(text, at, "a comma or a closing bracket");
        at = behind_blanks(text, at + 1);
    }
    found.end = at + 1;
    return found;
}

Result<JsonList> JsonList::open(ListText& text, std::string_view array) {
    JsonList list(text);
    auto outer = json_pieces(text.text(), 0);
    if (!outer) return fail(std::move(outer).error());
    if (const auto rest = behind_blanks(text.text(), outer->end); rest < text.text().size()) {
        return fault_at(text.text(), rest, "the end of the file");
    }
    if (array.empty()) {
        list.objects_ = std::move(outer->pieces);
        return list;
    }
    JsonReader reader;
    list.head_.kind = JsonValue::Kind::object;
    bool found = false;
    for (const auto& piece : outer->pieces) {
        if (piece.key == array && !found && text.text()[piece.begin] == '[') {
            auto inner = json_pieces(text.text(), piece.begin);
            if (!inner) return fail(std::move(inner).error());
            list.objects_ = std::move(inner->pieces);
            found = true;
            continue;
        }
        auto value = reader.read(text.text().substr(piece.begin, piece.end - piece.begin));
        if (!value) return fail(std::move(value).error().within("member \"" + std::string(piece.key) + "\""));
        value->key = piece.key;
        list.head_.parts.push_back(*std::move(value));
    }
    if (!found) return fail(ErrorCode::malformed, "there is no array \"" + std::string(array) + "\" in it");
    return list;
}

namespace {

// Reads pieces of a text from its beginning to its end, with their lines.
class PieceReader {
public:
    PieceReader(ListText& text, ListInMaking& list, const TakeObject& take)
        : text_(&text), list_(&list), take_(&take) {}

    void read(std::size_t begin, std::size_t end) {
        const auto all = text_->text();
        const auto passed = all.substr(counted_, begin - counted_);
        line_ += static_cast<std::uint64_t>(std::count(passed.begin(), passed.end(), '\n'));
        counted_ = begin;
        list_->count_row();
        const auto place = text_->row(begin, end, line_);
        const auto value = reader_.read(all.substr(begin, end - begin));
        if (!value) return list_->fault(place, value.error().message);
        if (value->kind != JsonValue::Kind::object) return list_->fault(place, "an object was expected");
        if (const auto wrong = text_->wrong_bytes(begin, end); wrong > 0) {
            list_->fault(place, std::to_string(wrong) + " bytes are not valid UTF-8; U+FFFD stands for them");
        }
        (*take_)(*value, place);
    }

private:
    ListText* text_;
    ListInMaking* list_;
    const TakeObject* take_;
    JsonReader reader_;
    std::uint64_t line_ = 1;
    std::size_t counted_ = 0;  // bytes whose line ends are counted
};

}  // namespace

void JsonList::each(ListInMaking& list, const TakeObject& take) {
    PieceReader reader(*text_, list, take);
    for (const auto& object : objects_) reader.read(object.begin, object.end);
}

void each_json_line(ListText& text, ListInMaking& list, const TakeObject& take) {
    PieceReader reader(text, list, take);
    const auto all = text.text();
    for (std::size_t begin = 0; begin < all.size();) {
        const auto end = std::min(all.find('\n', begin), all.size());
        const auto first = behind_blanks(all.substr(0, end), begin);
        if (first < end) {
            const auto last = all.find_last_not_of(kBlank, end - 1);
            reader.read(first, last + 1);
        }
        begin = end + 1;
    }
}

}  // namespace axray::registers
