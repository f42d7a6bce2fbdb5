// Roles, negation, antonyms, attribution, certainty and quotations that differ (TracedClaim + evidence -> Differences).
//
// Here it is not a value that differs but what is said of the same thing: one side denies it, says the opposite, leaves
// out who says it, is surer of it, or puts other words between quotation marks. All but the quotations look at words
// that are linked to each other, in a sentence that bears out most of the claim. Own method; antonyms from WordNet.
//
// `evidence` is ordered best first; antonyms, attribution and certainty are compared with the first sentence only.
#pragma once

#include <span>
#include <vector>

#include "judge/evidence_view.hpp"

namespace axray::judge {

// role_swapped: the same verb, with the one who does it and the one it is done to exchanged; told by the order of the
// words, passives and prepositions, where the two stand right beside the verb.
[[nodiscard]] std::vector<Difference> role_differences(const TracedClaim& claim,
                                                       std::span<const EvidenceView> evidence);
[[nodiscard]] std::vector<Difference> negation_differences(const TracedClaim& claim,
                                                           std::span<const EvidenceView> evidence);
[[nodiscard]] std::vector<Difference> antonym_differences(const TracedClaim& claim,
                                                          std::span<const EvidenceView> evidence,
                                                          const trace::LexicalRelations& relations);
// attribution_dropped: the evidence says who says it, the claim does not. attribution_differs: both say it, and name
// different speakers.
[[nodiscard]] std::vector<Difference> attribution_differences(const TracedClaim& claim,
                                                              std::span<const EvidenceView> evidence);
[[nodiscard]] std::vector<Difference> certainty_differences(const TracedClaim& claim,
                                                            std::span<const EvidenceView> evidence);
// quote_altered: a quotation of the claim that no source has word for word, but one has nearly so.
[[nodiscard]] std::vector<Difference> quotation_differences(const TracedClaim& claim, const trace::SourceIndex& index);

}  // namespace axray::judge
