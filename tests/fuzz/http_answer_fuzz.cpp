// Any bytes as what the fetching program writes, as headers and as a request: reading ends with a value or an error.
// Depends: base fetch
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "fetch/exchange.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    using namespace axray::fetch;
    const Seconds now(std::chrono::seconds(1'000'000'000));
    const auto headers = parse_header_lines(bytes);
    const auto type = parse_content_type(joined_values(headers, "Content-Type"));
    if (type.media_type.size() > size) std::abort();
    static_cast<void>(is_fresh(headers, now, now));
    static_cast<void>(parse_retry_after(bytes, now));
    if (const auto answer = read_answer(std::string(bytes)); answer && answer->body.size() > size) std::abort();
    if (const auto request = read_request(bytes)) {
        // Bytes that could end a line become blanks the first time.
        const auto written = write_request(*request);
        const auto again = read_request(written);
        if (!again || again->peers != request->peers || write_request(*again) != written) std::abort();
    }
    return 0;
}
