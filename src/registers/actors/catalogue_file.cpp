#include <filesystem>
#include <system_error>
#include <utility>

#include "registers/actors/actor_catalogue.hpp"
#include "registers/actors/catalogue_format.hpp"
#include "registers/actors/make_catalogue.hpp"
#include "registers/store/index_folder.hpp"

namespace axray::registers {
namespace {

constexpr const char* kFile = "/actors.bin";

Result<ActorCatalogue> open_file(const std::string& path) {
    auto file = base::ModelFile::open(path, kCatalogueKind, kCatalogueVersion);
    if (!file) return fail(std::move(file).error());
    return ActorCatalogue::of(*std::move(file), path);
}

}  // namespace

Result<ActorCatalogue> open_actor_catalogue(const Store& store, const std::vector<ListVersion>& versions) {
    const auto folder = index_folder_of(store, versions);
    const auto path = folder + kFile;
    if (auto catalogue = open_file(path)) return catalogue;
    std::vector<RegisterEntry> wanted;
    for (const auto& version : versions) {
        auto entries = store.entries(version);
        if (!entries) return fail(std::move(entries).error());
        for (auto& stored : *entries) {
            const auto kind = stored.entry.kind;
            if (kind == EntryKind::actor || kind == EntryKind::software) wanted.push_back(std::move(stored.entry));
        }
    }
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (!error && base::write_model_file(path, kCatalogueKind, kCatalogueVersion, make_catalogue(wanted))) {
        if (auto catalogue = open_file(path)) return catalogue;
    }
    return ActorCatalogue::build(wanted);
}

}  // namespace axray::registers
