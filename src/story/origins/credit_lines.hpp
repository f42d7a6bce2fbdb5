// Credits of a whole report: credit lines, datelines, by-lines, domains alone on a line (ReportText ->
// ReadAcknowledgements of scope whole_report).
//
// What src/read found is taken from Metadata::credits; names in it are told apart at "+", "/", commas and "and".
// Source: own.
#pragma once

#include <vector>

#include "story/origins/acknowledgements.hpp"

namespace axray::story {

[[nodiscard]] std::vector<ReadAcknowledgement> read_credit_lines(const ReportText& report);

}  // namespace axray::story
