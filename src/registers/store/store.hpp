// The folder of registers: every version of every list that was imported, and which are in use (folder <-> versions).
//
//   FOLDER/lists/LIST/VERSION/manifest.json   ListVersion, files with digests, counts, faults
//   FOLDER/lists/LIST/VERSION/entries.jsonl   one RegisterEntry a line, in the order of the import
//   FOLDER/lists/LIST/VERSION/references.bin  where each reference stands in it, sorted (reference_list.hpp)
//   FOLDER/lists/LIST/VERSION/source/         the files as they were published
//   FOLDER/current.json                       {"ofac-sdn": "2024-05-03-1a2b3c4d", ...}
//   FOLDER/index/                             made from them, may be deleted (name_index.hpp, actor catalogue)
//
// A version is written beside the others under a temporary name and appears by one rename; current.json is replaced by
// one rename. A crash at any moment leaves the old version in use. Source: own.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <axray/register_entry.hpp>
#include <axray/registers.hpp>
#include <axray/result.hpp>

#include "registers/import/import.hpp"
#include "registers/store/manifest.hpp"

namespace axray::registers {

// The folder that is meant by an empty name: AXRAY_REGISTERS, else $XDG_DATA_HOME/axray/registers, else
// ~/.local/share/axray/registers. Empty when none of them is known.
[[nodiscard]] std::string default_folder();

enum class Shrinking : std::uint8_t { refused, allowed };  // a list that lost more than half of its entries

struct StoreOptions {
    Shrinking shrinking = Shrinking::refused;
    std::string now;  // ISO 8601 time of the import
};

class Store {
public:
    // `folder` need not exist yet; add() makes it. Errors: invalid_usage for an empty name, unreadable when it is a
    // file.
    [[nodiscard]] static Result<Store> open(const std::string& folder);

    // Adds a version and puts it into use when it is the newest by date. `sources` are the files as they came, packed
    // or not, by name. Importing the same bytes again changes nothing, unless shrinking is allowed: then they are read
    // anew, and their version is replaced. Errors: unwritable; invalid_usage when the list lost more than half of its
    // entries and shrinking is refused, saying both counts; malformed when a reference has control characters.
    [[nodiscard]] Result<ListVersion> add(const ImportedList& list, const std::vector<ListFile>& sources,
                                          const StoreOptions& options);

    // Puts the newest version of the list of `version` into use, where a crash kept that from being done.
    [[nodiscard]] Result<void> put_into_use(const ListVersion& version) const;

    // The version that was made from the same bytes. Errors as of versions().
    [[nodiscard]] Result<std::optional<ListVersion>> made_from(const std::vector<ListFile>& sources) const;

    // All versions of all lists, by list, then by date. None when there is no folder. Errors: unreadable, malformed.
    [[nodiscard]] Result<std::vector<ListVersion>> versions() const;

    // Of each list the newest version, or the newest not younger than `day` (ISO 8601); of a list whose versions are
    // all younger, the oldest. By list.
    [[nodiscard]] Result<std::vector<ListVersion>> in_use(std::string_view day = {}) const;

    // Where entries.jsonl, references.bin and the file `name` as it was published lie.
    [[nodiscard]] std::string entries_path(const ListVersion& version) const;
    [[nodiscard]] std::string references_path(const ListVersion& version) const;
    [[nodiscard]] std::string source_path(const ListVersion& version, std::string_view name) const;
    [[nodiscard]] std::string index_folder() const;

    // All entries of a version, in order, each with the bytes of its line in entries.jsonl. Errors: malformed,
    // unreadable.
    struct StoredEntry {
        RegisterEntry entry;
        Span line;
    };
    [[nodiscard]] Result<std::vector<StoredEntry>> entries(const ListVersion& version) const;

    // The entry with that reference, found without reading the others. Nothing when the version has none.
    [[nodiscard]] Result<std::optional<StoredEntry>> find(const ListVersion& version, std::string_view reference) const;

    // Files, faults and counts of a version. Errors: malformed, unreadable.
    [[nodiscard]] Result<Manifest> manifest(const ListVersion& version) const;

    [[nodiscard]] const std::string& folder() const { return folder_; }

private:
    explicit Store(std::string folder) : folder_(std::move(folder)) {}
    [[nodiscard]] std::string version_folder(const ListVersion& version) const;
    [[nodiscard]] Result<std::vector<ListVersion>> versions_of(const std::string& list) const;
    std::string folder_;
};

// One line of entries.jsonl, without its end, and back. Error malformed.
[[nodiscard]] std::string to_json_line(const RegisterEntry& entry);
[[nodiscard]] Result<RegisterEntry> from_json_line(std::string_view line);

}  // namespace axray::registers
