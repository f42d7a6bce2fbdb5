// JSON Feed into items (decoded JSON -> Feed, FeedItem by FeedItem).
//
// The items are found by their brackets and read one at a time, each by the lenient reader of
// read/metadata/loose_json.hpp; so a broken or cut item costs itself alone, and no tree of the whole is built. Source:
// jsonfeed.org, versions 1 and 1.1.
#pragma once

#include <string_view>

#include "read/feed/feed.hpp"

namespace axray::read {

// `summary` knows the charset; comes back with all else filled in.
[[nodiscard]] FeedSummary read_json_feed(const DecodedText& decoded, std::string_view address, FeedSummary summary,
                                         const ItemReceiver& receive);

}  // namespace axray::read
