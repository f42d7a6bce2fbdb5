#include "read/feed/xml_scanner.hpp"

#include <algorithm>

#include "read/characters/ascii.hpp"

namespace axray::read {
namespace {

constexpr std::size_t kMostAttributes = 64;
constexpr std::size_t kLongestValue = 64 * 1024;  // bytes of an attribute
constexpr std::size_t kLongestInstruction = 4096;
constexpr std::size_t kNowhere = std::string_view::npos;

bool begins_name(char character) {
    return is_ascii_letter(character) || character == '_' || static_cast<unsigned char>(character) >= 0x80;
}
bool continues_name(char character) {
    return begins_name(character) || is_ascii_digit(character) || character == ':' || character == '-' ||
           character == '.';
}

Span span_of(std::size_t begin, std::size_t end) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

}  // namespace

void XmlScanner::text(std::size_t begin, std::size_t end) {
    if (begin < end) receiver_.on_text(span_of(begin, end));
}

void XmlScanner::scan(std::string_view piece) {
    piece_ = piece;
    tag_open_ = false;
    std::size_t position = 0;
    while (position < piece.size() && receiver_.wants_more()) {
        switch (inside_) {
            case Inside::content: {
                const std::size_t tag = std::min(piece.find('<', position), piece.size());
                text(position, tag);
                position = tag < piece.size() ? scan_markup(tag) : tag;
                break;
            }
            case Inside::cdata: {
                const std::size_t end = std::min(piece.find("]]>", position), piece.size());
                if (end > position) receiver_.on_cdata(span_of(position, end));
                if (end < piece.size()) inside_ = Inside::content;
                position = std::min(end + 3, piece.size());
                break;
            }
            case Inside::comment: position = pass_over(position, "-->"); break;
            case Inside::instruction: position = pass_over(position, "?>"); break;
            case Inside::declaration:
            case Inside::subset: position = scan_declaration(position); break;
        }
    }
}

std::string_view XmlScanner::left_open() const {
    switch (inside_) {
        case Inside::cdata: return "a CDATA section";
        case Inside::comment: return "a comment";
        case Inside::instruction: return "a processing instruction";
        case Inside::declaration:
        case Inside::subset: return "a declaration";
        case Inside::content: break;
    }
    return tag_open_ ? "a tag" : "";
}

std::size_t XmlScanner::pass_over(std::size_t begin, std::string_view end) {
    const std::size_t found = piece_.find(end, begin);
    if (found == kNowhere) return piece_.size();
    inside_ = Inside::content;
    return found + end.size();
}

// <!DOCTYPE ...> with or without declarations in brackets, none of which is read.
std::size_t XmlScanner::scan_declaration(std::size_t begin) {
    for (std::size_t i = begin; i < piece_.size(); ++i) {
        const char character = piece_[i];
        if (inside_ == Inside::declaration && character == '[') {
            inside_ = Inside::subset;
        } else if (inside_ == Inside::declaration && character == '>') {
            inside_ = Inside::content;
            return i + 1;
        } else if (inside_ == Inside::subset && character == ']') {
            inside_ = Inside::declaration;
        }
    }
    return piece_.size();
}

std::size_t XmlScanner::scan_markup(std::size_t begin) {
    const std::string_view rest = piece_.substr(begin);
    if (starts_with_ignoring_case(rest, "<![cdata[")) {
        inside_ = Inside::cdata;
        return begin + 9;
    }
    if (rest.starts_with("<!--")) {
        inside_ = Inside::comment;
        return begin + 4;
    }
    if (rest.starts_with("<!")) {
        inside_ = Inside::declaration;
        return begin + 2;
    }
    if (rest.starts_with("<?")) {
        const std::size_t end = rest.substr(0, kLongestInstruction).find("?>");
        if (end != kNowhere) return begin + end + 2;
        const std::size_t closed = rest.substr(0, kLongestInstruction).find('>');
        if (closed != kNowhere) return begin + closed + 1;
        inside_ = Inside::instruction;
        return begin + 2;
    }
    if (rest.size() > 1 && rest[1] == '/') return scan_end_tag(begin);
    if (rest.size() > 1 && begins_name(rest[1])) return scan_start_tag(begin);
    text(begin, begin + 1);
    return begin + 1;
}

std::size_t XmlScanner::scan_end_tag(std::size_t begin) {
    std::size_t end = begin + 2;
    while (end < piece_.size() && continues_name(piece_[end])) ++end;
    XmlTag tag;
    tag.kind = XmlTagKind::end;
    tag.name = piece_.substr(begin + 2, end - begin - 2);
    while (end < piece_.size() && piece_[end] != '>' && piece_[end] != '<') ++end;
    if (end == piece_.size()) tag_open_ = true;
    if (end < piece_.size() && piece_[end] == '>') ++end;
    tag.place = span_of(begin, end);
    receiver_.on_tag(tag);
    return end;
}

std::size_t XmlScanner::scan_start_tag(std::size_t begin) {
    XmlTag tag;
    std::size_t position = begin + 1;
    while (position < piece_.size() && continues_name(piece_[position])) ++position;
    tag.name = piece_.substr(begin + 1, position - begin - 1);
    for (;;) {
        while (position < piece_.size() && (is_ascii_blank(piece_[position]) || piece_[position] == '/')) ++position;
        if (position == piece_.size() || piece_[position] == '<' || piece_[position] == '>') break;
        position = scan_attribute(position, tag);
    }
    if (position == piece_.size()) {  // the file was cut within the tag
        tag_open_ = true;
        return position;
    }
    if (piece_[position] == '>') ++position;
    if (position >= begin + 3 && piece_[position - 1] == '>' && piece_[position - 2] == '/')
        tag.kind = XmlTagKind::empty;
    tag.place = span_of(begin, position);
    receiver_.on_tag(tag);
    return position;
}

// Reads one attribute, or passes over one character that begins none; gives the position behind it.
std::size_t XmlScanner::scan_attribute(std::size_t begin, XmlTag& tag) const {
    const auto ends_word = [](char character) {
        return is_ascii_blank(character) || character == '=' || character == '>' || character == '<' ||
               character == '/' || character == '"' || character == '\'';
    };
    const auto skip_blanks = [&](std::size_t position) {
        while (position < piece_.size() && is_ascii_blank(piece_[position])) ++position;
        return position;
    };
    std::size_t end = begin;
    while (end < piece_.size() && !ends_word(piece_[end])) ++end;
    if (end == begin) return begin + 1;
    XmlAttribute attribute{piece_.substr(begin, end - begin), span_of(end, end)};
    const std::size_t equals = skip_blanks(end);
    if (equals < piece_.size() && piece_[equals] == '=') {
        const std::size_t value = skip_blanks(equals + 1);
        end = value;
        const char quote = value < piece_.size() ? piece_[value] : ' ';
        const std::size_t close =
            quote == '"' || quote == '\''
                ? piece_.substr(0, std::min(piece_.size(), value + kLongestValue)).find(quote, value + 1)
                : kNowhere;
        // A quotation mark that is closed only after the next tag has begun was forgotten.
        if (close != kNowhere && piece_.substr(value, close - value).find('<') == kNowhere) {
            attribute.value = span_of(value + 1, close);
            end = close + 1;
        } else {
            while (end < piece_.size() && !is_ascii_blank(piece_[end]) && piece_[end] != '>' && piece_[end] != '<')
                ++end;
            attribute.value = span_of(std::min(value + (quote == '"' || quote == '\'' ? 1 : 0), end), end);
        }
    }
    if (tag.attributes.size() < kMostAttributes) tag.attributes.push_back(attribute);
    return end;
}

}  // namespace axray::read
