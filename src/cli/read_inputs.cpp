#include "cli/read_inputs.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <unordered_set>
#include <utility>

#include <unistd.h>

#include "base/files.hpp"
#include "base/gzip.hpp"
#include "cli/inputs.hpp"

namespace axray::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* kStandardInputName = "standard input";

// One spelling for each file, so that two paths to it can be told to be the same.
std::string identity_of(const std::string& path) {
    std::error_code error;
    const auto canonical = fs::canonical(path, error);
    return error ? path : canonical.string();
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

// The bytes of an input, decompressed; `damage` when only a part could be.
struct InputBytes {
    std::string bytes;
    std::optional<Error> damage;
};

Result<InputBytes> load(const std::string& name, const std::string& id, std::uint64_t size_limit) {
    auto bytes = name == kStandardInput ? base::read_descriptor(STDIN_FILENO, id, size_limit)
                                        : base::read_file(name, size_limit);
    if (!bytes) return fail(std::move(bytes).error());
    if (!base::is_gzip(*bytes)) return InputBytes{*std::move(bytes), std::nullopt};
    base::GunzipLimits limits;
    limits.size = size_limit;
    auto plain = base::gunzip(*bytes, limits);
    if (!plain) return fail(std::move(plain).error().within(id));
    return InputBytes{std::move(plain->bytes), std::move(plain->damage)};
}

}  // namespace

std::vector<NamedInput> list_inputs(const std::vector<std::string>& names, FolderDepth depth) {
    std::vector<NamedInput> inputs;
    std::unordered_set<std::string> seen;
    const auto add = [&](const std::string& name) {
        if (seen.insert(name == kStandardInput ? name : identity_of(name)).second) inputs.push_back({name, {}});
    };
    for (const auto& name : names) {
        if (name == kStandardInput || !base::is_folder(name)) {
            add(name);
            continue;
        }
        auto inside = depth == FolderDepth::everything_below ? files_below(name) : base::files_in_folder(name);
        if (inside) {
            for (const auto& file : *inside) add(file);
        } else {
            inputs.push_back({name, std::move(inside).error()});
        }
    }
    return inputs;
}

void read_named(const Engine& engine, const std::string& name, const ReadReceiver& receiver) {
    ReadOptions options;
    options.id = name == kStandardInput ? kStandardInputName : name;
    auto input = load(name, options.id, options.size_limit);
    if (!input) return receiver.failure(options.id, input.error());
    if (input->damage) receiver.warning(std::move(*input->damage).within(options.id));
    auto document = engine.read(input->bytes, options);
    if (document) return receiver.document(*document);
    auto error = std::move(document).error();
    if (error.context.empty()) error = std::move(error).within(options.id);
    receiver.failure(options.id, error);
}

}  // namespace axray::cli
