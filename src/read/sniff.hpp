// Tells what kind of file bytes are, before a reader is chosen (bytes -> media type or a reason why nobody reads them).
//
// Source: own, after the WHATWG MIME Sniffing Standard: well-known first bytes, share of control characters, and for
// HTML the tags at the beginning.
#pragma once

#include <string_view>

#include <axray/result.hpp>

namespace axray::read {

enum class MediaType { text, html };

// Error unsupported, naming the kind of file where it is known, when the bytes are not text in any encoding.
[[nodiscard]] Result<void> check_is_text(std::string_view bytes);

// True for RSS, Atom and JSON Feed in any encoding, whatever is declared, unless plain text is. Looks at the beginning.
[[nodiscard]] bool is_feed(std::string_view bytes, std::string_view declared_media_type);

// True for declared types that say too little: "text/xml", "application/json", and those of feeds. The bytes say more.
[[nodiscard]] bool is_general_media_type(std::string_view name);

// HTML or plain text, told from decoded text. Error unsupported for XML that is no page (feeds, SVG, office files).
[[nodiscard]] Result<MediaType> sniff_media_type(std::string_view decoded);

// What the caller declared: "text/html; charset=..." and its like. Error unsupported for other types.
[[nodiscard]] Result<MediaType> media_type_of_name(std::string_view name);

// True when the first bytes look like a page in an encoding that contains ASCII.
[[nodiscard]] bool looks_like_html(std::string_view text);

}  // namespace axray::read
