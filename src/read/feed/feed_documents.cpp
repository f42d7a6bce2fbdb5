#include "read/feed/feed_documents.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/digest.hpp"
#include "read/assemble.hpp"
#include "read/blocks.hpp"
#include "read/characters/ascii.hpp"
#include "read/feed/feed_dates.hpp"
#include "read/furniture/furniture.hpp"
#include "read/html/html_blocks.hpp"
#include "read/html/html_characters.hpp"
#include "read/html/html_tree.hpp"
#include "read/metadata/captions.hpp"
#include "read/metadata/complete_metadata.hpp"
#include "read/text/text_reader.hpp"

namespace axray::read {
namespace {

Span span_of(std::size_t begin, std::size_t end) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

// The words of a title, tags left out, as one block.
BlockList title_block(const FeedText& title) {
    BlockWriter writer;
    const std::string_view text = title.mapped.text;
    if (title.kind == FeedTextKind::plain) {
        writer.append(text, span_of(0, text.size()));
    } else {
        std::size_t position = 0;
        while (position < text.size()) {
            const std::size_t tag = std::min(text.find('<', position), text.size());
            append_html_text(writer, text, span_of(position, tag));
            const std::size_t close = text.find('>', tag);
            position = close == std::string_view::npos ? text.size() : close + 1;
        }
    }
    RawBlock block;
    block.kind = BlockKind::title;
    block.span = writer.end_block();
    writer.list().blocks.push_back(block);
    return std::move(writer.list());
}

// Where the rules of page furniture leave less than half of the words, they are wrong: a feed's content has no menus.
void restore_content(BlockList& list) {
    std::size_t kept = 0;
    std::size_t cut = 0;
    for (const RawBlock& block : list.blocks) {
        if (block.cut != CutReason::hidden) (block.cut ? cut : kept) += block.span.size();
    }
    if (kept >= cut) return;
    for (RawBlock& block : list.blocks) {
        if (block.cut != CutReason::hidden && block.cut != CutReason::repeated) block.cut.reset();
    }
}

struct Content {
    BlockList blocks;
    std::vector<ImageCaption> captions;  // places in the content
};

// HTML goes the way of pages but for the choice of the article's part: the feed has made that choice.
Result<Content> read_content(const FeedText& text, std::string_view address) {
    Content content;
    if (text.kind == FeedTextKind::plain) {
        content.blocks = read_text(text.mapped.text);
        set_aside_furniture(content.blocks);
        restore_content(content.blocks);
        return content;
    }
    const auto tree = parse_html(text.mapped.text);
    if (!tree) return fail(tree.error());
    BlockWriter writer;
    append_html_blocks(*tree, count_text_bytes(*tree), writer);
    content.blocks = std::move(writer.list());
    set_aside_furniture(content.blocks);
    restore_content(content.blocks);
    content.captions = find_captions(*tree, content.blocks, address);
    return content;
}

// The title stands before the content; in it, it is a heading, or said once too often.
void set_title_apart(BlockList& list, std::string_view title) {
    bool first = true;
    for (RawBlock& block : list.blocks) {
        if (block.kind == BlockKind::title) block.kind = BlockKind::heading;
        if (block.cut || block.span.empty()) continue;
        if (first && list.slice(block.span) == title) block.cut = CutReason::repeated;
        first = false;
    }
}

// Where the title was found: "rss title", "atom title", "json title".
std::string title_name(const Feed& feed) {
    if (feed.media_type == "application/feed+json") return "json title";
    return feed.media_type == "application/atom+xml" ? "atom title" : "rss title";
}

class ItemReader {
public:
    ItemReader(std::string_view bytes, const ReadOptions& options)
        : options_(options), sha256_(base::sha256_hex(bytes)), size_(bytes.size()) {}

