// Numbers, dates and names that stand in the same place with another value (TracedClaim + evidence -> Differences).
//
// A value of the claim differs when no sentence of the evidence bears it out, one that bears out most of the rest of
// the claim has a value of the same kind in the same slot, and the claim has not that value elsewhere. Numbers are
// compared as ranges with their comparators ("over 10"), dates part by part, names by their words. Own method.
//
// `evidence` is ordered best first. Each function gives its differences in the order of the claim's words.
#pragma once

#include <span>
#include <vector>

#include "judge/evidence_view.hpp"

namespace axray::judge {

[[nodiscard]] std::vector<Difference> number_differences(const TracedClaim& claim,
                                                         std::span<const EvidenceView> evidence);
[[nodiscard]] std::vector<Difference> date_differences(const TracedClaim& claim,
                                                       std::span<const EvidenceView> evidence);
// Takes away differences of dates that can be one day for all that is known: "Monday" and "25 March 2024".
void drop_dates_that_may_agree(const TracedClaim& claim, const trace::SourceIndex& index,
                               std::vector<Difference>& differences);
[[nodiscard]] std::vector<Difference> name_differences(const TracedClaim& claim, std::span<const EvidenceView> evidence,
                                                       const trace::SourceIndex& index);

}  // namespace axray::judge
