// What is known of a version of a list (ImportedList -> Manifest <-> manifest.json).
//
// Its name is its date and the beginning of the digest of its files, so that the same files are the same version.
// Source: own.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <axray/registers.hpp>
#include <axray/result.hpp>

#include "registers/import/import.hpp"

namespace axray::registers {

// A file as it was published.
struct SourceFile {
    std::string name;
    std::uint64_t size = 0;  // bytes
    std::string digest;      // SHA-256, 64 hexadecimal digits

    friend bool operator==(const SourceFile&, const SourceFile&) = default;
};

struct Manifest {
    ListVersion version;
    std::string publisher;
    std::string stated_version;  // as the list states it; empty when it does not
    std::uint64_t rows = 0;
    std::uint64_t faulty_rows = 0;
    std::vector<SourceFile> files;
    std::vector<ImportFault> faults;
};

// `now` is an ISO 8601 time. Error invalid_usage when the list has no usable name or date.
[[nodiscard]] Result<Manifest> make_manifest(const ImportedList& list, const std::vector<ListFile>& sources,
                                             std::string_view now);

// The digest of files: of one its own; of several that of the lines which `sha256sum` prints for them, by name.
[[nodiscard]] std::string digest_of(const std::vector<SourceFile>& files);
[[nodiscard]] std::vector<SourceFile> describe_files(const std::vector<ListFile>& sources);

[[nodiscard]] std::string write_manifest(const Manifest& manifest);
// Error malformed.
[[nodiscard]] Result<Manifest> read_manifest(std::string_view json);

// "2024-05-03": a day of the calendar.
[[nodiscard]] bool is_iso_day(std::string_view text);

}  // namespace axray::registers