    Result<Document> read(const Feed& feed, const FeedItem& item) const {
        const FeedText* content = &item.content;
        Result<Document> document = read_with(feed, item, *content);
        if (!item.summary.empty() && (!document || has_title_alone(*document))) {
            content = &item.summary;
            auto other = read_with(feed, item, *content);
            if (other) document = std::move(other);
        }
        if (!document) {
            return fail(std::move(document)
                            .error()
                            .within("byte " + std::to_string(item.original.begin))
                            .within("item " + std::to_string(item.number)));
        }
        return document;
    }

private:
    static bool has_title_alone(const Document& document) {
        return std::all_of(document.blocks.begin(), document.blocks.end(),
                           [](const Block& block) { return block.kind == BlockKind::title; });
    }

    Result<Document> read_with(const Feed& feed, const FeedItem& item, const FeedText& content) const {
        Document document;
        document.id = options_.id + "#" + std::to_string(item.number);
        document.sha256 = sha256_;
        document.original_size = size_;
        fill_metadata(document.metadata, feed, item);
        const DecodedText title = as_decoded(item.title.mapped, feed.charset);
        document = assemble(std::move(document), title_block(item.title), title);
        document.metadata.title = {document.text, title_name(feed), document.text.empty() ? 0 : 0.95,
                                   item.title.mapped.original()};
        if (document.text.empty()) document.metadata.title = {};
        if (!content.empty()) {
            auto read = read_content(content, item.address.value);
            if (!read) return fail(std::move(read).error());
            set_title_apart(read->blocks, document.metadata.title.value);
            const DecodedText decoded = as_decoded(content.mapped, feed.charset);
            document = assemble(std::move(document), read->blocks, decoded);
            for (ImageCaption& caption : read->captions) {
                caption.original = original_of(decoded, caption.original);
                document.metadata.captions.push_back(std::move(caption));
            }
        }
        if (document.blocks.empty()) return fail(ErrorCode::empty, "the item has no text, expected a title or content");
        document.metadata.replaced_characters = count_replaced(document.text);
        complete_metadata(document, {document.metadata.address.value, options_.retrieved});
        if (!item.source_title.empty())
            document.metadata.credits.insert(document.metadata.credits.begin(), item.source_title);
        return document;
    }

    static std::uint32_t count_replaced(std::string_view text) {
        constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
        std::uint32_t count = 0;
        for (std::size_t at = text.find(kReplacement); at != std::string_view::npos;
             at = text.find(kReplacement, at + kReplacement.size()))
            ++count;
        return count;
    }

    void fill_metadata(Metadata& metadata, const Feed& feed, const FeedItem& item) const {
        const auto credible = [&](const MetadataValue& date) {
            return is_after(date.value, options_.retrieved) ? MetadataValue() : date;
        };
        const auto less_sure = [](MetadataValue value, double confidence) {
            value.confidence = value.empty() ? 0 : std::min(value.confidence, confidence);
            return value;
        };
        metadata.published = credible(item.published);
        metadata.modified = credible(item.updated);
        metadata.address = item.address;
        metadata.language = item.language.empty() ? feed.language : item.language;
        metadata.authors = item.authors.empty() ? feed.authors : item.authors;
        metadata.publisher = less_sure(feed.title, 0.7);
        if (!feed.publisher.empty()) metadata.publisher = feed.publisher;
        if (!item.source_title.empty()) metadata.publisher = less_sure(item.source_title, 0.8);
        if (!item.publisher.empty()) metadata.publisher = item.publisher;
        if (!item.categories.empty()) metadata.section = {item.categories.front(), "feed category", 0.5, {}};
        metadata.charset = feed.charset;
        metadata.charset_repair = feed.charset_repair;
        metadata.media_type = feed.media_type;
    }

    const ReadOptions& options_;
    std::string sha256_;
    std::uint64_t size_ = 0;
};

}  // namespace

Result<FeedSummary> read_feed_documents(std::string_view bytes, const ReadOptions& options,
                                        const DocumentReceiver& receive) {
    if (bytes.size() > options.size_limit) return read_feed(bytes, options, {});
    const ItemReader reader(bytes, options);
    return read_feed(bytes, options,
                     [&](const Feed& feed, const FeedItem& item) { return receive(reader.read(feed, item)); });
}

}  // namespace axray::read
