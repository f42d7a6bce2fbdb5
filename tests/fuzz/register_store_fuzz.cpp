// Feeds arbitrary bytes to what reads the folder of registers back: a line of entries.jsonl, a manifest, sorted
// references, and a configuration of updates.
// Depends: base fetch language matching registers update
//
// What must hold: no crash; what was read is sound and is written as it was read.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "registers/store/reference_list.hpp"
#include "registers/store/store.hpp"
#include "require.hpp"
#include "update/update_config.hpp"

namespace {

using namespace axray::registers;

using axray::fuzz::require;

void read_line(std::string_view bytes) {
    const auto entry = from_json_line(bytes);
    if (!entry) return require(!entry.error().message.empty(), "an error says what");
    require(!entry->names.empty() && !entry->rows.empty() && !entry->reference.empty(), "an entry is whole");
    const auto again = from_json_line(to_json_line(*entry));
    require(again.has_value() && *again == *entry, "an entry comes back as it was");
}

void read_versions(std::string_view bytes) {
    const auto manifest = read_manifest(bytes);
    if (!manifest) return require(!manifest.error().message.empty(), "an error says what");
    const auto again = read_manifest(write_manifest(*manifest));
    require(again.has_value() && again->version.version == manifest->version.version, "a manifest comes back");
    require(is_iso_day(manifest->version.date), "a version has a day");
}

void find_references(std::string_view bytes) {
    const auto newline = bytes.find('\n');
    const auto reference = bytes.substr(0, newline);
    const auto lines = newline == std::string_view::npos ? std::string_view() : bytes.substr(newline + 1);
    const auto found = find_reference(lines, reference);
    if (found) require(found->begin <= found->end, "a span has its beginning before its end");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    switch (data[0] % 4) {
        case 0: read_line(bytes); break;
        case 1: read_versions(bytes); break;
        case 2: find_references(bytes); break;
        default: {
            const auto config = axray::update::read_config(bytes);
            if (config) require(!config->lists.empty(), "a configuration has lists");
        }
    }
    return 0;
}
