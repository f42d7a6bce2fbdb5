// The words of the sentences that an answer rests on (ClaimAnswer -> texts), for those who want to read them.
//
// Source: own.
#pragma once

#include <string>
#include <vector>

#include <axray/engine.hpp>

#include "engine/source_set.hpp"

namespace axray::engine {

// Of the evidence or, where there is none, of the first sentences of the ranking; in their order. `set` was made from
// the sources of `request`.
[[nodiscard]] std::vector<std::string> shown_texts(const ClaimAnswer& answer, const ClaimRequest& request,
                                                   const SourceSet& set);

}  // namespace axray::engine
