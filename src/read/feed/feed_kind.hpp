// Tells a feed from other files, by its root element or its JSON (text -> FeedKind).
//
// Source: own. Blank lines and garbage before the XML declaration are passed over, as feeds have them.
#pragma once

#include <cstdint>
#include <string_view>

namespace axray::read {

enum class FeedKind : std::uint8_t { none, xml, json };

// Looks at the first 64 KiB of text in an encoding that contains ASCII, decoded or not.
[[nodiscard]] FeedKind feed_kind(std::string_view text);

// The label in the XML declaration, wherever garbage lets it begin; empty when there is none.
[[nodiscard]] std::string_view charset_declared_in_feed(std::string_view bytes);

}  // namespace axray::read
