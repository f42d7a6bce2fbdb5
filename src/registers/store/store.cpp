#include "registers/store/store.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <map>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <sys/file.h>
#include <unistd.h>

#include "base/files.hpp"
#include "base/output.hpp"
#include "registers/store/entry_json.hpp"
#include "registers/store/reference_list.hpp"
#include "registers/store/version_folder.hpp"

namespace axray::registers {
namespace {

namespace filesystem = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr std::uint64_t kLargestManifest = std::uint64_t{16} << 20U;  // bytes
constexpr std::uint64_t kLargestEntries = std::uint64_t{4} << 30U;
constexpr std::uint64_t kLargestCurrent = std::uint64_t{1} << 20U;

// Held while a version is added, so that two imports at once follow each other.
class Lock {
public:
    [[nodiscard]] static Result<Lock> of(const std::string& folder) {
        std::error_code error;
        filesystem::create_directories(folder, error);
        const auto path = folder + "/.lock";
        const int descriptor = error ? -1 : ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
        const int fault = error ? error.value() : errno;
        if (descriptor < 0) {
            return fail(
                Error{ErrorCode::unwritable, std::string("cannot be written: ") + std::strerror(fault), {folder}});
        }
        while (::flock(descriptor, LOCK_EX) != 0 && errno == EINTR) {
        }
        return Lock(descriptor);
    }
    Lock(Lock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
    Lock& operator=(Lock&&) = delete;
    ~Lock() {
        if (descriptor_ >= 0) ::close(descriptor_);
    }

private:
    explicit Lock(int descriptor) : descriptor_(descriptor) {}
    int descriptor_;
};

// Names of the folders in a folder, hidden ones left out, sorted; none when there is no such folder.
Result<std::vector<std::string>> folders_in(const std::string& path) {
    std::vector<std::string> names;
    std::error_code error;
    auto entry = filesystem::directory_iterator(path, error);
    for (; !error && entry != filesystem::directory_iterator(); entry.increment(error)) {
        auto name = entry->path().filename().string();
        if (name.front() != '.' && base::is_folder(entry->path().string())) names.push_back(std::move(name));
    }
    if (error && error != std::errc::no_such_file_or_directory) return fail(base::read_error(error.value(), path));
    std::sort(names.begin(), names.end());
    return names;
}

Result<Manifest> read_manifest_at(const std::string& folder) {
    const auto path = folder + "/" + std::string(kManifestFile);
    const auto bytes = base::read_file(path, kLargestManifest);
    if (!bytes) return fail(bytes.error());
    auto manifest = read_manifest(*bytes);
    if (!manifest) return fail(std::move(manifest).error().within(path));
    if (manifest->version.version != filesystem::path(folder).filename().string()) {
        return fail(Error{ErrorCode::malformed, "it describes another version than its folder", {path}});
    }
    return manifest;
}

// Older before newer; of one day, what was imported later is newer.
bool is_older(const ListVersion& left, const ListVersion& right) {
    if (left.date != right.date) return left.date < right.date;
    if (left.imported != right.imported) return left.imported < right.imported;
    return left.version < right.version;
}

// Of versions of one list, oldest first: the newest that is not younger than `day`; nullptr when all are.
const ListVersion* newest_until(const std::vector<ListVersion>& versions, std::string_view day) {
    const auto* found = static_cast<const ListVersion*>(nullptr);
    for (const auto& version : versions) {
        if (version.date <= day) found = &version;
    }
    return found;
}

// Names of the versions in use, by list; empty when there is no such file, or none that can be read: the newest are in
// use then.
std::map<std::string, std::string> read_current(const std::string& path) {
    const auto bytes = base::read_file(path, kLargestCurrent);
    if (!bytes) return {};
    const auto json = Json::parse(*bytes, nullptr, false);
    std::map<std::string, std::string> current;
    if (!json.is_object()) return current;
    for (const auto& [list, version] : json.items()) {
        if (version.is_string()) current[list] = version.get<std::string>();
    }
    return current;
}

Result<void> check_shrinking(const std::vector<ListVersion>& versions, const Manifest& added) {
    const auto* before = newest_until(versions, added.version.date);
    if (before == nullptr || added.version.entries >= (before->entries + 1) / 2) return {};
    return fail(ErrorCode::invalid_usage,
                "\"" + added.version.list + "\" has " + std::to_string(added.version.entries) +
                    " entries where the version of " + before->date + " has " + std::to_string(before->entries) +
                    "; a list that lost more than half is imported with --force only, the old version stays in use");
}

}  // namespace

Result<Store> Store::open(const std::string& folder) {
    if (folder.empty()) {
        return fail(ErrorCode::invalid_usage, "there is no folder for registers; AXRAY_REGISTERS or HOME names it");
    }
    std::error_code error;
    if (filesystem::exists(folder, error) && !base::is_folder(folder)) {
        return fail(
            Error{ErrorCode::unreadable, "is a file, where the folder of the registers was expected", {folder}});
    }
    return Store(folder);
}

Result<ListVersion> Store::add(const ImportedList& list, const std::vector<ListFile>& sources,
                               const StoreOptions& options) {
    auto manifest = make_manifest(list, sources, options.now);
    if (!manifest) return fail(std::move(manifest).error());
    const auto lock = Lock::of(folder_);
    if (!lock) return fail(lock.error());
    auto others = versions_of(list.list);
    if (!others) return fail(std::move(others).error());
    const auto same = [&](const ListVersion& other) { return other.digest == manifest->version.digest; };
    const auto known = std::find_if(others->begin(), others->end(), same);
    if (known != others->end() && options.shrinking == Shrinking::refused) {
        if (auto used = put_into_use(*known); !used) return fail(std::move(used).error());
        return *known;
    }
    if (options.shrinking == Shrinking::refused) {
        if (auto fits = check_shrinking(*others, *manifest); !fits) return fail(std::move(fits).error());
    }
    auto written = write_version_folder(folder_ + "/lists/" + list.list, *manifest, list, sources);
    if (!written) return fail(std::move(written).error().within("version " + manifest->version.version));
    if (auto used = put_into_use(manifest->version); !used) return fail(std::move(used).error());
    if (known != others->end()) {
        std::error_code left_behind;
        // The same bytes under another date, which this version replaces; and what was made from the old entries.
        if (known->version != manifest->version.version) filesystem::remove_all(version_folder(*known), left_behind);
        filesystem::remove_all(index_folder(), left_behind);
    }
    return manifest->version;
}

// The newest version of the list of `version`, which exists by now.
Result<void> Store::put_into_use(const ListVersion& version) const {
    const auto versions = versions_of(version.list);
    if (!versions) return fail(versions.error());
    const auto path = folder_ + "/current.json";
    auto current = read_current(path);
    if (std::exchange(current[version.list], versions->back().version) == versions->back().version) return {};
    auto output = base::Output::to_file(path);
    if (!output) return fail(std::move(output).error());
    if (auto done = output->write(Json(current).dump(2) + "\n"); !done) return fail(std::move(done).error());
    if (auto done = output->finish(); !done) return fail(std::move(done).error());
    return settle_folder(folder_);
}

Result<std::optional<ListVersion>> Store::made_from(const std::vector<ListFile>& sources) const {
    const auto digest = digest_of(describe_files(sources));
    auto all = versions();
    if (!all) return fail(std::move(all).error());
    for (auto& version : *all) {
        if (version.digest == digest) return std::optional<ListVersion>(std::move(version));
    }
    return std::optional<ListVersion>();
}

Result<std::vector<ListVersion>> Store::versions_of(const std::string& list) const {
    const auto folder = folder_ + "/lists/" + list;
    const auto names = folders_in(folder);
    if (!names) return fail(names.error());
    std::vector<ListVersion> versions;
    for (const auto& name : *names) {
        auto manifest = read_manifest_at(folder + "/" + name);
        if (!manifest) return fail(std::move(manifest).error());
        if (manifest->version.list != list) {
            return fail(Error{ErrorCode::malformed, "it holds a version of another list", {folder + "/" + name}});
        }
        versions.push_back(std::move(manifest->version));
    }
    std::sort(versions.begin(), versions.end(), is_older);
    return versions;
}

Result<std::vector<ListVersion>> Store::versions() const {
    const auto lists = folders_in(folder_ + "/lists");
    if (!lists) return fail(lists.error());
    std::vector<ListVersion> all;
    for (const auto& list : *lists) {
        auto versions = versions_of(list);
        if (!versions) return versions;
        std::move(versions->begin(), versions->end(), std::back_inserter(all));
    }
    return all;
}

Result<std::vector<ListVersion>> Store::in_use(std::string_view day) const {
    const auto lists = folders_in(folder_ + "/lists");
    if (!lists) return fail(lists.error());
    const auto current = read_current(folder_ + "/current.json");
    std::vector<ListVersion> used;
    for (const auto& list : *lists) {
        auto versions = versions_of(list);
        if (!versions) return versions;
        if (versions->empty()) continue;
        const auto* chosen = &versions->back();
        if (!day.empty()) {
            const auto* of_day = newest_until(*versions, day);
            chosen = of_day != nullptr ? of_day : &versions->front();
        } else if (const auto named = current.find(list); named != current.end()) {
            for (const auto& version : *versions) {
                if (version.version == named->second) chosen = &version;
            }
        }
        used.push_back(*chosen);
    }
    return used;
}

std::string Store::version_folder(const ListVersion& version) const {
    return folder_ + "/lists/" + version.list + "/" + version.version;
}
std::string Store::entries_path(const ListVersion& version) const {
    return version_folder(version) + "/" + std::string(kEntriesFile);
}
std::string Store::references_path(const ListVersion& version) const {
    return version_folder(version) + "/" + std::string(kReferencesFile);
}
std::string Store::source_path(const ListVersion& version, std::string_view name) const {
    return version_folder(version) + "/" + std::string(kSourceFolder) + "/" + safe_file_name(name);
}
std::string Store::index_folder() const { return folder_ + "/index"; }

Result<Manifest> Store::manifest(const ListVersion& version) const { return read_manifest_at(version_folder(version)); }

Result<std::vector<Store::StoredEntry>> Store::entries(const ListVersion& version) const {
    const auto path = entries_path(version);
    auto bytes = base::read_file(path, kLargestEntries);
    if (!bytes) return fail(std::move(bytes).error());
    const auto size = bytes->size();
    bytes->append(EntryReader::kPadding, ' ');
    const auto lines = std::string_view(*bytes).substr(0, size);
    EntryReader reader;
    std::vector<StoredEntry> entries;
    entries.reserve(std::min<std::uint64_t>(version.entries, size));
    for (std::size_t begin = 0; begin < size;) {
        const auto end = std::min(lines.find('\n', begin), size);
        auto entry = reader.read(lines.substr(begin, end - begin));
        if (!entry) {
            return fail(std::move(entry).error().within("line " + std::to_string(entries.size() + 1)).within(path));
        }
        entries.push_back({*std::move(entry), {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}});
        begin = end + 1;
    }
    if (entries.size() == version.entries) return entries;
    return fail(Error{ErrorCode::malformed,
                      "it has " + std::to_string(entries.size()) + " entries where " + std::to_string(version.entries) +
                          " were imported; import the list again with --force",
                      {path}});
}

Result<std::optional<Store::StoredEntry>> Store::find(const ListVersion& version, std::string_view reference) const {
    const auto references = ReferenceList::open(references_path(version));
    if (!references) return fail(references.error());
    const auto line = references->find(reference);
    if (!line) return std::optional<StoredEntry>();
    const auto path = entries_path(version);
    auto bytes = base::read_file_part(path, line->begin, line->size());
    if (!bytes) return fail(std::move(bytes).error());
    auto entry = from_json_line(*bytes);
    if (!entry) return fail(std::move(entry).error().within(path));
    if (entry->reference != reference) {
        return fail(Error{
            ErrorCode::malformed,
            "another entry stands where " + std::string(reference) + " should; import the list again with --force",
            {path}});
    }
    return std::optional<StoredEntry>(StoredEntry{*std::move(entry), *line});
}

}  // namespace axray::registers
