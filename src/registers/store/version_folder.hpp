// The folder of one version, written so that it is there as a whole or not at all (Manifest, entries, files -> folder).
// Source: own, over POSIX and Linux (renameat2).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <axray/result.hpp>

#include "registers/import/import.hpp"
#include "registers/store/manifest.hpp"

namespace axray::registers {

inline constexpr std::string_view kManifestFile = "manifest.json";
inline constexpr std::string_view kEntriesFile = "entries.jsonl";
inline constexpr std::string_view kReferencesFile = "references.bin";
inline constexpr std::string_view kSourceFolder = "source";

// `list_folder`/VERSION appears, or is replaced, when everything has reached the disk. What an earlier attempt that
// broke off has left is removed. Only for the holder of the lock of the store. Errors: unwritable, malformed.
[[nodiscard]] Result<void> write_version_folder(const std::string& list_folder, const Manifest& manifest,
                                                const ImportedList& list, const std::vector<ListFile>& sources);

// As a path inside the folder: no part of it leads out of there, whatever the name.
[[nodiscard]] std::string safe_file_name(std::string_view name);

// Waits until the names in a folder have reached the disk. Error unwritable.
[[nodiscard]] Result<void> settle_folder(const std::string& folder);

}  // namespace axray::registers
