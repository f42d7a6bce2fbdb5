#include "registers/store/version_folder.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <limits>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

#include "base/output.hpp"
#include "registers/store/entry_json.hpp"
#include "registers/store/reference_list.hpp"

namespace axray::registers {
namespace {

namespace filesystem = std::filesystem;

constexpr std::string_view kUnfinished = ".unfinished-";  // beginning of names of folders that are being written

tl::unexpected<Error> unwritable(const std::string& path, int error_number) {
    return fail(Error{ErrorCode::unwritable, std::string("cannot be written: ") + std::strerror(error_number), {path}});
}

Result<void> make_folder(const std::string& path) {
    std::error_code error;
    filesystem::create_directories(path, error);
    if (error) return unwritable(path, error.value());
    return {};
}

Result<void> write_file(const std::string& path, std::string_view bytes) {
    auto output = base::Output::to_file(path);
    if (!output) return fail(std::move(output).error());
    if (auto written = output->write(bytes); !written) return fail(std::move(written).error());
    if (auto finished = output->finish(); !finished) return fail(std::move(finished).error());
    return {};
}

// entries.jsonl and references.bin.
Result<void> write_entries(const std::string& folder, const std::vector<RegisterEntry>& entries) {
    std::string lines;
    std::vector<std::pair<std::string_view, Span>> references;
    references.reserve(entries.size());
    for (const auto& entry : entries) {
        if (!is_reference(entry.reference)) {
            return fail(ErrorCode::malformed, "an entry has no reference, or one with control characters");
        }
        const auto begin = lines.size();
        base::CompactJson json;
        write_entry(json, entry);
        lines.append(std::move(json).take()).append("\n");
        if (lines.size() > std::numeric_limits<std::uint32_t>::max()) {
            return fail(ErrorCode::limit_exceeded, "the entries of one list are more than 4 GB");
        }
        references.push_back(
            {entry.reference, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(lines.size() - 1)}});
    }
    if (auto written = write_file(folder + "/" + std::string(kEntriesFile), lines); !written) return written;
    auto written = write_references(folder + "/" + std::string(kReferencesFile), std::move(references));
    if (!written) return fail(std::move(written).error());
    return {};
}

Result<void> write_sources(const std::string& folder, const std::vector<ListFile>& sources) {
    for (const auto& source : sources) {
        const auto path = filesystem::path(folder) / safe_file_name(source.name);
        if (auto made = make_folder(path.parent_path().string()); !made) return made;
        if (auto written = write_file(path.string(), source.bytes); !written) return written;
    }
    return settle_folder(folder);
}

void remove_unfinished(const std::string& list_folder) {
    std::error_code error;
    std::vector<filesystem::path> left;
    for (auto entry = filesystem::directory_iterator(list_folder, error);
         !error && entry != filesystem::directory_iterator(); entry.increment(error)) {
        if (entry->path().filename().string().rfind(kUnfinished, 0) == 0) left.push_back(entry->path());
    }
    for (const auto& path : left) filesystem::remove_all(path, error);
}

// The finished folder takes its name; one that has it already changes places with it.
Result<void> put_in_place(const std::string& from, const std::string& target) {
    if (::rename(from.c_str(), target.c_str()) == 0) return {};
    if (errno != EEXIST && errno != ENOTEMPTY) return unwritable(target, errno);
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, target.c_str(), RENAME_EXCHANGE) != 0) {
        return unwritable(target, errno);
    }
    return {};
}

Result<void> fill_folder(const std::string& folder, const Manifest& manifest, const ImportedList& list,
                         const std::vector<ListFile>& sources) {
    if (auto made = make_folder(folder); !made) return made;
    if (auto done = write_sources(folder + "/" + std::string(kSourceFolder), sources); !done) return done;
    if (auto done = write_entries(folder, list.entries); !done) return done;
    if (auto done = write_file(folder + "/" + std::string(kManifestFile), write_manifest(manifest)); !done) return done;
    return settle_folder(folder);
}

}  // namespace

std::string safe_file_name(std::string_view name) {
    std::string safe;
    for (std::size_t at = 0; at <= name.size();) {
        const auto end = std::min(name.find('/', at), name.size());
        const auto part = name.substr(at, end - at);
        at = end + 1;
        if (part.empty() || part == "." || part == "..") continue;
        if (!safe.empty()) safe += '/';
        for (const char c : part) safe += static_cast<unsigned char>(c) < 0x20 ? '_' : c;
    }
    return safe.empty() ? "file" : safe;
}

Result<void> settle_folder(const std::string& folder) {
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return unwritable(folder, errno);
    const int fault = ::fsync(descriptor) == 0 ? 0 : errno;
    ::close(descriptor);
    if (fault != 0 && fault != EINVAL) return unwritable(folder, fault);  // EINVAL: a file system that cannot
    return {};
}

Result<void> write_version_folder(const std::string& list_folder, const Manifest& manifest, const ImportedList& list,
                                  const std::vector<ListFile>& sources) {
    if (auto made = make_folder(list_folder); !made) return made;
    remove_unfinished(list_folder);
    const auto& version = manifest.version.version;
    const auto unfinished = list_folder + "/" + std::string(kUnfinished) + version;
    auto done = fill_folder(unfinished, manifest, list, sources);
    if (done) done = put_in_place(unfinished, list_folder + "/" + version);
    if (done) done = settle_folder(list_folder);
    remove_unfinished(list_folder);
    return done;
}

}  // namespace axray::registers
