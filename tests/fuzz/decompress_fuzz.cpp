// Feeds arbitrary bytes to the decoders of content codings; the first byte chooses the coding and the limit.
// Depends: base
//
// What must hold: no crash; output keeps to the limit, and what is refused is not given; more room gives the same bytes
// and more of them; whatever is not whole has a reason.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/decompress.hpp"
#include "require.hpp"

namespace {

using axray::base::Decompressed;
using axray::base::DecompressState;

using axray::fuzz::require;

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const auto coding = static_cast<axray::base::Coding>(data[0] % 5);
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    axray::base::DecompressLimits limits;
    limits.bytes = std::size_t{1} << (data[0] / 5 % 20);
    const Decompressed little = axray::base::decompress(bytes, coding, limits);
    require(little.bytes.size() <= limits.bytes, "output keeps to the limit");
    require(little.used <= bytes.size(), "no more is used than there is");
    require(little.state == DecompressState::whole || !little.reason.empty(), "what is not whole has a reason");
    require(little.state != DecompressState::refused || little.bytes.empty(), "what is refused is not given");
    limits.bytes *= 4;
    const Decompressed more = axray::base::decompress(bytes, coding, limits);
    if (more.state == DecompressState::refused || little.state == DecompressState::refused) return 0;
    require(std::string_view(more.bytes).starts_with(little.bytes), "more room gives the same beginning");
    require(little.state != DecompressState::whole || more.bytes == little.bytes, "what is whole stays so");
    return 0;
}
