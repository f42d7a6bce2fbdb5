#include "cli/inputs.hpp"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <system_error>
#include <unordered_set>
#include <utility>

#include <unistd.h>

#include "base/decompress.hpp"
#include "base/files.hpp"
#include "cli/read_archive.hpp"
#include "fetch/clock.hpp"

namespace axray::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* kStandardInputName = "standard input";
constexpr std::string_view kGzipBegin = "\x1F\x8B\x08";
constexpr std::size_t kBeginning = 4096;  // bytes by which an archive is told

// One spelling for each file, so that two paths to it can be told to be the same.
std::string identity_of(const std::string& name) {
    std::error_code error;
    const auto canonical = fs::canonical(name, error);
    return error ? name : canonical.string();
}

// Files below a folder, those that are hidden or links to folders left out, sorted by their bytes.
Result<std::vector<std::string>> files_below(const std::string& folder) {
    std::error_code error;
    std::vector<std::string> files;
    auto entry = fs::recursive_directory_iterator(folder, fs::directory_options::skip_permission_denied, error);
    for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
        const bool hidden = entry->path().filename().string().front() == '.';
        std::error_code unreadable;
        if (hidden) {
            entry.disable_recursion_pending();
        } else if (entry->is_regular_file(unreadable)) {
            files.push_back(entry->path().string());
        }
    }
    if (error) return fail(base::read_error(error.value(), folder));
    if (files.empty()) return fail(Error{ErrorCode::empty, "there is no file in the folder or below it", {folder}});
    std::sort(files.begin(), files.end());
    return files;
}

// The first bytes of a file; none of what is no regular file, since they could not be read again.
std::string beginning_of(const std::string& path) {
    std::error_code error;
    if (!fs::is_regular_file(path, error)) return {};
    std::string bytes(kBeginning, '\0');
    std::ifstream file(path, std::ios::binary);
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(file.gcount()));
    return bytes;
}

// Undoes the compression of `input`, if there is any; tells what of it was damaged.
Result<std::string> unpacked(std::string bytes, const ReadOptions& options, const ReadReceiver& receiver) {
    if (!bytes.starts_with(kGzipBegin)) return bytes;
    base::DecompressLimits limits;
    limits.bytes = options.size_limit;
    auto plain = base::decompress(bytes, base::Coding::gzip, limits);
    switch (plain.state) {
        case base::DecompressState::whole: return std::move(plain.bytes);
        case base::DecompressState::too_long:
        case base::DecompressState::refused: return fail(Error{ErrorCode::limit_exceeded, plain.reason, {options.id}});
        case base::DecompressState::cut:
        case base::DecompressState::damaged: break;
    }
    if (plain.bytes.empty()) return fail(Error{ErrorCode::malformed, plain.reason, {options.id}});
    receiver.damage({ErrorCode::malformed,
                     plain.reason + "; the " + std::to_string(plain.bytes.size()) + " bytes before it were read",
                     {options.id}});
    return std::move(plain.bytes);
}

// `retrieved` is when it was fetched; empty for a file.
void read_bytes(const Engine& engine, Result<std::string> bytes, const ReadOptions& options,
                const std::string& retrieved, const ReadReceiver& receiver) {
    if (bytes) bytes = unpacked(*std::move(bytes), options, receiver);
    if (!bytes) return receiver.failure(options.id, bytes.error());
    read_documents(engine, *bytes, options, {retrieved, {}, 0, 0}, receiver);
}

void read_address(const Engine& engine, const AddressReader& addresses, const std::string& address,
                  const ReadReceiver& receiver) {
    auto page = addresses.fetch(address);
    if (!page) return receiver.failure(address, page.error());
    for (const auto& note : page->notes) receiver.note(note);
    read_bytes(engine, std::move(page->bytes), page->options, page->options.retrieved, receiver);
}

ReadTask failed(std::string name, Error error) {
    return {[name = std::move(name), error = std::move(error)](const ReadReceiver& receiver) {
                receiver.failure(name, error);
            },
            0};
}

}  // namespace

void read_documents(const Engine& engine, std::string_view bytes, const ReadOptions& options,
                    const DocumentSource& source, const ReadReceiver& receiver) {
    const auto placed = [&](Error error) {
        if (error.context.empty() || error.context.back() != options.id) error.context.push_back(options.id);
        if (source.archive.empty()) return error;
        return std::move(error).within("byte " + std::to_string(source.offset)).within(source.archive);
    };
    DocumentSource known = source;
    known.address = options.address;
    known.bytes = bytes;
    const auto summary = engine.read_each(bytes, options, [&](Result<Document> document) {
        if (document) {
            receiver.document(*document, known);
        } else {
            receiver.failure(options.id, placed(std::move(document).error()));
        }
        return Reading::go_on;
    });
    if (!summary) return receiver.failure(options.id, placed(summary.error()));
    for (const auto& fault : summary->faults) receiver.damage(placed(fault));
}

