#include "cli/inputs.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include <unistd.h>

#include "base/files.hpp"
#include "cli/command.hpp"

namespace axray::cli {
namespace {

constexpr const char* kStandardInputName = "standard input";

// One spelling for each file, so that two paths to it can be told to be the same.
std::string identity_of(const std::string& path) {
    std::error_code error;
    const auto canonical = std::filesystem::canonical(path, error);
    return error ? path : canonical.string();
}

Result<FetchedInput> read_bytes(const std::string& path) {
    FetchedInput input;
    input.options.id = path == kStandardInput ? kStandardInputName : path;
    const auto limit = input.options.size_limit;
    auto bytes = path == kStandardInput ? base::read_descriptor(STDIN_FILENO, input.options.id, limit)
                                        : base::read_file(path, limit);
    if (!bytes) return fail(std::move(bytes).error());
    input.bytes = *std::move(bytes);
    return input;
}

}  // namespace

NamedFiles expand_names(const std::vector<std::string>& names) {
    NamedFiles files;
    std::vector<std::string> seen;
    const auto add = [&](const std::string& path) {
        auto identity = path == kStandardInput || is_address(path) ? path : identity_of(path);
        const auto place = std::lower_bound(seen.begin(), seen.end(), identity);
        if (place != seen.end() && *place == identity) return;
        seen.insert(place, std::move(identity));
        files.paths.push_back(path);
    };
    for (const auto& name : names) {
        if (name == kStandardInput || is_address(name) || !base::is_folder(name)) {
            add(name);
            continue;
        }
        const auto inside = base::files_in_folder(name);
        if (!inside)
            files.errors.push_back(inside.error());
        else
            std::for_each(inside->begin(), inside->end(), add);
    }
    return files;
}

Result<Document> read_input(const Engine& engine, const AddressReader& addresses, const std::string& name) {
    auto input = is_address(name) ? addresses.fetch(name) : read_bytes(name);
    if (!input) return fail(std::move(input).error());
    for (const auto& note : input->notes) say(note);
    auto document = engine.read(input->bytes, input->options);
    if (document || !document.error().context.empty()) return document;
    return fail(std::move(document).error().within(input->options.id));
}

}  // namespace axray::cli
