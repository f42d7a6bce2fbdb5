// Word-for-word repetition: stretches of a claim that stand in a source as they are (claim + SourceIndex -> run
// lengths).
//
// Long runs are the plainest sign that a claim was taken over as it stands; the judge reads them as features. Found by
// walking on from each place of each word in the index, without building a suffix array.
#pragma once

#include <cstdint>
#include <vector>

#include "judge/differences.hpp"

namespace axray::judge {

// For each token of the claim's sentence, the length in tokens of the longest stretch around it that some source
// repeats word for word; 0 when not even the token itself is repeated. Punctuation breaks no stretch and is not
// counted.
[[nodiscard]] std::vector<std::uint32_t> repeated_runs(const TracedClaim& claim, const trace::SourceIndex& index);

}  // namespace axray::judge
