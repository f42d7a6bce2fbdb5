// Whether words that stand side by side in the claim stand side by side in the evidence (TracedClaim -> shares).
//
// A wrong name that does occur elsewhere in the source is no support: what it stands beside decides.
#pragma once

#include <functional>

#include "judge/differences.hpp"

namespace axray::judge {

struct PairShares {
    float near = 0;     // 0..1, of neighbouring words of the claim, over all candidates
    float ordered = 0;  // 0..1, in the best candidate and in the same order
};

[[nodiscard]] PairShares pair_shares(const TracedClaim& claim);

struct WindowShares {
    float average = 0;  // 0..1, share of a few neighbouring words of the claim that one candidate sentence bears out
    float worst = 0;    // the least such share
};

// Looks at every stretch of four words to trace (or all of them when there are fewer): a claim that is stitched
// together from several sentences, or changed in one place, shows in its worst stretch.
[[nodiscard]] WindowShares window_shares(const TracedClaim& claim);

// Share of the words for which `belongs(token)` holds that stand, in some candidate sentence, together with a neighbour
// that does not belong; -1 when no word belongs.
[[nodiscard]] float slot_share(const TracedClaim& claim, const std::function<bool(std::uint32_t)>& belongs);

}  // namespace axray::judge
