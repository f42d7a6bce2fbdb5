// Undoes the packing of a published file (one file's bytes -> the lists' files in it).
//
// gzip, zip and tar, told from the bytes, also packed in one another: "sets.tar.gz" gives "sets.tar.gz/G0128.json", and
// "sdn.csv.gz" gives "sdn.csv". Anything else comes back as it is. A spreadsheet (.ods) is a zip file, of which only
// content.xml is a list. Limits on members, sizes and expansion hold for foreign bytes; nothing is written to disk.
// Source: RFC 1952 through base/decompress; tar and zip through libarchive.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <axray/result.hpp>

#include "registers/import/import.hpp"

namespace axray::registers {

struct UnpackLimits {
    std::size_t members = 100'000;
    std::size_t bytes = std::size_t{1} << 30;  // of all members together, unpacked
    std::size_t ratio = 1000;  // unpacked bytes for one packed byte; lists that repeat themselves reach about 100
    std::size_t ratio_from = std::size_t{16} << 20;  // unpacked bytes from which on the ratio counts
};

// In the order of the archive. Errors, with `name` as context: malformed for a damaged or cut archive, limit_exceeded,
// empty when there is no file in it.
[[nodiscard]] Result<std::vector<ListFile>> unpack(const std::string& name, std::string_view bytes,
                                                   const UnpackLimits& limits = {});

}  // namespace axray::registers
