// What is made from the lists in use, made anew after an import (Store -> files in its index folder).
//
// What was made from other versions is removed; it is made again when a day is asked for that needs it. Every command
// that changes which versions are in use calls this once at its end. Source: own.
#pragma once

#include <axray/result.hpp>

#include "registers/store/store.hpp"

namespace axray::registers {

// The index of names and the catalogue of actors. Errors: as Store::entries; unwritable. What cannot be written now is
// made when it is needed.
[[nodiscard]] Result<void> rebuild_indexes(const Store& store);

}  // namespace axray::registers