std::vector<NamedInput> list_inputs(const std::vector<std::string>& names, FolderDepth depth) {
    std::vector<NamedInput> inputs;
    std::unordered_set<std::string> seen;
    const auto add = [&](const std::string& name, std::string identity) {
        if (seen.insert(std::move(identity)).second) inputs.push_back({name, {}});
    };
    for (const auto& name : names) {
        if (name == kStandardInput || is_address(name)) {
            add(name, name);
            continue;
        }
        if (!base::is_folder(name)) {
            add(name, identity_of(name));
            continue;
        }
        auto inside = depth == FolderDepth::everything_below ? files_below(name) : base::files_in_folder(name);
        if (inside) {
            for (const auto& file : *inside) add(file, identity_of(file));
        } else {
            inputs.push_back({name, std::move(inside).error()});
        }
    }
    return inputs;
}

InputTasks::InputTasks(const Engine& engine, const AddressReader& addresses, std::vector<NamedInput> inputs,
                       InputKind kind, std::string now)
    : engine_(engine), addresses_(addresses), inputs_(std::move(inputs)), kind_(kind), now_(std::move(now)) {}

std::string present_time() { return fetch::iso_time(fetch::in_seconds(fetch::system_clock().now())); }

InputTasks::~InputTasks() = default;

std::optional<ReadTask> InputTasks::next(const std::atomic<bool>& stop) {
    for (;;) {
        if (archive_) {
            if (auto task = archive_->next(stop)) return task;
            archive_.reset();
        }
        done_ = begun_;
        if (stop || begun_ == inputs_.size()) return std::nullopt;
        const auto& input = inputs_[begun_++];
        if (input.error) return failed(input.name, *input.error);
        if (auto task = begin(input, stop)) return task;
    }
}

// The task of an input that is read as a whole; none when it is an archive, whose tasks then follow.
std::optional<ReadTask> InputTasks::begin(const NamedInput& input, const std::atomic<bool>& stop) {
    const auto& name = input.name;
    if (name == kStandardInput) return begin_standard_input(stop);
    if (is_address(name)) {
        return ReadTask{[&engine = engine_, &addresses = addresses_, name](const ReadReceiver& receiver) {
                            read_address(engine, addresses, name, receiver);
                        },
                        0};
    }
    if (kind_ == InputKind::archive || looks_like_archive(beginning_of(name))) {
        auto source = archive::source_of_file(name);
        if (!source) return failed(name, std::move(source).error());
        archive_ = std::make_unique<ArchiveTasks>(engine_, name, *std::move(source));
        return std::nullopt;
    }
    return ReadTask{[&engine = engine_, name, now = now_](const ReadReceiver& receiver) {
                        ReadOptions options;
                        options.id = name;
                        options.retrieved = now;
                        read_bytes(engine, base::read_file(name, options.size_limit), options, {}, receiver);
                    },
                    0};
}

std::optional<ReadTask> InputTasks::begin_standard_input(const std::atomic<bool>& stop) {
    const auto source = archive::source_of_descriptor(STDIN_FILENO, kStandardInputName, &stop);
    std::string beginning(kBeginning, '\0');
    std::size_t filled = 0;
    while (filled < kBeginning) {
        const auto got = source(beginning.data() + filled, kBeginning - filled);
        if (!got) return failed(kStandardInputName, got.error());
        if (*got == 0) break;
        filled += *got;
    }
    beginning.resize(filled);
    if (kind_ == InputKind::archive || looks_like_archive(beginning)) {
        archive_ = std::make_unique<ArchiveTasks>(engine_, kStandardInputName, source_behind(beginning, source));
        return std::nullopt;
    }
    return ReadTask{[&engine = engine_, beginning, now = now_](const ReadReceiver& receiver) {
                        ReadOptions options;
                        options.id = kStandardInputName;
                        options.retrieved = now;
                        auto rest = base::read_descriptor(STDIN_FILENO, options.id, options.size_limit);
                        if (rest) rest->insert(0, beginning);
                        read_bytes(engine, std::move(rest), options, {}, receiver);
                    },
                    beginning.size()};
}

}  // namespace axray::cli
