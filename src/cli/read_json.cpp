#include "cli/read_json.hpp"

#include <string_view>
#include <vector>

#include "base/compact_json.hpp"
#include "base/utf8.hpp"
#include "cli/block_places.hpp"
#include "report/annotation_json.hpp"

namespace axray::cli {
namespace {

using Json = base::CompactJson;

void write_file_bytes(Json& json, Span original) {
    json.member("file_bytes");
    if (original.empty()) {
        json.null();
    } else {
        json.begin('[').number(original.begin).number(original.end).end(']');
    }
}

void write_value(Json& json, const MetadataValue& value) {
    if (value.empty()) {
        json.null();
        return;
    }
    json.begin('{').member("value").string(value.value).member("found_in").string(value.found_in);
    json.member("confidence").share(value.confidence);
    write_file_bytes(json, value.original);
    json.end('}');
}

void write_values(Json& json, const std::vector<MetadataValue>& values) {
    json.begin('[');
    for (const auto& value : values) write_value(json, value);
    json.end(']');
}

void write_metadata(Json& json, const Metadata& metadata) {
    json.member("media_type").string(metadata.media_type).member("charset").string(metadata.charset);
    json.member("replaced_characters").number(metadata.replaced_characters);
    write_value(json.member("title"), metadata.title);
    write_values(json.member("authors"), metadata.authors);
    write_value(json.member("publisher"), metadata.publisher);
    write_value(json.member("published"), metadata.published);
    write_value(json.member("modified"), metadata.modified);
    write_value(json.member("language"), metadata.language);
    write_value(json.member("address"), metadata.address);
    write_value(json.member("section"), metadata.section);
    write_values(json.member("credits"), metadata.credits);
}

void write_source(Json& json, const DocumentSource& source) {
    if (!source.retrieved.empty()) json.member("retrieved").string(source.retrieved);
    if (source.archive.empty()) return;
    json.member("archive").begin('{').member("file").string(source.archive);
    json.member("offset").number(source.offset).member("length").number(source.length).end('}');
}

void write_notes(Json& json, const std::vector<std::string>& notes) {
    if (notes.empty()) return;
    json.member("notes").begin('[');
    for (const auto& note : notes) json.string(note);
    json.end(']');
}

void write_span(Json& json, base::CodePointCounter& counter, Span span) {
    const auto characters = counter.convert(span);
    json.member("begin").number(characters.begin).member("end").number(characters.end);
}

void write_text_or_null(Json& json, std::string_view text) { text.empty() ? json.null() : json.string(text); }

void write_nodes(Json& json, const BlockPlace& place) {
    json.member("path").string(place.begin.path).member("begin").number(place.begin.offset);
    if (place.end.path != place.begin.path) json.member("end_path").string(place.end.path);
    json.member("end").number(place.end.offset);
}

void write_box(Json& json, const PageBox& box) {
    json.member("page").number(box.page).member("box").begin('[');
    json.points(box.left).points(box.top).points(box.right).points(box.bottom).end(']');
}

void write_place(Json& json, const BlockPlace& place) {
    if (!place.is_known()) {
        json.null();
        return;
    }
    json.begin('{');
    if (place.has_nodes()) write_nodes(json, place);
    if (!place.pages.empty()) {
        json.member("pages").begin('[');
        for (const auto& page : place.pages) {
            json.begin('{');
            write_box(json, page);
            json.end('}');
        }
        json.end(']');
    }
    json.member("quote");
    if (place.quote.exact.empty()) {
        json.null();
    } else {
        json.begin('{').member("exact").string(place.quote.exact).member("prefix").string(place.quote.prefix);
        json.member("suffix").string(place.quote.suffix).end('}');
    }
    write_text_or_null(json.member("fragment"), place.fragment);
    write_text_or_null(json.member("link"), place.link);
    json.end('}');
}

void write_blocks(Json& json, const Document& document, const std::vector<BlockPlace>* places) {
    base::CodePointCounter counter(document.text);
    json.member("blocks").begin('[');
    for (std::size_t index = 0; index < document.blocks.size(); ++index) {
        const auto& block = document.blocks[index];
        json.begin('{').member("kind").string(to_string(block.kind));
        json.member("probability").share(block.probability);
        write_span(json, counter, block.span);
        write_file_bytes(json, document.origin.to_original(block.span));
        if (places != nullptr) write_place(json.member("place"), (*places)[index]);
        json.end('}');
    }
    json.end(']');
}

void write_links(Json& json, const Document& document) {
    base::CodePointCounter counter(document.text);
    json.member("links").begin('[');
    for (const auto& link : document.metadata.links) {
        json.begin('{').member("address").string(link.address).member("text").string(document.slice(link.text));
        write_span(json, counter, link.text);
        json.end('}');
    }
    json.end(']');
}

void write_captions(Json& json, const Metadata& metadata) {
    json.member("captions").begin('[');
    for (const auto& caption : metadata.captions) {
        json.begin('{').member("text").string(caption.text);
        write_text_or_null(json.member("image"), caption.image);
        write_file_bytes(json, caption.original);
        json.end('}');
    }
    json.end(']');
}

void write_cut(Json& json, const Document& document) {
    json.member("cut").begin('[');
    for (const auto& cut : document.cut) {
        json.begin('{').member("reason").string(to_string(cut.reason)).member("probability").share(cut.probability);
        write_file_bytes(json, cut.original);
        json.member("text").string(cut.text).end('}');
    }
    json.end(']');
}

void write_boxes(Json& json, const Document& document) {
    if (document.boxes.empty()) return;
    base::CodePointCounter counter(document.text);
    json.member("boxes").begin('[');
    for (const auto& box : document.boxes) {
        json.begin('{');
        write_span(json, counter, box.text);
        write_box(json, box);
        json.end('}');
    }
    json.end(']');
}

}  // namespace

std::string document_as_json(const Document& document, const DocumentSource& source, PlaceDetail places,
                             const Annotations* annotations) {
    Json json;
    json.begin('{').member("id").string(document.id).member("sha256").string(document.sha256);
    json.member("bytes").number(document.original_size);
    write_source(json, source);
    write_metadata(json, document.metadata);
    json.member("text").string(document.text);
    if (places == PlaceDetail::of_blocks) {
        const auto of_blocks = block_places(document, source);
        write_blocks(json, document, &of_blocks);
    } else {
        write_blocks(json, document, nullptr);
    }
    write_links(json, document);
    write_captions(json, document.metadata);
    write_cut(json, document);
    write_boxes(json, document);
    write_notes(json, document.notes);
    if (annotations != nullptr) report::write_annotations(json.member("annotations"), document, *annotations);
    return std::move(json.end('}')).take();
}

std::string failure_as_json(const std::string& id, const Error& error) {
    Json json;
    json.begin('{').member("id").string(id).member("error").begin('{');
    json.member("code").string(to_string(error.code)).member("message").string(error.to_string());
    return std::move(json.end('}').end('}')).take();
}

}  // namespace axray::cli
