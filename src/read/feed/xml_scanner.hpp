// Tags and text of XML as it is found in the wild, piece by piece (decoded text -> events with places).
//
// Nothing is an error: a "<" that begins no tag is text, a tag without ">" ends where the next begins, attributes need
// no quotation marks, a missing end tag is left to the receiver. Declarations are passed over, so that no entity is
// ever defined. Keeps no stack: nesting costs nothing. O(text). Source: own. A strict parser with recovery (libxml2)
// gives up at a wrong encoding, rewrites what it repairs and gives no place for a piece of text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include <axray/span.hpp>

namespace axray::read {

struct XmlAttribute {
    std::string_view name;  // as written
    Span value;             // bytes of the piece, undecoded, without quotation marks
};

enum class XmlTagKind : std::uint8_t { start, empty, end };

struct XmlTag {
    XmlTagKind kind = XmlTagKind::start;
    std::string_view name;  // as written, with its prefix
    Span place;             // bytes of the piece, from "<" to behind ">"
    std::vector<XmlAttribute> attributes;
};

class XmlReceiver {
public:
    virtual ~XmlReceiver() = default;
    virtual void on_tag(const XmlTag& tag) = 0;
    virtual void on_text(Span place) = 0;   // with character references
    virtual void on_cdata(Span place) = 0;  // as it stands
    [[nodiscard]] virtual bool wants_more() const = 0;
};

class XmlScanner {
public:
    explicit XmlScanner(XmlReceiver& receiver) : receiver_(receiver) {}

    // Scans the next piece of a file. A piece must begin where a tag or text begins, or within a comment, a CDATA
    // section or a declaration that the last one left open. Views in the events are those of `piece`.
    void scan(std::string_view piece);

    // What the pieces so far left open: "a CDATA section", "a comment", "a tag"; empty when nothing.
    [[nodiscard]] std::string_view left_open() const;

private:
    enum class Inside : std::uint8_t { content, cdata, comment, instruction, declaration, subset };

    std::size_t scan_markup(std::size_t begin);
    std::size_t scan_end_tag(std::size_t begin);
    std::size_t scan_start_tag(std::size_t begin);
    std::size_t scan_attribute(std::size_t begin, XmlTag& tag) const;
    std::size_t pass_over(std::size_t begin, std::string_view end);
    std::size_t scan_declaration(std::size_t begin);
    void text(std::size_t begin, std::size_t end);

    XmlReceiver& receiver_;
    std::string_view piece_;
    Inside inside_ = Inside::content;
    bool tag_open_ = false;
};

}  // namespace axray::read
