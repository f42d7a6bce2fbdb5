// Agencies and other media that a sentence has something from: "according to Reuters", "told CNN", "as the Guardian
// reported", "(AFP)" (ReportText -> ReadAcknowledgements of scope sentence).
//
// The name of a medium alone is no acknowledgement: a word of reporting must stand beside it. Source: own.
#pragma once

#include <vector>

#include "story/origins/acknowledgements.hpp"

namespace axray::story {

[[nodiscard]] std::vector<ReadAcknowledgement> find_cited_media(const ReportText& report);

}  // namespace axray::story
