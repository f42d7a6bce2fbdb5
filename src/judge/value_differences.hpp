// Numbers, dates and names that stand in the same place with another value (TracedClaim + evidence -> Differences).
#pragma once

#include <span>
#include <vector>

#include "judge/evidence_view.hpp"

namespace axray::judge {

[[nodiscard]] std::vector<Difference> number_differences(const TracedClaim& claim,
                                                         std::span<const EvidenceView> evidence);
[[nodiscard]] std::vector<Difference> date_differences(const TracedClaim& claim,
                                                       std::span<const EvidenceView> evidence);
[[nodiscard]] std::vector<Difference> name_differences(const TracedClaim& claim,
                                                       std::span<const EvidenceView> evidence);

}  // namespace axray::judge
