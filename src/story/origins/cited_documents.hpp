// Documents that a sentence has something from: "according to a statement by the Treasury", "in an indictment unsealed
// on Monday", "court documents show" (ReportText -> ReadAcknowledgements of kind statement, scope sentence).
//
// A document is known by its noun and who issued it: who is named with it, else who speaks in the sentence. Papers of a
// court need nobody, since a story has one of each. Source: own list of the nouns.
#pragma once

#include <vector>

#include "story/origins/acknowledgements.hpp"

namespace axray::story {

[[nodiscard]] std::vector<ReadAcknowledgement> find_cited_documents(const ReportText& report);

}  // namespace axray::story
