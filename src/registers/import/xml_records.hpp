// Records of an XML list, one at a time (ListText -> XmlElement for each element with one of the given names).
//
// Nothing outside the text is ever loaded and no entity is replaced: a document that declares entities is refused, as
// no list needs them. What is malformed ends the reading with a fault; records before it are whole. Memory holds one
// record. Source: XML 1.0 through libxml2 (SAX2); limits are our own.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "registers/import/list_text.hpp"

namespace axray::registers {

struct XmlElement {
    std::string name;                                             // without the prefix of its namespace
    std::string text;                                             // of the element and all within it
    std::vector<std::pair<std::string, std::string>> attributes;  // names without prefix
    std::vector<XmlElement> children;

    // Trimmed; empty when there is none.
    [[nodiscard]] std::string_view attribute(std::string_view wanted) const;
    // The first child of that name; null when there is none.
    [[nodiscard]] const XmlElement* child(std::string_view wanted) const;
    // Trimmed text of the first element at the path "Names/Name"; empty when there is none.
    [[nodiscard]] std::string_view text_of(std::string_view path) const;
    // All elements at a path, in order.
    [[nodiscard]] std::vector<const XmlElement*> all(std::string_view path) const;
};

struct XmlReading {
    std::vector<std::string_view> records;  // names of the elements that are handed over; not within one another
    std::function<void(const XmlElement&, const ListRow&)> take;
    std::function<void(const ListRow&, std::string)> fault;  // of a record that was left out or read in part
};

// Returns the root with its attributes, without what is in it. Errors, with the file as context: malformed when there
// is no root or entities are declared, unsupported for another encoding than ListText knows.
[[nodiscard]] Result<XmlElement> read_xml(ListText& text, const XmlReading& reading);

// The name of the root element, without its prefix; empty when a text that begins so is no XML.
[[nodiscard]] std::string_view xml_root(std::string_view start);

}  // namespace axray::registers
