#include "registers/screening/index_files.hpp"

#include <filesystem>
#include <system_error>
#include <utility>

#include "registers/store/index_folder.hpp"

namespace axray::registers {
namespace {

constexpr const char* kNamesFile = "/names.bin";
constexpr const char* kEntriesFile = "/entries.bin";

struct Payloads {
    std::string names;
    std::string entries;
};

// Entries whose names are sought: a CVE number is an identifier, and countries, campaigns and techniques are no
// parties; all are found by their references.
bool has_name_to_match(EntryKind kind) { return kind != EntryKind::vulnerability && kind != EntryKind::other; }

Result<Payloads> make_payloads(const Store& store, const std::vector<ListVersion>& versions,
                               const matching::NamePreparer& preparer) {
    matching::NameIndexBuilder names;
    EntryTableBuilder places;
    std::uint32_t number = 0;
    for (std::uint32_t version = 0; version < versions.size(); ++version) {
        auto entries = store.entries(versions[version]);
        if (!entries) return fail(std::move(entries).error());
        for (const auto& [entry, line] : *entries) {
            places.add({version, entry.kind, line, entry.reference});
            for (std::size_t name = 0; has_name_to_match(entry.kind) && name < entry.names.size(); ++name) {
                names.add(preparer.prepare(entry.names[name].text, name_kind(entry.kind)),
                          {number, static_cast<std::uint16_t>(name), static_cast<std::uint16_t>(version)});
            }
            ++number;
        }
    }
    return Payloads{names.finish(), places.finish()};
}

Result<SearchFiles> open_files(const std::string& folder) {
    auto names = matching::NameIndex::open(folder + kNamesFile);
    if (!names) return fail(std::move(names).error());
    auto table = base::ModelFile::open(folder + kEntriesFile, kEntryTableKind, kEntryTableVersion);
    if (!table) return fail(std::move(table).error());
    auto entries = EntryTable::of(*std::move(table), folder + kEntriesFile);
    if (!entries) return fail(std::move(entries).error());
    return SearchFiles{*std::move(names), *std::move(entries), {}};
}

// Written beside and renamed, so that a run that ends in the middle leaves nothing that looks whole.
Result<std::uint64_t> write_files(const std::string& folder, const Payloads& payloads) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) return fail(Error{ErrorCode::unwritable, error.message(), {folder}});
    auto written = base::write_model_file(folder + kEntriesFile, kEntryTableKind, kEntryTableVersion, payloads.entries);
    if (!written) return written;
    return base::write_model_file(folder + kNamesFile, matching::kNameIndexKind, matching::kNameIndexVersion,
                                  payloads.names);
}

}  // namespace

matching::NameKind name_kind(EntryKind kind) {
    switch (kind) {
        case EntryKind::person: return matching::NameKind::person;
        case EntryKind::organisation: return matching::NameKind::organisation;
        case EntryKind::vessel:
        case EntryKind::aircraft: return matching::NameKind::vessel;
        case EntryKind::actor:
        case EntryKind::software: return matching::NameKind::actor;
        case EntryKind::unknown:
        case EntryKind::vulnerability:
        case EntryKind::other: break;
    }
    return matching::NameKind::unknown;
}

Result<SearchFiles> open_search_files(const Store& store, const std::vector<ListVersion>& versions,
                                      const matching::NamePreparer& preparer) {
    const auto folder = index_folder_of(store, versions);
    if (auto files = open_files(folder)) return files;
    auto payloads = make_payloads(store, versions, preparer);
    if (!payloads) return fail(std::move(payloads).error());
    if (write_files(folder, *payloads)) return open_files(folder);

    std::vector<std::string> kept;
    kept.push_back(base::make_model_file(matching::kNameIndexKind, matching::kNameIndexVersion, payloads->names));
    kept.push_back(base::make_model_file(kEntryTableKind, kEntryTableVersion, payloads->entries));
    auto names = base::ModelFile::in_memory(kept[0], "the index of names", matching::kNameIndexKind,
                                            matching::kNameIndexVersion);
    if (!names) return fail(std::move(names).error());
    auto index = matching::NameIndex::of(*std::move(names), "the index of names");
    if (!index) return fail(std::move(index).error());
    auto table = base::ModelFile::in_memory(kept[1], "the table of entries", kEntryTableKind, kEntryTableVersion);
    if (!table) return fail(std::move(table).error());
    auto entries = EntryTable::of(*std::move(table), "the table of entries");
    if (!entries) return fail(std::move(entries).error());
    return SearchFiles{*std::move(index), *std::move(entries), std::move(kept)};
}

}  // namespace axray::registers
