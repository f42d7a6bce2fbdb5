// Text of a feed's elements out of its pieces (text with references, CDATA, markup -> MappedText, MetadataValue).
//
// Source: own; names of references are those of HTML, as feeds use them without declaring them.
#pragma once

#include <string>
#include <string_view>

#include <axray/document.hpp>

#include "read/feed/feed.hpp"
#include "read/feed/mapped_text.hpp"

namespace axray::read {

// Appends text with its references decoded once. An ampersand that begins none stays as it is.
void append_unescaped(MappedText& text, const DecodedText& piece, Span place);

// Appends text that stands for itself to text that is markup: "<" and "&" become references.
void append_escaped(MappedText& text, const DecodedText& piece, Span place);

// An attribute's value, decoded, without white space around it.
[[nodiscard]] std::string attribute_value(const DecodedText& piece, Span place);

// One line without tags and with single blanks, in NFC, at most 1,000 bytes.
[[nodiscard]] std::string plain_line(const FeedText& text);

// True when words contain a tag or a character reference of HTML.
[[nodiscard]] bool looks_like_markup(std::string_view text);

// "wire@example.org (Jo Quay)", "Jo Quay <wire@example.org>", "Jo Quay": the name; the address where there is no name.
[[nodiscard]] std::string author_name(std::string_view text);

// `reference` seen from `base`; as written when base is no absolute address.
[[nodiscard]] std::string absolute_address(std::string_view base, std::string_view reference);

}  // namespace axray::read
