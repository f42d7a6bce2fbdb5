// Any bytes as a page: every metadata value is valid UTF-8, leads to bytes of the file, and no date lies in the future;
// any bytes as JSON: the tree holds together.
// Depends: base read
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/utf8.hpp"
#include "read/metadata/dates.hpp"
#include "read/metadata/loose_json.hpp"
#include "read/reader.hpp"
#include "sound_document.hpp"

namespace {

using axray::MetadataValue;

bool is_valid(std::string_view text) { return axray::base::first_invalid_utf8(text) == text.size(); }

void require_sound(const MetadataValue& value, std::size_t size) {
    if (!is_valid(value.value) || !is_valid(value.found_in)) std::abort();
    if (value.original.begin > value.original.end || value.original.end > size) std::abort();
    if (value.confidence < 0 || value.confidence > 1) std::abort();
}

void require_sound(const axray::Metadata& metadata, const axray::Document& document, std::size_t size) {
    for (const MetadataValue* value : {&metadata.title, &metadata.publisher, &metadata.published, &metadata.modified,
                                       &metadata.language, &metadata.address, &metadata.section})
        require_sound(*value, size);
    for (const MetadataValue& author : metadata.authors) require_sound(author, size);
    for (const MetadataValue& credit : metadata.credits) require_sound(credit, size);
    if (!metadata.published.empty() && metadata.published.value.substr(0, 10) > "2024-06-01") std::abort();
    if (!metadata.modified.empty() && metadata.modified.value.substr(0, 10) > "2024-06-01") std::abort();
    for (const axray::Link& link : metadata.links) {
        if (!is_valid(link.address) || link.text.empty() || link.text.end > document.text.size()) std::abort();
        if (!is_valid(document.slice(link.text))) std::abort();
    }
    for (const axray::ImageCaption& caption : metadata.captions) {
        if (!is_valid(caption.text) || !is_valid(caption.image)) std::abort();
        if (caption.original.begin > caption.original.end || caption.original.end > size) std::abort();
    }
}

void require_sound(const axray::read::JsonTree& tree) {
    for (std::uint32_t node = 0; node < tree.nodes.size(); ++node) {
        const auto& at = tree.nodes[node];
        if (at.end <= node || at.end > tree.nodes.size() || at.value.begin > at.value.end) std::abort();
        if (at.value.end > tree.page.size() || at.key.end > tree.page.size()) std::abort();
        static_cast<void>(axray::read::unescape_json(tree.value(node)));
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    axray::ReadOptions options;
    options.media_type = size > 0 && data[0] == '#' ? "text/plain" : "text/html";
    options.retrieved = "2024-06-01T12:00:00Z";
    options.address = "https://ellery.example/coast/wall.html";
    if (const auto document = axray::read::read_document(bytes, options)) {
        axray::fuzz::require_sound(*document, size);
        require_sound(document->metadata, *document, size);
    }
    require_sound(axray::read::read_loose_json(bytes, {0, static_cast<std::uint32_t>(size)}));
    if (is_valid(bytes)) static_cast<void>(axray::read::find_dates(bytes, {}, 10));
    return 0;
}
