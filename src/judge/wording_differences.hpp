// Negation, antonyms, attribution, certainty and quotations that differ (TracedClaim + evidence -> Differences).
#pragma once

#include <span>
#include <vector>

#include "judge/evidence_view.hpp"

namespace axray::judge {

[[nodiscard]] std::vector<Difference> negation_differences(const TracedClaim& claim,
                                                           std::span<const EvidenceView> evidence);
[[nodiscard]] std::vector<Difference> antonym_differences(const TracedClaim& claim,
                                                          std::span<const EvidenceView> evidence,
                                                          const trace::LexicalRelations& relations);
// attribution_dropped: the evidence says who says it, the claim does not.
[[nodiscard]] std::vector<Difference> attribution_differences(const TracedClaim& claim,
                                                              std::span<const EvidenceView> evidence);
[[nodiscard]] std::vector<Difference> certainty_differences(const TracedClaim& claim,
                                                            std::span<const EvidenceView> evidence);
// quote_altered: a quotation of the claim that no source has word for word, but one has nearly so.
[[nodiscard]] std::vector<Difference> quotation_differences(const TracedClaim& claim, const trace::SourceIndex& index);

}  // namespace axray::judge
