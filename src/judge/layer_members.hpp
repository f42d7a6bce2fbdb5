// The members of a layer of annotations (numbers, dates, names) that lie in a stretch of tokens (layer -> pointers).
//
// Shared by the comparisons of values; layers are ordered by position, so that a stretch is found by halving. Own
// method.
#pragma once

#include <algorithm>
#include <vector>

#include "judge/differences.hpp"

namespace axray::judge {

// Those that lie whole within `tokens`, in order. They point into `layer`.
template <class Layer>
[[nodiscard]] std::vector<const Layer*> members_within(const std::vector<Layer>& layer, language::TokenSpan tokens) {
    auto first = std::partition_point(layer.begin(), layer.end(),
                                      [tokens](const Layer& item) { return item.tokens.begin < tokens.begin; });
    std::vector<const Layer*> found;
    for (; first != layer.end() && first->tokens.begin < tokens.end; ++first) {
        if (first->tokens.end <= tokens.end) found.push_back(&*first);
    }
    return found;
}

// Those that belong to the claim: at least one of their words is among the words to trace.
template <class Layer>
[[nodiscard]] std::vector<const Layer*> members_of(const std::vector<Layer>& layer, const TracedClaim& claim) {
    auto found = members_within(layer, claim.tokens);
    std::erase_if(found, [&claim](const Layer* item) {
        return std::none_of(claim.words.words.begin(), claim.words.words.end(),
                            [item](const trace::ClaimWord& word) { return item->tokens.contains(word.token); });
    });
    return found;
}

}  // namespace axray::judge
