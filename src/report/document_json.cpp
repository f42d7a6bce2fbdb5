#include "report/document_json.hpp"

namespace axray::report {

void write_position(JsonWriter& json, CodePointSpan span) {
    json.key("begin").number(span.begin).key("end").number(span.end);
}

void write_file_bytes(JsonWriter& json, Span original) {
    json.key("file_bytes");
    if (original.empty()) {
        json.null();
    } else {
        json.begin_array(JsonLayout::one_line).number(original.begin).number(original.end).end();
    }
}

void write_place(JsonWriter& json, const PlaceFinder& places, Span span) {
    const auto place = places.find(span);
    json.key("place").begin_object(JsonLayout::one_line);
    write_position(json, place.position);
    write_file_bytes(json, place.original);
    json.key("exact").string(place.exact);
    json.key("prefix").string(place.prefix).key("suffix").string(place.suffix).end();
}

void write_document(JsonWriter& json, const Document& document, const PlaceFinder& places) {
    json.begin_object();
    json.key("id").string(document.id);
    json.key("sha256").string(document.sha256);
    json.key("bytes").number(document.original_size);
    json.key("media_type").string(document.metadata.media_type);
    json.key("charset").string(document.metadata.charset);
    json.key("replaced_characters").number(document.metadata.replaced_characters);
    json.key("language").string(document.metadata.language.value);
    json.key("published").string(document.metadata.published.value);
    json.key("title").string(document.metadata.title.value);
    json.key("text").string(document.text);
    json.key("blocks").begin_array();
    for (const auto& block : document.blocks) {
        json.begin_object(JsonLayout::one_line).key("kind").string(to_string(block.kind));
        write_position(json, places.code_points(block.span));
        json.end();
    }
    json.end();
    json.key("cut").begin_array();
    for (const auto& cut : document.cut) {
        json.begin_object(JsonLayout::one_line).key("reason").string(to_string(cut.reason));
        json.key("text").string(cut.text);
        write_file_bytes(json, cut.original);
        json.end();
    }
    json.end();
    json.end();
}

}  // namespace axray::report
