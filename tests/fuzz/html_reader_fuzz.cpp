// Any bytes as a page: reading ends with a document that holds together, or with an error.
// Depends: base read
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "read/reader.hpp"
#include "sound_document.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    axray::ReadOptions options;
    options.media_type = "text/html";
    if (const auto document = axray::read::read_document(bytes, options)) axray::fuzz::require_sound(*document, size);
    return 0;
}
