#include "registers/rebuild_indexes.hpp"

#include "matching/name_preparer.hpp"
#include "registers/actors/actor_catalogue.hpp"
#include "registers/screening/index_files.hpp"
#include "registers/store/index_folder.hpp"

namespace axray::registers {

Result<void> rebuild_indexes(const Store& store) {
    const auto versions = store.in_use();
    if (!versions) return fail(versions.error());
    const auto preparer = matching::NamePreparer::create();
    if (!preparer) return fail(preparer.error());
    if (const auto files = open_search_files(store, *versions, *preparer); !files) return fail(files.error());
    if (const auto catalogue = open_actor_catalogue(store, *versions); !catalogue) return fail(catalogue.error());
    delete_other_indexes(store, *versions);
    return {};
}

}  // namespace axray::registers
