// Claims made from known ones (labelled claim + its annotated sources -> more labelled claims).
//
// A sentence of a source bears itself out; the same sentence, or a claim that is known to be supported, with another
// name, number, date or verb, with two names exchanged or with a negation is wrong in the words that were changed. So
// the network learns to look at single words. Source: Kryscinski et al. 2020 for the idea; own changes.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_set>
#include <vector>

#include "items.hpp"
#include "prepared.hpp"

namespace axray::train {

// Which sources served already: many items share one.
struct MadeFrom {
    std::unordered_set<std::size_t> sources;
};

// Deterministic: the choices depend on the item's name alone. At most kMostMade items, in the group of `item`.
inline constexpr std::size_t kMostMade = 7;
[[nodiscard]] std::vector<Item> changed_sentences(const Item& item, const Prepared& prepared, MadeFrom& made_from);

}  // namespace axray::train
