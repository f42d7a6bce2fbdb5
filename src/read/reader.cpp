#include "read/reader.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

#include "base/digest.hpp"
#include "read/assemble.hpp"
#include "read/blocks.hpp"
#include "read/body/text_choice.hpp"
#include "read/characters/charset.hpp"
#include "read/feed/feed_documents.hpp"
#include "read/html/html_reader.hpp"
#include "read/metadata/complete_metadata.hpp"
#include "read/pdf/pdf_reader.hpp"
#include "read/sniff.hpp"
#include "read/text/text_reader.hpp"

namespace axray::read {
namespace {

constexpr std::uint64_t kLargestFile = 1ULL << 30U;  // bytes: spans count 32 bits, and decoding may triple the size

Result<MediaType> choose_media_type(std::string_view decoded, const ReadOptions& options) {
    return options.media_type.empty() || is_general_media_type(options.media_type)
               ? sniff_media_type(decoded)
               : media_type_of_name(options.media_type);
}

// Places of metadata from bytes of the decoded text to bytes of the file.
void lead_to_file(Metadata& metadata, const DecodedText& decoded) {
    for (MetadataValue* value : {&metadata.title, &metadata.publisher, &metadata.published, &metadata.modified,
                                 &metadata.language, &metadata.address, &metadata.section})
        value->original = place_in_file(decoded, value->original);
    for (MetadataValue& author : metadata.authors) author.original = place_in_file(decoded, author.original);
    for (ImageCaption& caption : metadata.captions) caption.original = place_in_file(decoded, caption.original);
}

}  // namespace

Result<Document> read_document(std::string_view bytes, const ReadOptions& options) {
    const std::uint64_t limit = std::min(options.size_limit, kLargestFile);
    if (bytes.empty()) return fail(ErrorCode::empty, "the file has no bytes, expected text");
    if (bytes.size() > limit) {
        return fail(ErrorCode::limit_exceeded, "the file has " + std::to_string(bytes.size()) +
                                                   " bytes, the limit is " + std::to_string(limit) + " bytes");
    }
    if (options.media_type == "application/pdf" || (options.media_type.empty() && looks_like_pdf(bytes))) {
        auto document = read_pdf(bytes, {.retrieved = options.retrieved});
        if (!document) return fail(std::move(document).error());
        document->id = options.id;
        document->original_size = bytes.size();
        document->sha256 = base::sha256_hex(bytes);
        return document;
    }
    if (auto is_text = check_is_text(bytes); !is_text) return fail(std::move(is_text).error());

    const std::string_view declared = looks_like_html(bytes) ? charset_declared_in_page(bytes) : std::string_view();
    const DecodedText decoded = decode(bytes, {.transport = options.charset, .page = declared});
    const auto type = choose_media_type(decoded.text(), options);
    if (!type) return fail(type.error());

    Document document;
    document.id = options.id;
    document.original_size = bytes.size();
    const PageAddress given{options.address, options.retrieved};
    BlockList list;
    if (*type == MediaType::html) {
        auto page = read_html(decoded.text(), given);
        if (!page) return fail(page.error());
        document.metadata = std::move(page->metadata.values);
        document.metadata.media_type = "text/html";
        list = std::move(page->blocks);
    } else {
        document.metadata.media_type = "text/plain";
        list = read_text(decoded.text());
        choose_text(list);
        mark_headings(list);
        mark_title(list);
    }
    document.metadata.charset = decoded.charset;
    document.metadata.charset_repair = decoded.mended;
    document.metadata.replaced_characters = decoded.replaced;
    lead_to_file(document.metadata, decoded);
    document = assemble(std::move(document), list, decoded);
    if (document.blocks.empty()) {
        return fail(ErrorCode::empty, *type == MediaType::html ? "the page has no text that a reader would see"
                                                               : "the file has no words, only white space");
    }
    complete_metadata(document, given);
    document.sha256 = base::sha256_hex(bytes);
    return document;
}

Result<ReadSummary> read_documents(std::string_view bytes, const ReadOptions& options,
                                   const DocumentReceiver& receive) {
    ReadSummary summary;
    if (is_feed(bytes, options.media_type)) {
        auto feed = read_feed_documents(bytes, options, receive);
        if (!feed) return fail(std::move(feed).error());
        summary.documents = feed->items;
        summary.faults = std::move(feed->faults);
        return summary;
    }
    auto document = read_document(bytes, options);
    if (!document) return fail(std::move(document).error());
    summary.documents = 1;
    receive(std::move(document));
    return summary;
}

}  // namespace axray::read
