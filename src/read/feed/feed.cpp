#include "read/feed/feed.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "read/characters/decoders.hpp"
#include "read/characters/detection.hpp"
#include "read/characters/twice_encoded.hpp"
#include "read/feed/feed_kind.hpp"
#include "read/feed/feed_pieces.hpp"
#include "read/feed/json_feed.hpp"
#include "read/feed/xml_feed.hpp"

namespace axray::read {
namespace {

constexpr std::uint64_t kLargestFeed = 0xFFFFFFFFULL;  // bytes: places count 32 bits

FeedSummary read_xml_feed(std::string_view bytes, const EncodingChoice& choice, const ReadOptions& options,
                          const ItemReceiver& receive) {
    XmlFeedReader reader(options.address, receive);
    reader.feed().charset = choice.encoding.name;
    XmlScanner scanner(reader);
    FeedPieces pieces(bytes, choice);
    while (!pieces.at_end() && reader.wants_more()) {
        const DecodedText piece = pieces.next();
        if (!piece.mended.empty()) reader.feed().charset_repair = piece.mended;
        reader.begin_piece(piece);
        scanner.scan(piece.text());
    }
    return reader.finish(scanner.left_open());
}

}  // namespace

Result<FeedSummary> read_feed(std::string_view bytes, const ReadOptions& options, const ItemReceiver& receive) {
    const std::uint64_t limit = std::min(options.size_limit, kLargestFeed);
    if (bytes.empty()) return fail(ErrorCode::empty, "the file has no bytes, expected a feed");
    if (bytes.size() > limit) {
        return fail(ErrorCode::limit_exceeded, "the feed has " + std::to_string(bytes.size()) +
                                                   " bytes, the limit is " + std::to_string(limit) + " bytes");
    }
    const EncodingChoice choice =
        choose_encoding(bytes, {.transport = options.charset, .page = charset_declared_in_feed(bytes)});
    constexpr std::size_t kBeginning = 256 * 1024;
    const DecodedText beginning = decode_as(bytes.substr(choice.mark, kBeginning), choice.mark, choice.encoding);
    switch (feed_kind(beginning.text())) {
        case FeedKind::xml: return read_xml_feed(bytes, choice, options, receive);
        case FeedKind::json: break;
        case FeedKind::none:
            return fail(ErrorCode::unsupported, "the file is no feed, expected RSS, Atom or JSON Feed");
    }
    const DecodedText whole = mend_twice_encoded(decode_as(bytes.substr(choice.mark), choice.mark, choice.encoding));
    FeedSummary summary;
    summary.feed.charset = whole.charset;
    summary.feed.charset_repair = whole.mended;
    return read_json_feed(whole, options.address, std::move(summary), receive);
}

}  // namespace axray::read
