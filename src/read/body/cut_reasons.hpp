// What a reader is told about a block that was set aside (RawBlock + BlockSigns -> CutReason).
//
// The models weigh everything at once; the reason is what stands out most. Source: own.
#pragma once

#include <axray/document.hpp>

#include "read/blocks.hpp"
#include "read/body/block_signs.hpp"

namespace axray::read {

[[nodiscard]] CutReason reason_of(const RawBlock& block, const BlockSigns& signs);

}  // namespace axray::read
