#include "registers/rebuild_indexes.hpp"

namespace axray::registers {

Result<void> rebuild_indexes(const Store& store) {
    const auto versions = store.in_use();
    if (!versions) return fail(versions.error());
    return {};
}

}  // namespace axray::registers
