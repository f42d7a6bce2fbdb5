#include "registers/store/index_folder.hpp"

#include <filesystem>
#include <system_error>

#include <axray/version.hpp>

#include "base/digest.hpp"

namespace axray::registers {
namespace {

constexpr std::size_t kDigits = 16;  // of the digest

}  // namespace

std::string index_folder_of(const Store& store, const std::vector<ListVersion>& versions) {
    std::string made_from(kVersion);
    for (const auto& version : versions)
        made_from += "\n" + version.list + "/" + version.version + "/" + version.digest;
    return store.index_folder() + "/" + base::sha256_hex(made_from).substr(0, kDigits);
}

void delete_other_indexes(const Store& store, const std::vector<ListVersion>& versions) {
    const auto kept = index_folder_of(store, versions);
    std::vector<std::filesystem::path> others;
    std::error_code error;
    auto entry = std::filesystem::directory_iterator(store.index_folder(), error);
    for (; !error && entry != std::filesystem::directory_iterator(); entry.increment(error)) {
        if (entry->path() != kept) others.push_back(entry->path());
    }
    for (const auto& path : others) std::filesystem::remove_all(path, error);
}

}  // namespace axray::registers
