// Feeds arbitrary bytes to the unpacking of published files.
// Depends: base language matching registers
//
// What must hold: no crash; what comes out keeps to the limits and is named; an error says what and where.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "registers/import/unpack.hpp"
#include "require.hpp"

namespace {

using axray::fuzz::require;

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    axray::registers::UnpackLimits limits;
    limits.members = 50;
    limits.bytes = std::size_t{1} << 20;
    limits.ratio_from = std::size_t{1} << 16;
    const auto files = axray::registers::unpack("list", bytes, limits);
    if (!files) {
        require(!files.error().message.empty() && !files.error().context.empty(), "an error says what and where");
        return 0;
    }
    require(!files->empty() && files->size() <= limits.members, "there are no more files than the limit");
    std::size_t unpacked = 0;
    for (const auto& file : *files) {
        require(file.name.starts_with("list"), "a file is named after the archive");
        unpacked += file.bytes.size();
    }
    require(unpacked <= limits.bytes + size, "files keep to the limit");
    return 0;
}
