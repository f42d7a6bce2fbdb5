// Any bytes as a feed: reading ends with items whose documents hold together, or with an error.
// Depends: base read
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "read/feed/feed_documents.hpp"
#include "sound_document.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    std::uint32_t count = 0;
    const auto summary = axray::read::read_feed_documents(bytes, {}, [&](axray::Result<axray::Document> document) {
        ++count;
        if (document) axray::fuzz::require_sound(*document, size);
        if (!document && document.error().message.empty()) std::abort();
        return axray::Reading::go_on;
    });
    if (summary && summary->items != count) std::abort();
    return 0;
}
