// Any bytes as a page: reading ends with a document that holds together, or with an error.
// Depends: base read
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/utf8.hpp"
#include "read/reader.hpp"

namespace {

// What must hold of every document; a breach stops the fuzzer.
void check(const axray::Document& document, std::size_t size) {
    if (axray::base::first_invalid_utf8(document.text) != document.text.size()) std::abort();
    std::uint32_t end = 0;
    for (const axray::Block& block : document.blocks) {
        if (block.span.empty() || block.span.begin < end || block.span.end > document.text.size()) std::abort();
        const axray::Span original = document.origin.to_original(block.span);
        if (original.empty() || original.end > size) std::abort();
        end = block.span.end;
    }
    std::uint32_t text = 0;
    for (const axray::OriginRun& run : document.origin.runs) {
        if (run.text_begin < text || run.original_begin + run.original_length > size) std::abort();
        text = run.text_begin + run.text_length;
    }
    for (const axray::CutBlock& cut : document.cut) {
        if (cut.original.begin > cut.original.end || cut.original.end > size) std::abort();
        if (axray::base::first_invalid_utf8(cut.text) != cut.text.size()) std::abort();
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    axray::ReadOptions options;
    options.media_type = "text/html";
    if (const auto document = axray::read::read_document(bytes, options)) check(*document, size);
    return 0;
}
