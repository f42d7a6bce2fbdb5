// A feed and its items as they stand in the file (bytes of a feed -> Feed, and FeedItem by FeedItem).
//
// RSS 0.90 to 2.0 with the usual modules (content, dc, dcterms, media, itunes), Atom 0.3 and 1.0, JSON Feed 1.0
// and 1.1, well-formed or not. Items are handed out one at a time and nothing of them is kept, so that a feed of any
// size takes the memory of its largest item; entities that a file declares are never expanded.
// read/feed/feed_documents.hpp makes documents of the items. Source: the specifications at rssboard.org and
// jsonfeed.org, RFC 4287; the tolerance is own.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <axray/document.hpp>
#include <axray/engine.hpp>
#include <axray/result.hpp>

#include "read/feed/mapped_text.hpp"

namespace axray::read {

enum class FeedTextKind : std::uint8_t { plain, html };

struct FeedText {
    MappedText mapped;  // decoded once: what the file escapes as &lt;p&gt; is <p> here
    FeedTextKind kind = FeedTextKind::plain;

    [[nodiscard]] bool empty() const { return mapped.empty(); }
};

struct FeedEnclosure {
    std::string address;
    std::string media_type;
    std::uint64_t length = 0;  // bytes, as declared; 0 when unknown
};

// What the feed says of all its items. Values have no markup; dates are ISO 8601.
struct Feed {
    std::string format;      // "RSS 2.0", "RSS 1.0", "Atom 1.0", "JSON Feed 1.1", ...
    std::string media_type;  // "application/rss+xml", "application/atom+xml", "application/feed+json"
    MetadataValue title;
    MetadataValue address;       // of the site
    MetadataValue feed_address;  // of the feed itself
    MetadataValue description;
    MetadataValue language;
    MetadataValue publisher;
    MetadataValue updated;
    std::vector<MetadataValue> authors;
    std::string charset;         // as Metadata::charset
    std::string charset_repair;  // as Metadata::charset_repair
};

struct FeedItem {
    std::uint32_t number = 0;  // from 1, in order of the file
    Span original;             // bytes of the file, from the item's first to its last
    FeedText title;
    FeedText content;  // the full text where the item gives it
    FeedText summary;  // a shorter text, or the only one
    MetadataValue id;
    MetadataValue address;
    MetadataValue published;  // ISO 8601
    MetadataValue updated;    // ISO 8601
    MetadataValue language;
    MetadataValue publisher;
    MetadataValue source_title;  // of the feed or page that the item was taken from
    MetadataValue source_address;
    std::vector<MetadataValue> authors;
    std::vector<std::string> categories;
    std::vector<FeedEnclosure> enclosures;
};

using ItemReceiver = std::function<Reading(const Feed&, FeedItem)>;

struct FeedSummary {
    Feed feed;
    std::uint32_t items = 0;    // that were handed out
    std::vector<Error> faults;  // what could not be read and where, at most 100; the rest was read
};

// Hands every item of the feed to `receive`, in order, with what is known of the feed by then. Errors: unsupported when
// the bytes are no feed, limit_exceeded when there are more than options.size_limit (at most 4 GiB). O(bytes).
[[nodiscard]] Result<FeedSummary> read_feed(std::string_view bytes, const ReadOptions& options,
                                            const ItemReceiver& receive);

}  // namespace axray::read
